/** `aismm portfolio`: figures over many organizations. */
import type { Argv, CommandModule } from 'yargs';
import { GROUPINGS, portfolioOf, renderPortfolio, type Grouping, type Portfolio } from '../../index.js';
import { STORE_OPTION, withStore } from '../store.js';
import { installedModel, printData, printJson, readTemplate } from '../world.js';

interface Options {
  store: string;
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
      .option('by', { array: true, choices: GROUPINGS, describe: 'Groups to compare' })
      .option('min', { type: 'number', default: 5, describe: 'Groups of fewer organizations have no figures' })
      .option('format', {
        choices: ['text', 'json', 'csv', 'md'] as const,
        default: 'text' as const,
        describe: 'For people or programs',
      })
      .example(
        'aismm portfolio --store results.sqlite --by industry',
        'How the industries compare',
      ) as unknown as Argv<Options>,
  handler: async ({ store: path, by = [], min, format }) => {
    const model = installedModel();
    await withStore(path, { create: false }, async (store, { csvLine }) => {
      const figures = await portfolioOf(model, store.newest(), { by, least: min });
      if (format === 'json') printJson(figures);
      else if (format === 'csv') printData(asCsv(figures, csvLine));
      else printData(renderPortfolio(figures, model, readTemplate, format));
    });
  },
};

type Line = (values: readonly (string | number | null)[]) => string;

/** One row for the program, each domain, each category and each group. */
function asCsv({ program, domains, categories, groups }: Portfolio, line: Line): string {
  const columns = ['n', 'mean', 'min', 'q1', 'median', 'q3', 'max'] as const;
  const rows = [
    { kind: 'program', id: '', figures: program },
    ...domains.map((each) => ({ kind: 'domain', id: each.id, figures: each })),
    ...categories.map((each) => ({ kind: 'category', id: each.id, figures: each })),
    ...groups.map(({ by, key, n, program: figures }) => ({ kind: by, id: key, figures: figures ?? { n } })),
  ];
  const values = (figures: Partial<Record<(typeof columns)[number], number | null>>): (number | null)[] =>
    columns.map((column) => figures[column] ?? null);
  return [
    line(['kind', 'id', ...columns]),
    ...rows.map(({ kind, id, figures }) => line([kind, id, ...values(figures)])),
  ].join('');
}
