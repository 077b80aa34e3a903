/** `aismm report`: what a board, a CISO and an auditor want to read of one organization. */
import { basename } from 'node:path';
import type { Argv } from 'yargs';
import {
  builtInTemplate,
  computeFigures,
  find,
  findOrganization,
  inTime,
  isError,
  keptInWords,
  messagesIn,
  makeReport,
  modelName,
  organizationsIn,
  readNamed,
  readPeers,
  readScore,
  reportFromStore,
  REPORT_FORMATS,
  STANDARD_STREAM,
  localDay,
  type ReportFormat,
  type ReportSource,
  type Shelf,
} from '../../node.js';
import { onlyOn, type Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';
import { DAY_OPTION, expectDay } from '../day-option.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { namedFiles } from '../named-files.js';
import { formatAsked, type Endings } from '../output-name.js';
import { notAsked, readWorkbookFile } from '../read-file.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, modelShelf, printFindings, printNote, Stop, told, Usage } from '../world.js';

/** A list of actions is a table for programs, and `.csv` alone could be any. */
const REPORT_ENDINGS: Endings<ReportFormat> = {
  ...{ html: 'html', md: 'md', json: 'json', 'actions.csv': 'actions.csv' },
};

interface Options extends ModelOption {
  files: string[];
  output: string;
  format: ReportFormat | undefined;
  json: boolean;
  store: string | undefined;
  organization: string | undefined;
  unit: string | undefined;
  benchmark: string | undefined;
  date: string | undefined;
  force: boolean;
}

const formatOf = (options: Options): ReportFormat => formatAsked(options, REPORT_ENDINGS, 'html');

export const report: Command<Options> = {
  command: 'report [files..]',
  describe: 'Write a report on one organization, for the board, the CISO and auditors',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        defaultDescription: 'none',
        describe: 'Completed workbook of the organization. To show the trend, add earlier workbooks',
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        default: STANDARD_STREAM,
        defaultDescription: 'standard output',
        describe: 'Output file. The file name extension selects the format',
      })
      .option('format', {
        choices: REPORT_FORMATS,
        requiresArg: true,
        defaultDescription: 'by the file name extension, or html on standard output',
        describe: 'Output format: html and md for people, json for programs, actions.csv for a list of actions',
      })
      .option('json', JSON_OPTION)
      .option('store', { ...STORE_OPTION, requiresArg: true })
      .option('organization', {
        type: 'string',
        requiresArg: true,
        describe: 'Name of the organization in the store (requires --store)',
      })
      .option('unit', {
        type: 'string',
        requiresArg: true,
        describe: 'Unit of the organization, if the organization has several units (requires --store)',
      })
      .option('benchmark', {
        type: 'string',
        requiresArg: true,
        describe:
          'File with the results of other organizations for comparison. To create the file, save the output of “aismm portfolio --json”',
      })
      .option('date', DAY_OPTION)
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ files = [], store, organization, unit, date }) => {
        if (files.length === 0 && store === undefined)
          throw new Usage('Specify the completed workbook, or use --store STORE and --organization NAME.');
        if (files.length > 0 && store !== undefined)
          throw new Usage('Workbooks and --store cannot be combined. Specify workbooks, or use --store.');
        if ((store === undefined) !== (organization === undefined))
          throw new Usage(
            '--store STORE and --organization NAME must be used together. Use both options, or omit both.',
          );
        if (unit !== undefined && store === undefined)
          throw new Usage('--unit needs --store STORE and --organization NAME. Omit --unit, or use these options too.');
        expectDay(date);
        return true;
      })
      .example('aismm report acme.xlsx -o acme.html', 'Write the report as an HTML page')
      .example(
        'aismm report 2025.xlsx 2026.xlsx -o acme.html',
        'Write a report that also shows the trend from 2025 to 2026',
      )
      .example(
        'aismm report acme.xlsx -o acme.actions.csv',
        'Write a list of actions that you can import into a task board',
      ) as unknown as Argv<Options>,
  noEffect: [onlyOn(['html', 'json'], formatOf, 'benchmark'), onlyOn(['html', 'md', 'json'], formatOf, 'date')],
  handler: async (options) => {
    const { output, force, date = localDay() } = options;
    const format = formatOf(options);
    const shelf = modelShelf(options.model);
    const benchmark = options.benchmark === undefined ? undefined : benchmarkOf(options.benchmark);
    const { found, isFaulty } =
      options.store === undefined
        ? await fromFiles(options, shelf)
        : { found: await fromStore(options.store, options, shelf), isFaulty: false };
    const own = modelName(found.model);
    if (benchmark?.model !== undefined && benchmark.model !== own) {
      // Editions ask different things, so that their figures can't be compared.
      printNote(
        `${options.benchmark ?? ''} is a portfolio for ${benchmark.model}, but this report is for ${own}. Create a portfolio for ${own}.`,
      );
      throw new Stop(EXIT.inputErrors);
    }
    const source: ReportSource = { ...found, today: date, peers: benchmark?.peers ?? found.peers };
    writeFile(output, makeReport(source, format, builtInTemplate), { force });
    if (isFaulty) throw new Stop(EXIT.inputErrors);
  },
};

type Found = Omit<ReportSource, 'today'>;

async function fromFiles(
  { files: typed, output, model: which }: Options,
  shelf: Shelf,
): Promise<{ found: Found; isFaulty: boolean }> {
  const files = await namedFiles(typed, output);
  const all = await Promise.all(files.map((file) => readWorkbookFile(file, shelf, which)));
  const read = all.flatMap(({ file, sha256, read: value, findings }) => {
    if (!value) return [];
    const { model, assessment } = value;
    return [
      {
        file,
        sha256,
        model,
        assessment,
        findings,
        score: readScore(computeFigures(model, assessment), assessment.selection),
      },
    ];
  });
  // What cannot be read is no part of a report.
  const unread = all.filter(({ read: value }) => !value).flatMap(({ findings }) => findings);
  printFindings(unread);
  if (unread.length > 0) throw new Stop(EXIT.inputErrors);
  const organizations = organizationsIn(read);
  if (organizations.length > 1)
    throw new Usage(
      `A report covers one organization, but these workbooks are from ${organizations.length} organizations: ${organizations.join(' · ')}.`,
    );
  const timed = inTime(read);
  if (!timed) throw new Usage('Specify the completed workbook.');
  const { newest, earlier } = timed;
  const { model, assessment, file, sha256, findings } = newest;
  printFindings(findings.filter((each) => isError(each) || each.code === 'other-model'));
  return {
    found: { model, assessment, earlier, source: { file: basename(file), sha256 }, diagnostics: told(findings) },
    isFaulty: findings.some(isError),
  };
}

async function fromStore(
  store: string,
  { organization = '', unit, model: which }: Options,
  { models }: Shelf,
): Promise<Found> {
  return await withStore(store, { create: false }, async (results) => {
    const { value: key, findings } = await findOrganization(results.names(), { organization, unit });
    if (key === undefined) throw new Stop(EXIT.inputErrors, findings);
    const made = await reportFromStore(results, models, key);
    if (!made) {
      printNote(
        `The model of the newest assessment of ${organization} is not installed. Specify the folder of this model with --model.`,
      );
      throw new Stop(EXIT.inputErrors);
    }
    const { model, assessment, earlier, peers, stored } = made;
    if (which !== undefined)
      printFindings(notAsked(made, models.usual).map((each) => ({ ...each, file: stored.path })));
    const diagnostics = stored.findings.map((each) => keptInWords(each, messagesIn()));
    return {
      model,
      assessment,
      earlier,
      peers,
      source: { file: basename(stored.path), sha256: stored.sha256 },
      diagnostics,
    };
  });
}

function benchmarkOf(file: string): NonNullable<ReturnType<typeof readPeers>> {
  const { value: bytes, findings } = readNamed(file);
  if (!bytes) throw new Stop(EXIT.inputErrors, findings);
  const read = readPeers(Buffer.from(bytes).toString('utf8'));
  if (!read) throw new Stop(EXIT.inputErrors, [find('not-portfolio', { file })]);
  return read;
}
