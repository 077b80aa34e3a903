/** How options are typed. */

/** The name of an option with its hyphens: `--seed`, `-n`. */
export const dashed = (name: string): string => (name.length > 1 ? `--${name}` : `-${name}`);

/** The arguments before `--`: only these can be options. */
export function beforeOperands(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}
