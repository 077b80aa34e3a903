#!/usr/bin/env node
/** The command line: finds the command, prints what stopped it, ends with its exit code. */
import yargs, { type CommandModule } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { suggest } from '../index.js';
import { answers } from './commands/answers.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { completion } from './commands/completion.js';
import { example } from './commands/example.js';
import { explain } from './commands/explain.js';
import { exportStore } from './commands/export.js';
import { fill } from './commands/fill.js';
import { ingest } from './commands/ingest.js';
import { model } from './commands/model.js';
import { portfolio } from './commands/portfolio.js';
import { score } from './commands/score.js';
import { show } from './commands/show.js';
import { EXIT, printDiagnostics, printNote, Stop } from './world.js';

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
  model,
  explain,
  completion,
] as unknown as CommandModule[];

/** A wrong use of the command line; the message says what and how. */
class Usage extends Error {}

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
    .wrap(100)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      if (error) throw error;
      throw new Usage(withSuggestion(message ?? '', knownOptions()));
    });
  try {
    await parser.parseAsync();
    return EXIT.clean;
  } catch (error) {
    if (error instanceof Stop) {
      printDiagnostics(error.diagnostics);
      return error.code;
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
function withSuggestion(message: string, known: readonly string[]): string {
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  const near = unknown === undefined ? undefined : suggest(unknown, known);
  return near === undefined ? message : `${message}; did you mean --${near}?`;
}

process.on('SIGINT', () => process.exit(EXIT.interrupted));
// A reader that stops early, such as `head`, is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.clean : EXIT.ourFault);
});
process.exitCode = await main(hideBin(process.argv));
