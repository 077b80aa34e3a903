/** `aismm answers`: the answers of a workbook as JSON. */
import type { CommandModule } from 'yargs';
import { formatAnswers, hasErrors } from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printFindings, printJson, Stop } from '../world.js';

interface Options extends ModelOption {
  file: string;
}

export const answers: CommandModule<object, Options> = {
  command: 'answers <file>',
  describe: 'Print the answers of a workbook as JSON',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', describe: 'A filled workbook', demandOption: true })
      .option('model', MODEL_OPTION)
      .example('aismm answers acme.xlsx > ANSWERS.json', 'The inverse of “aismm fill”'),
  handler: ({ file, model }) => {
    const { read, findings } = readWorkbookFile(file, modelShelf(model), model);
    if (!read) throw new Stop(EXIT.inputErrors, findings);
    printJson(formatAnswers(read.assessment, read.model));
    printFindings(findings);
    if (hasErrors(findings)) throw new Stop(EXIT.inputErrors);
  },
};
