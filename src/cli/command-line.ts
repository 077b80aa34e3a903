/** The command line: finds the command, prints what stopped it, ends with its exit code. */
import yargs, { type CommandModule } from 'yargs';
import { find, reasonOf, Refusal, removeBegun } from '../building.js';
import { conventional, described, nameOf, withTodaysNames, type Described } from './conventions.js';
import { checkOptions, markOperands, NO_COMMAND, objection, unmarkOperands, type KnownOptions } from './usage.js';
import { madeBy } from './made-by.js';
import { EXIT, printFindings, printNote, Stop, told, Usage } from './rim.js';

/** In the order of the help. Loading one takes as long as half of what most of them do, so that only the one that was typed is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  build: async () => (await import('./commands/build.js')).build,
  example: async () => (await import('./commands/example.js')).example,
  fill: async () => (await import('./commands/fill.js')).fill,
  check: async () => (await import('./commands/check.js')).check,
  score: async () => (await import('./commands/score.js')).score,
  report: async () => (await import('./commands/report.js')).report,
  page: async () => (await import('./commands/page.js')).page,
  answers: async () => (await import('./commands/answers.js')).answers,
  compare: async () => (await import('./commands/compare.js')).compare,
  split: async () => (await import('./commands/split.js')).split,
  merge: async () => (await import('./commands/merge.js')).merge,
  sample: async () => (await import('./commands/sample.js')).sample,
  review: async () => (await import('./commands/review.js')).review,
  prefill: async () => (await import('./commands/prefill.js')).prefill,
  contradictions: async () => (await import('./commands/contradictions.js')).contradictions,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  measure: async () => (await import('./commands/measure.js')).measure,
  issue: async () => (await import('./commands/issue.js')).issue,
  ingest: async () => (await import('./commands/ingest.js')).ingest,
  enqueue: async () => (await import('./commands/enqueue.js')).enqueue,
  work: async () => (await import('./commands/work.js')).work,
  status: async () => (await import('./commands/status.js')).status,
  portfolio: async () => (await import('./commands/portfolio.js')).portfolio,
  show: async () => (await import('./commands/show.js')).show,
  export: async () => (await import('./commands/export.js')).exportStore,
  feedback: async () => (await import('./commands/feedback.js')).feedback,
  organizations: async () => (await import('./commands/organizations.js')).organizations,
  forget: async () => (await import('./commands/forget.js')).forget,
  model: async () => (await import('./commands/model.js')).model,
  explain: async () => (await import('./commands/explain.js')).explain,
  completion: async () => (await import('./commands/completion.js')).completion,
};

/** The command that has others below it. */
const MODEL = 'model';

/** The command that was typed; all of them where people are to see what there is. */
async function commandsFor([first = '']: readonly string[]): Promise<CommandModule[]> {
  const isKnown = Object.hasOwn(COMMANDS, first);
  const meant = Object.entries(COMMANDS).filter(([name]) => !isKnown || name === first);
  const commands = await Promise.all(meant.map(([, load]) => load()));
  return commands.map((command) => conventional(command as CommandModule));
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

/** Does what was typed, and gives the exit code. */
export async function commandLine(typed: readonly string[]): Promise<number> {
  const args = withTodaysNames(typed);
  // A shell that asks what may follow names no file yet.
  const isAsked = args[0]?.startsWith('--get-yargs') === true;
  const commands = await commandsFor(args);
  const below = args[0] === MODEL ? (await import('./commands/model.js')).MODEL_COMMANDS : [];
  const describe = (): Described => commandIn(args, { commands, below });
  const parser = yargs(isAsked ? args : markOperands(args));
  parser
    .middleware(unmarkOperands, true)
    .scriptName('aismm')
    .usage(
      'aismm <command> [options]\n\nBuild workbooks for the AI Security Maturity Model (AISMM). Check and score completed workbooks.',
    )
    .command(commands)
    .demandCommand(1, NO_COMMAND)
    .recommendCommands()
    .strict()
    // The types of yargs leave out what it knows of the options.
    .check((argv, known) => checkOptions(argv, known as unknown as KnownOptions, args), true)
    .help()
    .alias('help', 'h')
    .version(madeBy().split(' ')[1] ?? '')
    .alias('version', 'V')
    .epilogue(ABOUT)
    .updateStrings({ 'Positionals:': 'Arguments:' })
    .wrap(Math.min(WIDEST, process.stdout.columns || WIDEST))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // What yargs itself objects to is a wrong use as well.
      if (error && error.name !== 'YError') throw error;
      throw new Usage(objection(message ?? '', args, describe()));
    });
  try {
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
      printNote(`${error.message}\nUsage: ${describe().usage}`);
      return EXIT.usage;
    }
    printNote(`Internal error, please report it: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['AISMM_DEBUG'] && error instanceof Error) printNote(error.stack ?? '');
    return EXIT.ourFault;
  }
}

/** Columns that a help is wide at most. */
const WIDEST = 100;

/** The command that was typed, asked from yargs, whose types do not show it. */
function commandIn([first, second]: readonly string[], { commands, below }: Loaded): Described {
  const inside = below.find((each) => nameOf(each) === second);
  if (first !== undefined && inside) return described(inside, yargs([]), first);
  const meant = commands.find((each) => nameOf(each) === first);
  return meant
    ? described(meant, yargs([]))
    : { name: '', usage: 'aismm <command> [options]', options: [], choices: {} };
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
  printNote(`Standard output cannot be written (${detail}). Free disk space, or redirect the output to another place.`);
  process.exit(EXIT.inputErrors);
});
// Nobody can be told that nobody can be told.
process.stderr.on('error', () => undefined);
