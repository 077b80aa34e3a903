/** What is wrong with the options of any command: given twice, without a value, or no number. */
import { STANDARD_STREAM } from '../building.js';
import { todaysName } from './conventions.js';
import { beforeOperands, dashed } from './typed.js';
import { expectRoles } from './expect-roles.js';
import { expectApart } from './files-apart.js';
import { expectOnce } from './inputs-once.js';
import { expectDistinct, isList } from './listed.js';
import { pathsIn } from './path-roles.js';
import { Usage } from './rim.js';
import { expectEffect, type NoEffect } from './without-effect.js';

/** What yargs knows of the options of a command; its types don't show it. */
export interface KnownOptions {
  readonly key: Readonly<Record<string, unknown>>;
  readonly array: readonly string[];
  readonly boolean: readonly string[];
  readonly number: readonly string[];
  /** By each name of an option, its other names. */
  readonly alias?: Readonly<Record<string, readonly string[]>>;
  readonly choices?: Readonly<Record<string, readonly unknown[]>>;
}

/** What is checked of a command: its name, the names of its arguments, which follow it without a dash, and what has no effect. */
export interface Checked {
  readonly name: string;
  readonly positionals: readonly string[];
  readonly noEffect?: readonly NoEffect<never>[];
}

/** An organization as a whole has the unit “”. */
const MAY_BE_EMPTY = new Set(['unit']);

/** Throws where an option can't mean anything. */
export function checkOptions(
  argv: Readonly<Record<string, unknown>>,
  known: KnownOptions,
  typed: readonly string[],
  { name: command, positionals, noEffect = [] }: Checked,
): true {
  const asOption = positionals.find((name) => isTyped(name, typed));
  if (asOption !== undefined) throw new Usage(`aismm ${command} has no option --${asOption}.`);
  expectOptionNames(known, typed, command);
  for (const name of known.boolean) checkSwitch(name, typed);
  const { format } = argv;
  if (argv['json'] === true && isTyped('format', typed) && format !== 'json' && !Array.isArray(format))
    throw new Usage(`--json and --format ${String(format)} contradict each other. Use one of them.`);
  const { alias = {}, choices = {} } = known;
  const isGiven = (name: string): boolean => [name, ...(alias[name] ?? [])].some((each) => isTyped(each, typed));
  for (const name of Object.keys(known.key)) {
    const value = argv[name];
    const values = Array.isArray(value) ? value : [value];
    const option = isGiven(name) ? dashed(name) : name;
    if (Array.isArray(value) && !known.array.includes(name))
      throw new Usage(
        `${option} was given ${values.length} times. Use it once${isList(command, name) ? ', with commas between the values' : ''}.`,
      );
    if (known.number.includes(name) && values.some(Number.isNaN)) {
      const meant = [name, ...(alias[name] ?? [])].find((each) => isTyped(each, typed)) ?? name;
      throw new Usage(`Invalid ${dashed(meant)} "${typedValue(meant, typed) ?? ''}". Use a number.`);
    }
    // Of a number, yargs makes 0 of nothing.
    const isNothing = known.number.includes(name) && isBlank(typedValue(name, typed));
    if ((values.some(isBlank) || isNothing || typed.includes(`--${name}=`)) && !MAY_BE_EMPTY.has(name))
      throw new Usage(positionals.includes(name) ? `Missing value of <${name}>.` : `Missing value of ${option}.`);
    if (Array.isArray(value) && isGiven(name)) expectDistinct(value.map(String), option);
  }
  // A choice is no file, whatever it looks like; a short name has the same value as its long one.
  const others = new Set(Object.values(alias).flat());
  const names = Object.keys(known.key).filter((name) => !others.has(name) && !(name in choices));
  const typedPaths = pathsIn(command, argv, names, (name) => (positionals.includes(name) ? `<${name}>` : dashed(name)));
  const paths = typedPaths.filter(({ isName }) => !isName);
  expectRoles(paths);
  expectApart(paths);
  expectOnce(typedPaths);
  expectEffect({ values: argv, names, isTyped: isGiven }, noEffect);
  return true;
}

/** Nobody means a value that cannot be seen. */
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** True for an option as it was typed, with or without its value. Of one letter it may have two dashes as well. */
const isOption = (typed: string, name: string): boolean =>
  [dashed(name), `--${name}`].includes(typed.split('=')[0] ?? '');

/** True where the option itself was typed, and its value is no default. */
const isTyped = (name: string, typed: readonly string[]): boolean =>
  beforeOperands(typed).some((each) => isOption(each, name));

/** Throws where yargs takes for an option what is none, such as `-force`, `---force` or its own name `--_`: no other check would see it. */
function expectOptionNames({ key }: KnownOptions, typed: readonly string[], command: string): void {
  for (const each of beforeOperands(typed)) {
    const [reserved] = /^--?(?:\$0|_)(?==|$)/.exec(each) ?? [];
    if (reserved !== undefined) throw new Usage(`aismm ${command} has no option ${reserved}.`);
    const [three] = /^---+[^=]*/.exec(each) ?? [];
    if (three !== undefined)
      throw new Usage(`Invalid option ${three}. Write two hyphens before the name of an option.`);
    const [, name = ''] = /^-([a-z][\w-]+)(?:=|$)/i.exec(each) ?? [];
    const today = todaysName(name);
    if (today in key) throw new Usage(`Invalid option -${name}. Use --${today}.`);
  }
}

/** Throws where an option without a value was given one, or given twice: yargs takes any value but “true” for “false”. */
function checkSwitch(name: string, typed: readonly string[]): void {
  const given = beforeOperands(typed).filter((each) => each.split('=')[0] === `--${name}`);
  if (given.length > 1) throw new Usage(`--${name} was given ${given.length} times. Use it once.`);
  const [, value] = /=([^]*)/.exec(given[0] ?? '') ?? [];
  if (value !== undefined && value !== 'true' && value !== 'false')
    throw new Usage(`Invalid --${name} "${value}". Use --${name} without a value.`);
}

/** What was typed for an option that is a number, of which yargs keeps 0 or `NaN`; undefined where the option was not typed. */
function typedValue(name: string, typed: readonly string[]): string | undefined {
  const at = typed.findIndex((each) => isOption(each, name));
  const [, inOne] = /=([^]*)/.exec(typed[at] ?? '') ?? [];
  return at < 0 ? undefined : (inOne ?? typed[at + 1]);
}

/** Stands before an argument that begins with a dash and is no option; the system lets no argument hold this character. */
const OPERAND = '\0';

/** Arguments as the parser of options understands them: `-` is no option, and neither is anything after `--`. */
export function markOperands(args: readonly string[]): string[] {
  const marked = (each: string): string => (each.startsWith('-') ? OPERAND + each : each);
  const options = beforeOperands(args);
  const before = options.map((each) => (each === STANDARD_STREAM ? marked(each) : each));
  return [...before, ...args.slice(options.length + 1).map(marked)];
}

/** Takes the marks out of what the parser has made of the arguments. */
export function unmarkOperands(argv: Record<string, unknown>): void {
  const plain = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(OPERAND) ? value.slice(OPERAND.length) : value;
  for (const [name, value] of Object.entries(argv)) argv[name] = Array.isArray(value) ? value.map(plain) : plain(value);
}
