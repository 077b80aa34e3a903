#!/usr/bin/env node
/** The command line: finds the command, prints what stopped it, ends with its exit code. */
import yargs, { type CommandModule } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { find, reasonOf, Refusal, removeBegun, suggest } from '../node.js';
import { answers } from './commands/answers.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { completion } from './commands/completion.js';
import { example } from './commands/example.js';
import { explain } from './commands/explain.js';
import { exportStore } from './commands/export.js';
import { fill } from './commands/fill.js';
import { forget } from './commands/forget.js';
import { ingest } from './commands/ingest.js';
import { model } from './commands/model.js';
import { organizations } from './commands/organizations.js';
import { portfolio } from './commands/portfolio.js';
import { score } from './commands/score.js';
import { show } from './commands/show.js';
import { checkOptions, type KnownOptions } from './usage.js';
import { EXIT, printFindings, printNote, Stop, told, Usage } from './world.js';

/** In the order of the help. */
const COMMANDS = [
  build,
  example,
  fill,
  check,
  score,
  answers,
  ingest,
  portfolio,
  show,
  exportStore,
  organizations,
  forget,
  model,
  explain,
  completion,
] as unknown as CommandModule[];

async function main(args: readonly string[]): Promise<number> {
  const parser = yargs([...args])
    .scriptName('aismm')
    .usage(
      '$0 <command>\n\nThe AI Security Maturity Model as a workbook: build it, read filled copies back, score them.',
    )
    .command(COMMANDS)
    .demandCommand(1, 'Say what to do; “aismm --help” lists the commands.')
    .recommendCommands()
    .strict()
    // The types of yargs leave out what it knows of the options.
    .check((argv, known) => checkOptions(argv, known as unknown as KnownOptions, args), true)
    .wrap(100)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // What yargs itself objects to is a wrong use as well.
      if (error && error.name !== 'YError') throw error;
      throw new Usage(withSuggestion(message ?? '', args));
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
      printNote(`${error.message}\nSee “aismm --help”.`);
      return EXIT.usage;
    }
    printNote(`This is a fault of ours, please report it: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['AISMM_DEBUG'] && error instanceof Error) printNote(error.stack ?? '');
    return EXIT.ourFault;
  }
}

/** Names of all options of all commands, asked from yargs, whose types do not show them. */
function knownOptions(): string[] {
  return COMMANDS.flatMap(({ builder }) => {
    if (typeof builder !== 'function') return [];
    const described = builder(yargs([])) as unknown as { getOptions(): { key: Record<string, unknown> } };
    return Object.keys(described.getOptions().key);
  });
}

/** yargs names an unknown option; the nearest known one is added. */
function withSuggestion(message: string, typed: readonly string[]): string {
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  const isOption = typed.some((each) => each.startsWith('-') && each.includes(unknown ?? ''));
  const near = unknown !== undefined && isOption ? suggest(unknown, knownOptions()) : undefined;
  return near === undefined ? message : `${message}; did you mean --${near}?`;
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
