/** The name of an option as it is typed: `--seed`, `-n`. */
export const dashed = (name: string): string => (name.length > 1 ? `--${name}` : `-${name}`);
