/** `aismm portfolio`: figures over many organizations. */
import type { Argv, CommandModule } from 'yargs';
import {
  builtInTemplate,
  countPortfolio,
  GROUPINGS,
  LEAST_COMPLETE,
  LEAST_SHOWN,
  portfolioCsv,
  portfolioNotes,
  renderPortfolio,
  USUAL_LANGUAGE,
  type Grouping,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { STORE_OPTION, withStore } from '../store.js';
import { wholeNumber } from '../usage.js';
import { modelShelf, printData, printJson, printNote, printText, Usage } from '../world.js';

interface Options extends ModelOption {
  store: string;
  pool: boolean;
  by: Grouping[] | undefined;
  min: number;
  minComplete: number;
  format: 'text' | 'json' | 'csv' | 'md';
}

export const portfolio: CommandModule<object, Options> = {
  command: 'portfolio',
  describe: 'Figures over all organizations of a store',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('model', { ...MODEL_OPTION, defaultDescription: 'the default edition, or else the newest in the store' })
      .option('pool', { type: 'boolean', default: false, describe: 'Count those of all models and versions together' })
      .option('by', { array: true, requiresArg: true, choices: GROUPINGS, describe: 'Groups to compare' })
      .option('min', {
        type: 'number',
        requiresArg: true,
        default: LEAST_SHOWN,
        describe: 'Hide figures of groups with fewer organizations than this',
      })
      .option('min-complete', {
        type: 'number',
        requiresArg: true,
        default: LEAST_COMPLETE,
        describe: 'Leave out organizations that have answered a smaller share than this, from 0 to 1',
      })
      .option('format', {
        choices: ['text', 'json', 'csv', 'md'] as const,
        default: 'text' as const,
        describe: 'For people or programs',
      })
      .check(({ min, minComplete }) => {
        wholeNumber('min', min);
        // NaN is no share either.
        if (!(Number(minComplete) >= 0 && Number(minComplete) <= 1))
          throw new Usage('Invalid --min-complete. Use a number from 0 to 1, such as 0.5.');
        return true;
      })
      .example(
        'aismm portfolio --store results.sqlite --by industry',
        'How the industries compare',
      ) as unknown as Argv<Options>,
  handler: async ({ store, model: version, pool, by = [], min: least, minComplete, format }) => {
    const { models } = modelShelf(version);
    const wanted = version === undefined ? undefined : models.usual;
    const { portfolio, model } = await withStore(store, { create: false }, (results) =>
      countPortfolio(results, models, { by, least, minComplete, pool, model: wanted }),
    );
    const { words } = USUAL_LANGUAGE;
    if (format === 'json') printJson(portfolio);
    else if (format !== 'csv')
      printText(renderPortfolio(portfolio, model, words, builtInTemplate, { format, builtIn: models.editions }));
    else {
      printData(portfolioCsv(portfolio, model));
      for (const note of portfolioNotes(portfolio, words, models.editions)) printNote(note);
    }
  },
};
