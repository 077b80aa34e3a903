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
import { example } from './commands/example.js';
import { explain } from './commands/explain.js';
import { exportStore } from './commands/export.js';
import { feedback } from './commands/feedback.js';
import { fill } from './commands/fill.js';
import { forget } from './commands/forget.js';
import { ingest } from './commands/ingest.js';
import { migrate } from './commands/migrate.js';
import { model, MODEL_COMMANDS } from './commands/model.js';
import { organizations } from './commands/organizations.js';
import { page } from './commands/page.js';
import { portfolio } from './commands/portfolio.js';
import { report } from './commands/report.js';
import { score } from './commands/score.js';
import { show } from './commands/show.js';
import { checkOptions, markOperands, objection, unmarkOperands, type Described, type KnownOptions } from './usage.js';
import { EXIT, printFindings, printNote, Stop, told, Usage } from './world.js';

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
] as unknown as CommandModule[];

async function main(args: readonly string[]): Promise<number> {
  // Who asks what may follow types no file yet.
  const isAsked = args[0]?.startsWith('--get-yargs') === true;
  const parser = yargs(isAsked ? [...args] : markOperands(args))
    .middleware(unmarkOperands, true)
    .scriptName('aismm')
    .usage(
      '$0 <command>\n\nThe AI Security Maturity Model as a workbook: build it, read filled copies back, score them.',
    )
    .command(COMMANDS)
    .demandCommand(1, 'Say what to do.')
    .recommendCommands()
    .strict()
    // The types of yargs leave out what it knows of the options.
    .check((argv, known) => checkOptions(argv, known as unknown as KnownOptions, args), true)
    .wrap(100)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // What yargs itself objects to is a wrong use as well.
      if (error && error.name !== 'YError') throw error;
      throw new Usage(objection(message ?? '', args, commandIn(args)));
    });
  try {
    await parser.parseAsync();
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
      printNote(`${error.message}\nSee “${['aismm', commandIn(args).name, '--help'].filter(Boolean).join(' ')}”.`);
      return EXIT.usage;
    }
    printNote(`This is a fault of ours, please report it: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['AISMM_DEBUG'] && error instanceof Error) printNote(error.stack ?? '');
    return EXIT.ourFault;
  }
}

/** The command that was typed, and the names of its options, asked from yargs, whose types do not show them. */
function commandIn([first, second]: readonly string[]): Described {
  const nameOf = (command: CommandModule): string => String(command.command).replace(/ [<[].*$/, '');
  const meant = [...MODEL_COMMANDS, ...COMMANDS].find((each) => [first, `${first} ${second}`].includes(nameOf(each)));
  if (!meant) return { command: '', name: '', options: [] };
  const described = typeof meant.builder === 'function' ? meant.builder(yargs([])) : yargs([]);
  const { key } = (described as unknown as { getOptions(): { key: Record<string, unknown> } }).getOptions();
  return { command: String(meant.command), name: nameOf(meant), options: Object.keys(key) };
}

process.on('exit', removeBegun);
process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.on('SIGTERM', () => process.exit(EXIT.terminated));
// A reader that stops early, such as `head`, is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const reason = reasonOf(error);
  if (reason === 'EPIPE') process.exit(EXIT.clean);
  const [{ detail = '' } = {}] = told([find('file-unwritable', {}, { reason })]);
  printNote(`Standard output can't be written (${detail}). Free space, or send it elsewhere.`);
  process.exit(EXIT.inputErrors);
});
// Nobody can be told that nobody can be told.
process.stderr.on('error', () => undefined);
process.exitCode = await main(hideBin(process.argv));
