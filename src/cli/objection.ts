/** What the parser of options objects to, in our words: a command, an option or a value that does not exist, or is missing. */
import { Comparing, distanceWithin, suggest } from '../building.js';
import { commandMeant } from './command-list.js';
import { todaysName, type Described } from './conventions.js';
import { beforeOperands, dashed } from './typed.js';

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
  if (option === '--help' || option === '--version') return `Invalid option ${option}. Use ${option} without a value.`;
  const plain = option.replace(/^-+/, '').toLowerCase();
  const meant = plain === 'v' ? 'version' : nearest(plain, ['help', 'version']);
  return meant === undefined ? undefined : `aismm has no option ${option}. Did you mean --${meant}?`;
}

/** The command above, with its usage line. */
type Named = Pick<Described, 'name' | 'usage'>;

/** What is said of a command that does not exist. `proposed`: the one with the fewest other letters, which may be many. */
export function noCommand(typed: readonly string[], { name, usage }: Named, proposed?: string): string {
  const unknown = typed.find((each) => !/^-./.test(each) && !name.split(' ').includes(each)) ?? '';
  const most = Math.floor(unknown.length / 2);
  const isNear = proposed !== undefined && distanceWithin(unknown, proposed, most, new Comparing()) !== undefined;
  const all = /<([\w|-]*\|[\w|-]*)>/.exec(usage)?.[1]?.split('|');
  const below = all?.join(', ');
  const meant = isNear ? proposed : all ? suggest(unknown, all) : commandMeant(unknown);
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
  const near = unknown.length > 1 ? nearest(unknown, long) : undefined;
  return `${['aismm', command].join(' ').trim()} has no option ${option}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
}

/** The option that was meant. Two letters in the wrong order are two wrong letters for `suggest`, and too many for a short option. */
function nearest(typed: string, known: readonly string[]): string | undefined {
  const sorted = (text: string): string => [...text].sort().join('');
  return suggest(typed, known) ?? known.find((each) => sorted(each) === sorted(typed));
}

/** Short options without a value. */
const SWITCHES: ReadonlySet<string> = new Set(['h', 'V']);

/** The first option that was typed and that the command does not have. */
function strayOption(typed: readonly string[], options: readonly string[]): string | undefined {
  return beforeOperands(typed)
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
