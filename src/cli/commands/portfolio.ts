/** `aismm portfolio`: figures over many organizations. */
import type { CommandModule } from 'yargs';
import {
  GROUPINGS,
  portfolioOf,
  renderPortfolio,
  USUAL_LANGUAGE,
  type Distribution,
  type Grouping,
  type Model,
  type Portfolio,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { STORE_OPTION, withStore } from '../store.js';
import { wholeNumber } from '../usage.js';
import { installedModel, printData, printJson, printText, readTemplate } from '../world.js';

interface Options extends ModelOption {
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
      .option('by', { array: true, requiresArg: true, choices: GROUPINGS, describe: 'Groups to compare' })
      .option('min', {
        type: 'number',
        requiresArg: true,
        default: 5,
        describe: 'Groups with figures of fewer organizations show none',
      })
      .option('format', {
        choices: ['text', 'json', 'csv', 'md'] as const,
        default: 'text' as const,
        describe: 'For people or programs',
      })
      .option('model', MODEL_OPTION)
      .check(({ min }) => {
        wholeNumber('min', min);
        return true;
      })
      .example(
        'aismm portfolio --store results.sqlite --by industry',
        'How the industries compare',
      ),
  handler: async ({ store: path, by = [], min, model: which, format }) => {
    const model = installedModel(which);
    await withStore(path, { create: false }, async (store, { csvLine }) => {
      const figures = await portfolioOf(model, store.newest(), { by, least: min });
      if (format === 'json') printJson(figures);
      else if (format === 'csv') printData(asCsv(figures, model, csvLine));
      else printText(renderPortfolio(figures, model, USUAL_LANGUAGE.words, readTemplate, format));
    });
  },
};

type Line = (values: readonly (string | number | null)[]) => string;

/** What a row of the table may have; an empty cell is not zero. */
interface Figures extends Partial<Distribution> {
  readonly levels?: Readonly<Record<string, number>>;
  readonly applicable?: number;
  readonly share?: number;
}

const DISTRIBUTION = ['n', 'mean', 'min', 'q1', 'median', 'q3', 'max'] as const;
const UNMET = ['applicable', 'share'] as const;

/** One row for the program, completeness, each domain, category and group, and each of the objectives most often unmet. */
function asCsv(figures: Portfolio, model: Model, line: Line): string {
  const { program, completeness, domains, categories, unmet, groups } = figures;
  const levels = model.levels.map(({ n }) => n);
  const rows: [kind: string, id: string, figures: Figures][] = [
    ['program', '', program],
    ['completeness', '', completeness],
    ...domains.map((each): [string, string, Figures] => ['domain', each.id, each]),
    ...categories.map((each): [string, string, Figures] => ['category', each.id, each]),
    ...unmet.map((each): [string, string, Figures] => ['unmet', each.objective, each]),
    // Of a group that shows no figures it is still said how large it is.
    ...groups.map(({ by, key, n, program: own }): [string, string, Figures] => [by, key, own ?? { n }]),
  ];
  return [
    line(['kind', 'id', ...DISTRIBUTION, ...levels.map((n) => `level_${n}`), ...UNMET]),
    ...rows.map(([kind, id, own]) =>
      line([
        ...[kind, id],
        ...DISTRIBUTION.map((column) => own[column] ?? null),
        ...levels.map((n) => own.levels && (own.levels[n] ?? 0)).map((n) => n ?? null),
        ...UNMET.map((column) => own[column] ?? null),
      ]),
    ),
  ].join('');
}
