/** What holds for every command: usage lines with placeholders, examples on lines of their own, values that are asked for, old names of options. */
import type { Argv, CommandModule } from 'yargs';
import { STANDARD_STREAM } from '../building.js';
import { beforeOperands } from './typed.js';

/** What stands for the value of an option in a usage line; other options name theirs in capital letters. `command --option`: of one command only. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  ...{ output: 'FILE', from: 'FILE', aicaiq: 'FILE', into: 'FOLDER', by: 'METHOD' },
  'import --output': 'FOLDER',
};

/** Names that options had in earlier versions; they go on working, and no help lists them. */
const OLD_NAMES: Readonly<Record<string, string>> = { out: 'output' };

/** What yargs knows of the options of a command; its types do not show it. */
interface Known {
  readonly key: Readonly<Record<string, unknown>>;
  readonly boolean: readonly string[];
  readonly choices: Readonly<Record<string, readonly unknown[]>>;
  readonly demandedOptions?: Readonly<Record<string, unknown>>;
}

/** Options that a command has, as yargs holds them. */
export const optionsOf = (parser: unknown): Known => (parser as { getOptions(): Known }).getOptions();

/** The command with the conventions of all. `path`: the commands above it, such as `model`. */
export function conventional(command: CommandModule, path = ''): CommandModule {
  const { builder } = command;
  if (typeof builder !== 'function') return command;
  return {
    ...command,
    builder: (parser: Argv) => {
      const add = parser.example.bind(parser) as (text: string, beside: string) => Argv;
      // yargs sets an example and its purpose side by side, and breaks both where the terminal is narrow.
      parser.example = ((example: string, purpose: string) => {
        add(`# ${purpose}`, '');
        return add(example, '');
      }) as Argv['example'];
      // A builder gives back the parser that it was given.
      void builder(parser);
      // The parser is the same one for the commands below, which would comment their examples once more.
      parser.example = add as Argv['example'];
      const known = optionsOf(parser);
      // yargs lists `[]` as the default of a list of arguments, even where the list is required.
      const { demandedOptions = {} } = known;
      for (const name of positionalsOf(command)) if (name in demandedOptions) parser.default(name, undefined);
      const valued = Object.keys(known.key).filter((name) => !known.boolean.includes(name));
      parser.requiresArg(valued.filter((name) => !positionalsOf(command).includes(name)));
      parser.usage(`${usageOf(command, known, path)}\n\n${String(command.describe)}`);
      return parser;
    },
  };
}

/** A command that was typed, as messages about wrong options name it. */
export interface Described {
  /** `''` where no command is known. */
  readonly name: string;
  /** Its usage line. */
  readonly usage: string;
  /** Names of its options. */
  readonly options: readonly string[];

  /** Choices of its options. */
  readonly choices: Readonly<Record<string, readonly unknown[]>>;
}

/** Describes a command by the options that its builder declares. */
export function described(command: CommandModule, parser: Argv, path = ''): Described {
  if (typeof command.builder === 'function') void command.builder(parser);
  const known = optionsOf(parser);
  const name = [path, nameOf(command)].filter(Boolean).join(' ');
  const arguments_ = positionalsOf(command);
  const options = Object.keys(known.key).filter((each) => !arguments_.includes(each));
  return { name, usage: usageOf(command, known, path), options, choices: known.choices };
}

export const nameOf = ({ command }: CommandModule): string => String(command).replace(/ [<[].*$/, '');

/** Names of what follows a command without a dash. */
export const positionalsOf = ({ command }: CommandModule): string[] =>
  [...String(command).matchAll(/[<[]([\w-]+)(?:\.\.)?[>\]]/g)].map(([, name = '']) => name);

/** `aismm export --store STORE [options]` */
function usageOf(command: CommandModule, { key, demandedOptions = {} }: Known, path: string): string {
  const positionals = positionalsOf(command);
  const demanded = Object.keys(demandedOptions).filter((name) => name in key && !positionals.includes(name));
  const placeholder = (name: string): string =>
    PLACEHOLDERS[`${nameOf(command)} --${name}`] ?? PLACEHOLDERS[name] ?? name.toUpperCase();
  const options = demanded.map((name) => `--${name} ${placeholder(name)}`);
  const operands = String(command.command).slice(nameOf(command).length).trim().replace(/\.\./g, '...');
  return ['aismm', path, nameOf(command), operands, ...options, '[options]'].filter(Boolean).join(' ');
}

/** Standard input and output as Unix names them: behind a redirection, they are files that no command may replace. */
const STREAM = /^(--?[\w-]+=)?\/(?:dev\/(?:stdin|stdout|fd\/[01])|proc\/self\/fd\/[01])$/;

/** Arguments with today's names of options and of standard streams, and `-n5` as `-n 5`; an option after `--` is none. */
export function withTodaysNames(args: readonly string[]): string[] {
  const { length } = beforeOperands(args);
  return args.flatMap((typed, i) => {
    const each = typed.replace(STREAM, `$1${STANDARD_STREAM}`);
    if (i >= length) return each;
    const [, short, number] = /^(-[a-z])(\d+)$/i.exec(each) ?? [];
    if (short !== undefined && number !== undefined) return [short, number];
    const [, name = '', value = ''] = /^--([\w-]+)(=[^]*)?$/.exec(each) ?? [];
    return todaysName(name) === name ? each : `--${todaysName(name)}${value}`;
  });
}

/** The name that an option has today. */
export const todaysName = (name: string): string =>
  (Object.hasOwn(OLD_NAMES, name) ? OLD_NAMES[name] : undefined) ?? name;
