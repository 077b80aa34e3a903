/** What is wrong with the options of any command: given twice, without a value, or no number. */
import { Usage } from './world.js';

/** What yargs knows of the options of a command; its types don't show it. */
export interface KnownOptions {
  readonly key: Readonly<Record<string, unknown>>;
  readonly array: readonly string[];
  readonly number: readonly string[];
}

/** An organization as a whole has the unit “”. */
const MAY_BE_EMPTY = new Set(['unit']);

/** Throws where an option can't mean anything. */
export function checkOptions(
  argv: Readonly<Record<string, unknown>>,
  known: KnownOptions,
  typed: readonly string[],
): true {
  for (const name of Object.keys(known.key)) {
    const value = argv[name];
    const values = Array.isArray(value) ? value : [value];
    const option = typed.some((each) => each.split('=')[0] === `--${name}`) ? `--${name}` : name;
    if (Array.isArray(value) && !known.array.includes(name))
      throw new Usage(`${option} was given ${values.length} times. Give it once.`);
    if (known.number.includes(name) && values.some(Number.isNaN)) throw new Usage(`${option} is a number.`);
    if (values.includes('') && !MAY_BE_EMPTY.has(name)) throw new Usage(`${option} wants a value.`);
  }
  return true;
}

/** An option that is a whole number, and what to say where it is not. */
export function wholeNumber(name: string, value: unknown, least = 1): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= least)) return;
  throw new Usage(`--${name} is a whole number${Number.isFinite(least) ? ` from ${least}` : ''}.`);
}
