/** The command line: finds the command, prints what stopped it, ends with its exit code. */
import yargs, { type CommandModule } from 'yargs';
import { find, reasonOf, Refusal, removeBegun, visible } from '../building.js';
import { COMMAND_GROUPS, commandList, isCommand, type CommandGroup } from './command-list.js';
import {
  conventional,
  described,
  nameOf,
  optionsOf,
  positionalsOf,
  withTodaysNames,
  type Described,
} from './conventions.js';
import { checkOptions, markOperands, unmarkOperands, type Checked, type KnownOptions } from './usage.js';
import { MODEL_ACTIONS } from './model-actions.js';
import { NO_COMMAND, noCommand, objection } from './objection.js';
import { beforeOperands } from './typed.js';
import { spellChoices } from './choices.js';
import { madeBy } from './made-by.js';
import { helpWidth } from './two-columns.js';
import { EXIT, printFindings, printNote, Stop, told, Usage } from './rim.js';
import type { Command } from './without-effect.js';

/** The command that has others below it. */
const MODEL = 'model';

/** The command that was typed; all of them where people are to see what there is. */
async function commandsFor([first = '']: readonly string[]): Promise<CommandGroup[]> {
  const isKnown = isCommand(first);
  const groups = Object.entries(COMMAND_GROUPS).map(async ([heading, group]) => {
    const meant = Object.entries(group).filter(([name]) => !isKnown || name === first);
    const commands = await Promise.all(meant.map(([, load]) => load()));
    return { heading, commands: commands.map((command) => conventional(command as CommandModule)) };
  });
  return Promise.all(groups);
}

/** What scripts and terminals rely on; told at the end of the help. */
const ABOUT = `Exit codes:
  0    No errors
  1    The input contains errors, or aismm cannot read or write a file
  2    The command line is invalid, for example because an option is unknown
  3    The command finished, but aismm rejected some files or did not import some rows
  70   Internal error
  130  Interrupted by Ctrl+C (SIGINT)
  143  Interrupted by SIGTERM

Environment variables:
  NO_COLOR=1     Print without colors
  AISMM_DEBUG=1  Print the stack trace of an internal error

To use standard input or standard output instead of a file, write “-” as the file name.
If a file name begins with a hyphen, write “--” before the file name.`;

/** `aismm help score` and `aismm --help score` are `aismm score --help`, as people know it from other programs. */
function helpOf(args: readonly string[]): readonly string[] {
  const [first = '', ...others] = args;
  if (!['help', ...HELP].includes(first) || others.length === 0) return args;
  return [...others.filter((each) => each !== '--' && !HELP.includes(each)), '--help'];
}
const HELP: readonly string[] = ['--help', '-h'];

/** Throws where help is asked for a command that does not exist: yargs would print the help of what is above it. */
function expectHelped(args: readonly string[], describe: () => Described): void {
  const typed = beforeOperands(args);
  const [first = '', second = ''] = typed;
  if (typed.includes('-help')) throw new Usage('Invalid option -help. Use --help.');
  if (!typed.some((each) => HELP.includes(each))) return;
  const isUnknown =
    first === MODEL
      ? !second.startsWith('-') && !MODEL_ACTIONS.some((action) => action === second)
      : !first.startsWith('-') && first !== 'help' && !isCommand(first);
  if (isUnknown) throw new Usage(noCommand([first, second], describe()));
}

/** Does what was typed, and gives the exit code. */
export async function commandLine(typed: readonly string[]): Promise<number> {
  const args = helpOf(withTodaysNames(typed));
  // A shell that asks what may follow names no file yet.
  const isAsked = args[0]?.startsWith('--get-yargs') === true;
  const groups = await commandsFor(args);
  const commands = groups.flatMap((group) => group.commands);
  const below = args[0] === MODEL ? (await import('./commands/model.js')).MODEL_COMMANDS : [];
  const loaded = { commands, below };
  const describe = (): Described => commandIn(args, loaded);
  const parser = yargs(isAsked ? args : markOperands(args));
  const width = helpWidth();
  parser
    // `--no-x`, `--x.y` and `-xyz` are no ways to write options here, and yargs would make something of them.
    .parserConfiguration({ 'boolean-negation': false, 'dot-notation': false, 'short-option-groups': false })
    .middleware(unmarkOperands, true)
    .middleware((argv) => {
      spellChoices(argv, optionsOf(parser).choices);
    }, true)
    .scriptName('aismm')
    .usage(
      'aismm <command> [options]\n\nBuild workbooks for the AI Security Maturity Model (AISMM). Check and score completed workbooks.',
    )
    // The list at the end has groups, which yargs does not know; a shell asks yargs.
    .command(isAsked ? commands : commands.map((command): CommandModule => ({ ...command, describe: false })))
    .demandCommand(1, NO_COMMAND)
    .recommendCommands()
    .strict()
    // The types of yargs leave out what it knows of the options.
    .check((argv, known) => checkOptions(argv, known as unknown as KnownOptions, args, checkedIn(args, loaded)), true)
    .help()
    .alias('help', 'h')
    .version(madeBy().split(' ')[1] ?? '')
    .alias('version', 'V')
    .epilogue(`${commandList(groups, width)}\n\n${ABOUT}`)
    .updateStrings({ 'Positionals:': 'Arguments:' })
    .wrap(width)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // What yargs itself objects to is a wrong use as well.
      if (error && error.name !== 'YError') throw error;
      throw new Usage(earlyOption(message ?? '', args) ?? objection(message ?? '', args, describe()));
    });
  try {
    expectHelped(args, describe);
    if (args.length === 0) parser.showHelp('log');
    else await parser.parseAsync();
    return EXIT.clean;
  } catch (error) {
    if (error instanceof Stop) {
      printFindings(error.findings);
      if (error.code === EXIT.usage) printNote(`Usage: ${describe().usage}`);
      return error.code;
    }
    if (error instanceof Refusal) {
      printFindings([error.finding]);
      return EXIT.inputErrors;
    }
    if (error instanceof Usage) {
      // What was typed may contain the end of a line.
      printNote(visible(error.message));
      printNote(`Usage: ${describe().usage}`);
      return EXIT.usage;
    }
    printNote(`Internal error, please report it: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['AISMM_DEBUG'] && error instanceof Error) printNote(error.stack ?? '');
    return EXIT.ourFault;
  }
}

/** What is said of an option that is unknown because its command comes after it. */
function earlyOption(message: string, [first = '', ...others]: readonly string[]): string | undefined {
  const command = first.startsWith('-') && message.startsWith('Unknown argument') ? others.find(isCommand) : undefined;
  const [option = ''] = first.split('=');
  return command === undefined ? undefined : `${option} must follow the command. Use: aismm ${command} ${option}.`;
}

/** The command that was typed, with the one above it. */
function meantIn([first, second]: readonly string[], { commands, below }: Loaded) {
  const inside = below.find((each) => nameOf(each) === second);
  if (first !== undefined && inside) return { command: inside, path: first };
  return { command: commands.find((each) => nameOf(each) === first), path: '' };
}

/** The same, asked from yargs, whose types do not show it. */
function commandIn(args: readonly string[], loaded: Loaded): Described {
  const { command, path } = meantIn(args, loaded);
  return command
    ? described(command, yargs([]), path)
    : { name: '', usage: 'aismm <command> [options]', options: [], choices: {} };
}

/** What is checked of the command that was typed. Its arguments are named because yargs takes them for options as well. */
function checkedIn(args: readonly string[], loaded: Loaded): Checked {
  const { command, path } = meantIn(args, loaded);
  if (!command) return { name: '', positionals: [] };
  const { noEffect = [] }: Command<never> = command as Command<never>; // as its file declares it
  return { name: [path, nameOf(command)].filter(Boolean).join(' '), positionals: positionalsOf(command), noEffect };
}

/** The commands that were loaded, and those that stand below the one that was typed. */
interface Loaded {
  readonly commands: readonly CommandModule[];
  readonly below: readonly CommandModule[];
}

process.on('exit', removeBegun);
process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.on('SIGTERM', () => process.exit(EXIT.terminated));
// A reader that stops early, such as `head`, is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const reason = reasonOf(error);
  if (reason === 'EPIPE') process.exit(EXIT.clean);
  const [{ detail = '' } = {}] = told([find('file-unwritable', {}, { reason })]);
  printNote(
    `aismm cannot write to standard output (${detail}). Free disk space, or redirect the output to another file.`,
  );
  process.exit(EXIT.inputErrors);
});
// Nobody can be told that nobody can be told.
process.stderr.on('error', () => undefined);
