/** `aismm check`: everything that is wrong with filled workbooks, at once, each with sheet and cell. */
import type { Argv, CommandModule } from 'yargs';
import { hasErrors, type Diagnostic } from '../../index.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printDiagnostics, printJson, printNote, Stop } from '../world.js';

interface Options {
  files: string[];
  format: 'text' | 'json';
}

export const check: CommandModule<object, Options> = {
  command: 'check <files..>',
  describe: 'List everything that is wrong with filled workbooks',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'Filled workbooks', demandOption: true })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        describe: 'Lines for people, or JSON',
      })
      .example('aismm check returned/*.xlsx', 'Every fault in every file') as unknown as Argv<Options>,
  handler: ({ files, format }) => {
    const shelf = modelShelf();
    const all = files.flatMap((file) => readWorkbookFile(file, shelf).diagnostics);
    if (format === 'json') printJson({ schemaVersion: 1, diagnostics: all });
    else printDiagnostics(all, process.stdout);
    printNote(summary(files.length, all));
    if (hasErrors(all)) throw new Stop(EXIT.inputErrors);
  },
};

function summary(files: number, diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${plural(files, 'file')}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}`;
}
