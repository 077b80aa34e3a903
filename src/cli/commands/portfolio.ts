/** `aismm portfolio`: figures over many organizations. */
import type { CommandModule } from 'yargs';
import {
  builtInTemplate,
  countPortfolio,
  GROUPINGS,
  LEAST_SHOWN,
  portfolioCsv,
  portfolioNote,
  renderPortfolio,
  USUAL_LANGUAGE,
  type Grouping,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { STORE_OPTION, withStore } from '../store.js';
import { wholeNumber } from '../usage.js';
import { modelShelf, printData, printJson, printNote, printText } from '../world.js';

interface Options extends ModelOption {
  store: string;
  pool: boolean;
  by: Grouping[] | undefined;
  min: number;
  format: 'text' | 'json' | 'csv' | 'md';
}

export const portfolio: CommandModule<object, Options> = {
  command: 'portfolio',
  describe: 'Figures over all organizations of a store',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('model', { ...MODEL_OPTION, defaultDescription: 'the usual one, else the newest in the store' })
      .option('pool', { type: 'boolean', default: false, describe: 'Count those of all models and versions together' })
      .option('by', { array: true, requiresArg: true, choices: GROUPINGS, describe: 'Groups to compare' })
      .option('min', {
        type: 'number',
        requiresArg: true,
        default: LEAST_SHOWN,
        describe: 'Groups with figures of fewer organizations show none',
      })
      .option('format', {
        choices: ['text', 'json', 'csv', 'md'] as const,
        default: 'text' as const,
        describe: 'For people or programs',
      })
      .check(({ min }) => {
        wholeNumber('min', min);
        return true;
      })
      .example('aismm portfolio --store results.sqlite --by industry', 'How the industries compare'),
  handler: async ({ store, model: version, pool, by = [], min: least, format }) => {
    const { models } = modelShelf(version);
    const wanted = version === undefined ? undefined : models.usual;
    const { portfolio, model } = await withStore(store, { create: false }, (results) =>
      countPortfolio(results, models, { by, least, pool, model: wanted }),
    );
    const { words } = USUAL_LANGUAGE;
    if (format === 'json') printJson(portfolio);
    else if (format !== 'csv')
      printText(renderPortfolio(portfolio, model, words, builtInTemplate, { format, builtIn: models.editions }));
    else {
      printData(portfolioCsv(portfolio, model));
      const note = portfolioNote(portfolio, words, models.editions);
      if (note !== undefined) printNote(note);
    }
  },
};
