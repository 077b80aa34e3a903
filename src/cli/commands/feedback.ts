/** `aismm feedback`: what respondents say of the model itself, for its editors. */
import type { CommandModule } from 'yargs';
import {
  builtInTemplate,
  CSV_BEGIN,
  FEEDBACK_FORMATS,
  feedbackText,
  isOtherEdition,
  readModelName,
  remarksIn,
  STANDARD_STREAM,
  USUAL_LANGUAGE,
  type FeedbackFormat,
} from '../../node.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatAsked, type Endings } from '../output-name.js';
import { STORE_OPTION, withStore } from '../store.js';
import { modelShelf, printData, printNote } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  store: string;
  format: FeedbackFormat | undefined;
  json: boolean;
  output: string;
  force: boolean;
}

const FEEDBACK_ENDINGS: Endings<FeedbackFormat> = { csv: 'csv', json: 'json', md: 'md' };

export const feedback: CommandModule<object, Options> = {
  command: 'feedback',
  describe: 'List the remarks on the model from the workbooks in a store, grouped by edition, objective and kind',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('format', {
        choices: FEEDBACK_FORMATS,
        defaultDescription: 'by the file name extension, or md on standard output',
        describe: 'Format of the list of remarks',
      })
      .option('json', JSON_OPTION)
      .option('model', { ...MODEL_OPTION, defaultDescription: 'the built-in models' })
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        default: STANDARD_STREAM,
        defaultDescription: 'standard output',
        describe: 'Output file. The file name extension selects the format',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .example(
        'aismm feedback --store results.sqlite -o remarks.csv',
        'Write all remarks to a CSV file for the editors of the model',
      ),
  handler: async ({ store, model, output, force, ...options }) => {
    const format = formatAsked({ ...options, output }, FEEDBACK_ENDINGS, 'md');
    const { models } = modelShelf(model);
    const remarks = await withStore(store, { create: false }, (results) =>
      remarksIn(results, (name) => {
        const { id, version } = readModelName(name);
        return models.find(id, version, USUAL_LANGUAGE.id);
      }),
    );
    const others = new Set(
      remarks.map((each) => each.model).filter((name) => isOtherEdition(readModelName(name), models.usual)),
    );
    if (model !== undefined && others.size > 0)
      printNote(`--model does not select remarks. The list also contains remarks on ${[...others].join(', ')}.`);
    const text = feedbackText(remarks, format, USUAL_LANGUAGE.words, builtInTemplate);
    if (output === STANDARD_STREAM) printData(text);
    else writeFile(output, format === 'csv' ? CSV_BEGIN + text : text, { force });
  },
};
