/** What is wrong with the options of any command: given twice, without a value, no number, or unknown. */
import { STANDARD_STREAM, suggest } from '../node.js';
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
    if (values.filter((each) => each === STANDARD_STREAM).length > 1)
      throw new Usage('Standard input can be read once. Give - once.');
    if (values.includes('') && !MAY_BE_EMPTY.has(name)) throw new Usage(`${option} wants a value.`);
  }
  return true;
}

/** An option that is a whole number, and what to say where it is not. */
export function wholeNumber(name: string, value: unknown, least = 1): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= least)) return;
  throw new Usage(`--${name} is a whole number${Number.isFinite(least) ? ` from ${least}` : ''}.`);
}

/** Stands before an argument that begins with a dash and is no option; the system lets no argument hold this character. */
const OPERAND = '\0';

/** Arguments as the parser of options understands them: `-` is no option, and neither is anything after `--`. */
export function markOperands(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const marked = (each: string): string => (each.startsWith('-') ? OPERAND + each : each);
  const before = (end < 0 ? args : args.slice(0, end)).map((each) => (each === STANDARD_STREAM ? marked(each) : each));
  return end < 0 ? before : [...before, ...args.slice(end + 1).map(marked)];
}

/** Takes the marks out of what the parser has made of the arguments. */
export function unmarkOperands(argv: Record<string, unknown>): void {
  const plain = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(OPERAND) ? value.slice(OPERAND.length) : value;
  for (const [name, value] of Object.entries(argv)) argv[name] = Array.isArray(value) ? value.map(plain) : plain(value);
}

/** A command that was typed; `''` where none is known. */
export interface Described {
  readonly name: string;
  /** As the help writes it: `score <files..>`. */
  readonly command: string;
  /** Names of its options, as far as they are known. */
  readonly options: readonly string[];
}

/** What the parser of options objects to, in words of ours. */
export function objection(message: string, typed: readonly string[], { name, command, options }: Described): string {
  if (message.startsWith('Not enough non-option arguments') && command !== '')
    return `Something is missing: aismm ${command}.`;
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  const option = typed.map((each) => each.split('=')[0]).find((each) => each?.replace(/^-+/, '') === unknown);
  if (unknown === undefined || !option?.startsWith('-')) return message;
  const near = suggest(
    unknown,
    options.filter((each) => each !== unknown),
  );
  return `${['aismm', name].join(' ').trim()} has no option ${option}${near === undefined ? '.' : `; did you mean --${near}?`}`;
}
