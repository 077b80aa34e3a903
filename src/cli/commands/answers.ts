/** `aismm answers`: the answers of a workbook as JSON. */
import type { Argv, CommandModule } from 'yargs';
import { formatAnswers, hasErrors } from '../../index.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printDiagnostics, printJson, Stop } from '../world.js';

interface Options {
  file: string;
}

export const answers: CommandModule<object, Options> = {
  command: 'answers <file>',
  describe: 'Print the answers of a workbook as JSON',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', describe: 'A filled workbook', demandOption: true })
      .example('aismm answers acme.xlsx > ANSWERS.json', 'The inverse of “aismm fill”') as Argv<Options>,
  handler: ({ file }) => {
    const { read, diagnostics } = readWorkbookFile(file, modelShelf());
    if (!read) throw new Stop(EXIT.inputErrors, diagnostics);
    printJson(formatAnswers(read.assessment, read.model));
    printDiagnostics(diagnostics);
    if (hasErrors(diagnostics)) throw new Stop(EXIT.inputErrors);
  },
};
