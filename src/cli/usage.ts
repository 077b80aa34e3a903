/** What is wrong with the options of any command: given twice, without a value, no number, or unknown. */
import { Comparing, distanceWithin, STANDARD_STREAM, suggest } from '../building.js';
import { commandMeant } from './command-list.js';
import { todaysName, type Described } from './conventions.js';
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
  expectTwoDashes(known, typed);
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
    if (known.number.includes(name) && values.some(Number.isNaN))
      throw new Usage(`Invalid ${option} "${typedValue(name, typed) ?? ''}". Use a number.`);
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

const dashed = (name: string): string => (name.length > 1 ? `--${name}` : `-${name}`);

/** True for an option as it was typed, with or without its value. Of one letter it may have two dashes as well. */
const isOption = (typed: string, name: string): boolean =>
  [dashed(name), `--${name}`].includes(typed.split('=')[0] ?? '');

/** True where the option itself was typed, and its value is no default. */
function isTyped(name: string, typed: readonly string[]): boolean {
  const end = typed.indexOf('--');
  return (end < 0 ? typed : typed.slice(0, end)).some((each) => isOption(each, name));
}

/** Throws where an option has one dash for two: yargs takes `-force` for `--force`, and no other check would see it. */
function expectTwoDashes({ key }: KnownOptions, typed: readonly string[]): void {
  const end = typed.indexOf('--');
  for (const each of end < 0 ? typed : typed.slice(0, end)) {
    const [, name = ''] = /^-([a-z][\w-]+)(?:=|$)/i.exec(each) ?? [];
    const today = todaysName(name);
    if (today in key) throw new Usage(`Invalid option -${name}. Use --${today}.`);
  }
}

/** Throws where an option without a value was given one, or given twice: yargs takes any value but “true” for “false”. */
function checkSwitch(name: string, typed: readonly string[]): void {
  const end = typed.indexOf('--');
  const given = (end < 0 ? typed : typed.slice(0, end)).filter((each) => each.split('=')[0] === `--${name}`);
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

/** An option that is a whole number, and what to say where it is not. */
export function wholeNumber(name: string, value: unknown, least = 1, most = Number.MAX_SAFE_INTEGER): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most)) return;
  const use =
    Number.isInteger(value) && Number(value) > most ? ` up to ${most}` : Number.isFinite(least) ? ` from ${least}` : '';
  // What was typed has more digits than JavaScript keeps.
  const found =
    Number.isInteger(value) && !Number.isSafeInteger(value)
      ? ': the number has too many digits'
      : ` "${Number(value)}"`;
  throw new Usage(`Invalid ${dashed(name)}${found}. Use a whole number${use}.`);
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

/** No command was typed. */
export const NO_COMMAND = 'Missing command.';

/** What the parser of options objects to, as one line with the problem and what is possible. */
export function objection(
  message: string,
  typed: readonly string[],
  { name, usage, options, choices }: Described,
): string {
  // Only options were typed.
  const before = typed[0]?.startsWith('-') === true ? typed[0].split('=')[0] : undefined;
  if (message === NO_COMMAND && before !== undefined) return rootOption(before) ?? `Missing command before ${before}.`;
  const meant = /^Did you mean (.*)\?$/.exec(message)?.[1];
  if (meant !== undefined) return noCommand(typed, { name, usage }, meant);
  const given = /^Not enough non-option arguments: got (\d+)/.exec(message)?.[1];
  const missing = /^Missing required arguments?: (.*)$/.exec(message)?.[1];
  // An unknown option takes what follows it for its value, which is then missing elsewhere.
  const stray = given !== undefined || missing !== undefined ? strayOption(typed, options) : undefined;
  if (stray !== undefined) return noOption(stray, name, options);
  if (given !== undefined) return missingOf(Number(given), typed, { name, usage });
  if (missing !== undefined) return `Missing ${missing.split(', ').map(dashed).join(' and ')}.`;
  const valueless = /^Not enough arguments following: (\S+)$/.exec(message)?.[1];
  if (valueless !== undefined) return `Missing value of ${dashed(valueless)}.${possible(choices[valueless])}`;
  const invalid = /^Invalid values:\s+Argument: ([^,]+), Given: ([^]*?), Choices: /.exec(message);
  if (invalid) {
    const [, option = '', given = ''] = invalid;
    const shown = options.includes(option) ? dashed(option) : option;
    if (given === '""') return `Missing value of ${shown}.${possible(choices[option])}`;
    const near = suggest(given.replace(/^"|"$/g, ''), (choices[option] ?? []).map(String));
    return `Invalid ${shown} ${given}.${near === undefined ? '' : ` Did you mean ${near}?`}${possible(choices[option])}`;
  }
  // yargs keeps this name from its own objects.
  const unknown = /^Unknown (?:arguments?|commands?): ([^,]+)/.exec(message)?.[1]?.replace('___proto___', '__proto__');
  // A command may be called as the option is.
  const alike = typed.map((each) => each.split('=')[0]).filter((each) => each?.replace(/^-+/, '') === unknown);
  const option = alike.find((each) => each?.startsWith('-')) ?? alike[0];
  if (unknown === undefined) return message;
  if (!option?.startsWith('-'))
    return name === '' ? noCommand(typed, { name, usage }) : `Unexpected argument "${unknown}".`;
  return noOption(option, name, options);
}

/** What is said of an option that stands alone and is nearly one of those that do. */
function rootOption(option: string): string | undefined {
  const plain = option.replace(/^-+/, '').toLowerCase();
  const meant = plain === 'v' ? 'version' : suggest(plain, ['help', 'version']);
  return meant === undefined ? undefined : `aismm has no option ${option}. Did you mean --${meant}?`;
}

/** The command above, with its usage line. */
type Named = Pick<Described, 'name' | 'usage'>;

/** What is said of a command that does not exist. `nearest`: the one with the fewest other letters, which may be many. */
export function noCommand(typed: readonly string[], { name, usage }: Named, nearest?: string): string {
  const unknown = typed.find((each) => !each.startsWith('-') && !name.split(' ').includes(each)) ?? '';
  const most = Math.floor(unknown.length / 2);
  const isNear = nearest !== undefined && distanceWithin(unknown, nearest, most, new Comparing()) !== undefined;
  const meant = isNear ? nearest : commandMeant(unknown);
  const below = /<([\w|-]*\|[\w|-]*)>/.exec(usage)?.[1]?.replaceAll('|', ', ');
  const use = meant !== undefined ? ` Did you mean ${meant}?` : below === undefined ? '' : ` Use: ${below}.`;
  return `Unknown command "${`${name} ${unknown}`.trim()}".${use}`;
}

/** What is said of an option that the command does not have. */
function noOption(option: string, command: string, options: readonly string[]): string {
  const unknown = option.replace(/^-+/, '');
  const today = todaysName(unknown);
  if (today !== unknown && options.includes(today)) return `Invalid option ${option}. Use --${today}.`;
  // `-oFILE`: for some programs this is a short option with its value.
  const [, short = '', value = ''] = /^-([a-z])([^-].*)$/i.exec(option) ?? [];
  if (short !== '' && options.includes(short) && !SWITCHES.has(short))
    return `Invalid option ${option}. Write a space after -${short}: -${short} ${value.replace(/^=/, '')}.`;
  if (!option.startsWith('--') && /[./\\]/.test(unknown))
    return `Invalid option ${option}. If this is a file, use ./${option}.`;
  const long = options.filter((each) => each.length > 1 && each !== unknown);
  const sorted = (text: string): string => [...text].sort().join('');
  // Two letters in the wrong order are two wrong letters for `suggest`, and too many for a short option.
  const swapped = long.find((each) => sorted(each) === sorted(unknown));
  const near = unknown.length > 1 ? (suggest(unknown, long) ?? swapped) : undefined;
  return `${['aismm', command].join(' ').trim()} has no option ${option}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
}

/** Short options without a value. */
const SWITCHES: ReadonlySet<string> = new Set(['h', 'V']);

/** The first option that was typed and that the command does not have. */
function strayOption(typed: readonly string[], options: readonly string[]): string | undefined {
  const end = typed.indexOf('--');
  return (end < 0 ? typed : typed.slice(0, end))
    .flatMap((each) => /^--?[a-z][^=]*/i.exec(each) ?? [])
    .find((option) => !options.includes(option.replace(/^--?(?:no-)?/, '')));
}

/** Which argument is missing after so many; of a command with commands below it, the one that was typed may be unknown. */
function missingOf(given: number, typed: readonly string[], { name, usage }: Named): string {
  if (name === '') return NO_COMMAND;
  const all = [...usage.matchAll(/[<[].*?[>\]]/g)].map(([each]) => each);
  const missing = all[given] ?? all[0] ?? 'argument';
  const isBelow = missing.includes('|') && typed.some((each) => !each.startsWith('-') && each !== name);
  return isBelow ? noCommand(typed, { name, usage }) : `Missing ${missing}.`;
}

/** The values that an option takes, if they are a list. */
const possible = (choices: readonly unknown[] | undefined): string => (choices ? ` Use: ${choices.join(', ')}.` : '');
