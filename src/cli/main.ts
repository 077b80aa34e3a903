#!/usr/bin/env node
/** The command line: finds the command, prints what stopped it, ends with its exit code. */
import yargs, { type CommandModule } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { find, reasonOf, Refusal, removeBegun } from '../node.js';
import { answers } from './commands/answers.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { compare } from './commands/compare.js';
import { completion } from './commands/completion.js';
import { contradictions } from './commands/contradictions.js';
import { example } from './commands/example.js';
import { explain } from './commands/explain.js';
import { exportStore } from './commands/export.js';
import { feedback } from './commands/feedback.js';
import { fill } from './commands/fill.js';
import { forget } from './commands/forget.js';
import { ingest } from './commands/ingest.js';
import { merge } from './commands/merge.js';
import { migrate } from './commands/migrate.js';
import { model, MODEL_COMMANDS } from './commands/model.js';
import { organizations } from './commands/organizations.js';
import { page } from './commands/page.js';
import { portfolio } from './commands/portfolio.js';
import { prefill } from './commands/prefill.js';
import { report } from './commands/report.js';
import { sample } from './commands/sample.js';
import { score } from './commands/score.js';
import { show } from './commands/show.js';
import { split } from './commands/split.js';
import { conventional, described, nameOf, withTodaysNames, type Described } from './conventions.js';
import { checkOptions, markOperands, NO_COMMAND, objection, unmarkOperands, type KnownOptions } from './usage.js';
import { EXIT, madeBy, printFindings, printNote, Stop, told, Usage } from './world.js';

/** In the order of the help. */
const COMMANDS = [
  build,
  example,
  fill,
  check,
  score,
  report,
  page,
  answers,
  compare,
  split,
  merge,
  sample,
  prefill,
  contradictions,
  migrate,
  ingest,
  portfolio,
  show,
  exportStore,
  feedback,
  organizations,
  forget,
  model,
  explain,
  completion,
].map((command) => conventional(command as unknown as CommandModule));

/** What scripts and terminals rely on; told at the end of the help. */
const ABOUT = `Exit codes: 0 no errors, 1 errors in the input, 2 wrong use, 3 some files were rejected (ingest),
70 internal error, 130 or 143 interrupted.
Environment: NO_COLOR=1 prints without colors. AISMM_DEBUG=1 prints the place of an internal error.
“-” is standard input or output where a file is expected; “--” ends the options.`;

async function main(typed: readonly string[]): Promise<number> {
  const args = withTodaysNames(typed);
  // A shell that asks what may follow names no file yet.
  const isAsked = args[0]?.startsWith('--get-yargs') === true;
  const parser = yargs(isAsked ? args : markOperands(args));
  parser
    .middleware(unmarkOperands, true)
    .scriptName('aismm')
    .usage(
      'aismm <command> [options]\n\nBuild AI Security Maturity Model workbooks, check filled ones, and score them.',
    )
    .command(COMMANDS)
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
    .wrap(Math.min(WIDEST, process.stdout.columns || WIDEST))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // What yargs itself objects to is a wrong use as well.
      if (error && error.name !== 'YError') throw error;
      throw new Usage(objection(message ?? '', args, commandIn(args)));
    });
  try {
    if (args.length === 0) parser.showHelp('log');
    else await parser.parseAsync();
    return EXIT.clean;
  } catch (error) {
    if (error instanceof Stop) {
      printFindings(error.findings);
      return error.code;
    }
    if (error instanceof Refusal) {
      printFindings([error.finding]);
      return EXIT.inputErrors;
    }
    if (error instanceof Usage) {
      printNote(`${error.message}\nUsage: ${commandIn(args).usage}`);
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
function commandIn([first, second]: readonly string[]): Described {
  const inModel = first === nameOf(model) ? MODEL_COMMANDS.find((each) => nameOf(each) === second) : undefined;
  if (inModel) return described(inModel, yargs([]), nameOf(model));
  const meant = COMMANDS.find((each) => nameOf(each) === first);
  return meant
    ? described(meant, yargs([]))
    : { name: '', usage: 'aismm <command> [options]', options: [], choices: {} };
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
process.exitCode = await main(hideBin(process.argv));
