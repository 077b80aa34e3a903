/** `aismm portfolio`: figures over many organizations. */
import type { Argv } from 'yargs';
import {
  consoleWords,
  builtInTemplate,
  countPortfolio,
  GROUPINGS,
  LEAST_COMPLETE,
  LEAST_SHOWN,
  modelName,
  localDay,
  portfolioCsv,
  portfolioNotes,
  renderPortfolio,
  renderPortfolioHtml,
  STANDARD_STREAM,
  writePortfolio,
  type Grouping,
  type Models,
  jsonText,
} from '../../node.js';
import { beside } from '../both-models.js';
import { spelled } from '../choices.js';
import { DAY_OPTION, expectDay } from '../day-option.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatAsked, type Endings } from '../output-name.js';
import { STORE_OPTION, withStore } from '../store.js';
import { wholeNumber } from '../whole-number.js';
import { onlyOn, type Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';
import { madeBy, modelShelf, printNote, printText, Usage } from '../world.js';

interface Options extends ModelOption {
  store: string;
  pool: boolean;
  as: string | undefined;
  by: Grouping[] | undefined;
  min: number;
  minComplete: number;
  format: PortfolioFormat | undefined;
  json: boolean;
  output: string;
  organizations: boolean;
  date: string | undefined;
  force: boolean;
}

const PORTFOLIO_FORMATS = ['text', 'json', 'csv', 'md', 'html', 'xlsx'] as const;
type PortfolioFormat = (typeof PORTFOLIO_FORMATS)[number];

const PORTFOLIO_ENDINGS: Endings<PortfolioFormat> = {
  ...{ txt: 'text', json: 'json', csv: 'csv', md: 'md', html: 'html', xlsx: 'xlsx' },
};

const formatOf = (options: Pick<Options, 'format' | 'json' | 'output'>): PortfolioFormat =>
  formatAsked(options, PORTFOLIO_ENDINGS, 'text');

/** The edition to count, and with --model a folder of an older one. */
function modelsFor(as: string, older: string | undefined): { readonly models: Models } {
  const { models } = modelShelf(as);
  if (older === undefined) return { models };
  const added = modelShelf(older).models;
  if (models.editions.some((each) => modelName(each) === modelName(added.usual)))
    throw new Usage(
      `--model ${modelName(added.usual)} has no effect with --as, because --as includes older editions. Omit --model, or use the folder of your own older model.`,
    );
  return { models: beside(models, added) };
}

export const portfolio: Command<Options> = {
  command: 'portfolio',
  describe: 'Print the combined results of all organizations in a store',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('model', {
        ...MODEL_OPTION,
        defaultDescription:
          'the default edition, or the newest edition if the store has no results for the default edition',
      })
      .option('pool', {
        type: 'boolean',
        default: false,
        describe: 'Combine the assessments of all models and editions',
      })
      .option('as', {
        type: 'string',
        requiresArg: true,
        describe: 'Edition of the results. aismm also includes answers for older editions that are still valid',
      })
      .option('by', {
        array: true,
        requiresArg: true,
        choices: GROUPINGS,
        // As in other lists, with commas as well.
        coerce: (typed: string[]) => typed.flatMap((each) => each.split(',').map((one) => spelled(one, GROUPINGS))),
        describe: 'Group the organizations by this property',
      })
      .option('min', {
        type: 'number',
        requiresArg: true,
        default: LEAST_SHOWN,
        describe: 'Minimum number of organizations in a group. aismm hides the results of smaller groups',
      })
      .option('min-complete', {
        type: 'number',
        requiresArg: true,
        default: LEAST_COMPLETE,
        describe:
          'Minimum share of answered objectives, from 0 to 1. aismm excludes organizations with a smaller share',
      })
      .option('format', {
        choices: PORTFOLIO_FORMATS,
        requiresArg: true,
        defaultDescription: 'by the file name extension, or text on standard output',
        describe: 'Format of the results',
      })
      .option('json', JSON_OPTION)
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        default: STANDARD_STREAM,
        defaultDescription: 'standard output',
        describe: 'Output file. The file name extension selects the format',
      })
      .option('organizations', {
        type: 'boolean',
        default: false,
        describe: 'Add a sheet with the names and results of the organizations (requires the output format xlsx)',
      })
      .option('date', DAY_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ min, minComplete, date, pool, as, model }) => {
        if (pool && model !== undefined) throw new Usage('--pool and --model cannot be combined. Use one of them.');
        if (pool && as !== undefined) throw new Usage('--pool and --as cannot be combined. Use one of them.');
        expectDay(date);
        wholeNumber('min', min);
        // NaN is no share either.
        if (!(Number(minComplete) >= 0 && Number(minComplete) <= 1))
          throw new Usage(`Invalid --min-complete "${Number(minComplete)}". Use a number from 0 to 1, such as 0.5.`);
        return true;
      })
      .example('aismm portfolio --store results.sqlite --by industry', 'Print the results of each industry')
      .example(
        'aismm portfolio --store results.sqlite --as 1.1',
        'Print the results for edition 1.1, and include valid answers for older editions',
      )
      .example(
        'aismm portfolio --store results.sqlite --by industry -o portfolio.xlsx',
        'Write the results of each industry to a workbook with charts',
      ) as unknown as Argv<Options>,
  noEffect: [onlyOn(['xlsx'], formatOf, 'organizations'), onlyOn(['html', 'xlsx'], formatOf, 'date')],
  handler: async ({ store, model: version, as, pool, by = [], min: least, minComplete, ...options }) => {
    const { output, force, organizations: isListed, date = localDay() } = options;
    const format = formatOf(options);
    const { models } = as === undefined ? modelShelf(version) : modelsFor(as, version);
    const wanted = as === undefined && version === undefined ? undefined : models.usual;
    const details = format === 'html' || format === 'xlsx';
    const counted = await withStore(store, { create: false }, (results) =>
      countPortfolio(results, models, {
        ...{ by, least, minComplete, pool, details, translate: as !== undefined },
        organizations: isListed,
        model: wanted,
      }),
    );
    const { portfolio, model } = counted;
    const notes = portfolioNotes(portfolio, consoleWords, models.editions);
    const content = async (): Promise<string | Uint8Array> => {
      switch (format) {
        case 'json':
          return `${jsonText(portfolio, 2)}\n`;
        case 'csv':
          return portfolioCsv(portfolio, model);
        case 'html':
          return renderPortfolioHtml({ portfolio, model, notes, today: date }, builtInTemplate);
        case 'xlsx':
          return writePortfolio({
            ...{ portfolio, model, notes, today: date, tool: madeBy() },
            organizations: isListed ? counted.organizations : undefined,
          });
        case 'text':
        case 'md':
          return renderPortfolio(portfolio, model, consoleWords, builtInTemplate, { format, builtIn: models.editions });
      }
    };
    const made = await content();
    const isForPeople = format === 'text' || format === 'md';
    if (output === STANDARD_STREAM && isForPeople) printText(String(made));
    else writeFile(output, made, { force });
    // A table has no place for them.
    if (format === 'csv') for (const note of notes) printNote(note);
  },
};
