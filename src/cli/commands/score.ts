/** `aismm score`: the scorecard of filled workbooks. */
import type { Argv, CommandModule } from 'yargs';
import { hasErrors, renderScorecard, scoreReport } from '../../index.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printData, printDiagnostics, printJson, readTemplate, Stop } from '../world.js';

interface Options {
  files: string[];
  json: boolean;
}

export const score: CommandModule<object, Options> = {
  command: 'score <files..>',
  describe: 'Print the scorecard of filled workbooks',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'Filled workbooks', demandOption: true })
      .option('json', { type: 'boolean', default: false, describe: 'One JSON value a file; several files: an array' })
      .example('aismm score acme.xlsx --json', 'All figures for a program to use') as unknown as Argv<Options>,
  handler: ({ files, json }) => {
    const shelf = modelShelf();
    const read = files.map((file) => readWorkbookFile(file, shelf));
    const reports = read.map((each) =>
      scoreReport({ file: each.file, sha256: each.sha256 }, each.read, each.diagnostics),
    );
    if (json) printJson(reports.length === 1 ? reports[0] : reports);
    for (const [index, each] of read.entries()) {
      const report = reports[index];
      if (!json && each.read && report) printData(renderScorecard(report, each.read.model, readTemplate));
      printDiagnostics(each.diagnostics);
    }
    if (read.some(({ diagnostics }) => hasErrors(diagnostics))) throw new Stop(EXIT.inputErrors);
  },
};
