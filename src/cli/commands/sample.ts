/** `aismm sample`: which objectives an assessor looks at, drawn so that what carries a level weighs more. */
import type { CommandModule } from 'yargs';
import { csvFile, drawSample, hasErrors, renderSample, sampleRows, sampleTable, Shelf } from '../../node.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { readAssessment } from '../read-assessment.js';
import { wholeNumber } from '../whole-number.js';
import { EXIT, modelShelf, printData, printFindings, printJson, printText, Stop } from '../world.js';

interface Options extends ModelOption {
  file: string;
  n: number;
  seed: number;
  format: 'text' | 'csv' | 'json' | 'md';
  json: boolean;
}

export const sample: CommandModule<object, Options> = {
  command: 'sample <file>',
  describe: 'Choose a random sample of met objectives for an assessor, and explain the selection',
  builder: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        describe: 'A completed workbook or an answers file (JSON)',
        demandOption: true,
      })
      .option('n', { type: 'number', default: 15, describe: 'Number of objectives in the sample' })
      .option('seed', {
        type: 'number',
        default: 1,
        describe: 'Seed for the random selection (whole number). The same seed always produces the same sample',
      })
      .option('format', {
        choices: ['text', 'csv', 'json', 'md'] as const,
        default: 'text' as const,
        describe: 'Format of the list of sampled objectives',
      })
      .option('json', JSON_OPTION)
      .option('model', MODEL_OPTION)
      .check(({ n, seed }) => {
        wholeNumber('n', n);
        wholeNumber('seed', seed, Number.NEGATIVE_INFINITY);
        return true;
      })
      .example('aismm sample acme.xlsx -n 15 --seed 1', 'List 15 objectives that an assessor should examine'),
  handler: ({ file, n, seed, format, json, model: which }) => {
    const { models } = modelShelf(which);
    const { value: read, findings } = readAssessment(file, new Shelf(models), which);
    if (!read) throw new Stop(EXIT.inputErrors, findings);
    const { model, assessment } = read;
    const drawn = drawSample(model, assessment, { n, seed });
    const rows = sampleRows(drawn, model, assessment);
    if (json || format === 'json') printJson({ schemaVersion: 1, seed, met: drawn.met, objectives: rows });
    else if (format === 'csv') {
      const { headings, cells } = sampleTable(rows);
      printData(csvFile([headings, ...cells]), '\r\n');
    } else printText(renderSample(drawn, rows, seed, format));
    printFindings(findings);
    if (hasErrors(findings)) throw new Stop(EXIT.inputErrors);
  },
};
