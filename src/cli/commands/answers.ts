/** `aismm answers`: the answers of a workbook as JSON. */
import type { CommandModule } from 'yargs';
import { formatAnswers, hasErrors, jsonText, STANDARD_STREAM } from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { expectEnding } from '../output-name.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printFindings, Stop } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  file: string;
  output: string;
  force: boolean;
}

export const answers: CommandModule<object, Options> = {
  command: 'answers <file>',
  describe: 'Print the answers of a workbook as JSON',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', describe: 'A completed workbook', demandOption: true })
      .option('output', {
        alias: 'o',
        type: 'string',
        default: STANDARD_STREAM,
        defaultDescription: 'standard output',
        describe: 'Output file for the answers (.json)',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(expectEnding({ json: 'json' }))
      .example(
        'aismm answers acme.xlsx -o ANSWERS.json',
        'Write the answers to a file that “aismm fill” and other programs can read',
      ),
  handler: async ({ file, output, model, force }) => {
    const { read, findings } = await readWorkbookFile(file, modelShelf(model), model);
    if (!read) throw new Stop(EXIT.inputErrors, findings);
    writeFile(output, `${jsonText(formatAnswers(read.assessment, read.model), 2)}\n`, { force });
    printFindings(findings);
    if (hasErrors(findings)) throw new Stop(EXIT.inputErrors);
  },
};
