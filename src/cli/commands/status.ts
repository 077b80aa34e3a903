/** `aismm status`: which rows of a list have sent their workbook back, and whom to write to about the others. */
import { existsSync } from 'node:fs';
import {
  builtInTemplate,
  issue,
  keptInWords,
  localDay,
  openKey,
  readCampaignList,
  readNamed,
  renderStatus,
  renderStatusHtml,
  STANDARD_STREAM,
  statusCsv,
  statusOf,
  matchInWords,
  messagesIn,
  type CampaignStatus,
  type Finding,
  jsonText,
} from '../../node.js';
import { CAMPAIGN_STEPS } from '../campaign-help.js';
import { DAY_OPTION, expectDay } from '../day-option.js';
import { readManifest } from '../issued-folder.js';
import { keyFileOf } from '../key-file.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatAsked, type Endings } from '../output-name.js';
import { printQueueStatus } from '../queue-status.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, madeBy, modelShelf, printFindings, printNote, printText, Stop, Usage } from '../world.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

const STATUS_FORMATS = ['text', 'csv', 'json', 'html'] as const;
type StatusFormat = (typeof STATUS_FORMATS)[number];

interface Options extends ModelOption {
  list: string | undefined;
  store: string;
  queue: boolean;
  issued: string | undefined;
  key: string | undefined;
  format: StatusFormat | undefined;
  json: boolean;
  output: string;
  date: string | undefined;
  force: boolean;
}

const STATUS_ENDINGS: Endings<StatusFormat> = { txt: 'text', csv: 'csv', json: 'json', html: 'html' };

export const status: Command<Options> = {
  command: 'status [list]',
  describe: 'Show which organizations in a list have returned their workbooks, or show the progress of a queue',
  builder: (yargs) =>
    yargs
      .positional('list', {
        type: 'string',
        describe: 'List of organizations (CSV file) that you used for “aismm issue”',
      })
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('queue', {
        type: 'boolean',
        default: false,
        describe: 'Show the progress and the failed files of the queue instead of organizations',
      })
      .option('issued', {
        type: 'string',
        requiresArg: true,
        describe:
          'Output folder of “aismm issue”. aismm uses the tokens in this folder to find the organization of each returned workbook',
      })
      .option('key', {
        type: 'string',
        requiresArg: true,
        defaultDescription: 'file beside the --issued folder, with the same name and the extension .key',
        describe: 'File with the secret key for workbook tokens (identifiers)',
      })
      .option('format', {
        choices: STATUS_FORMATS,
        requiresArg: true,
        defaultDescription: 'by the file name extension, or text on standard output',
        describe: 'Output format: text and html for people, csv for a mail merge, json for programs',
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
      .option('date', DAY_OPTION)
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ date, key, issued, list, queue, ...others }) => {
        if (list === undefined && !queue) throw new Usage('Missing [list]. Specify a list, or use --queue.');
        if (queue) expectQueueOnly({ list, date, key, issued, ...others });
        expectDay(date);
        if (key !== undefined && issued === undefined)
          throw new Usage('--key needs --issued FOLDER. Omit --key, or use --issued too.');
        return true;
      })
      .example(
        'aismm status list.csv --store results.sqlite --issued issued',
        'List the state of each organization, with the most urgent organizations first',
      )
      .example(
        'aismm status list.csv --store results.sqlite --issued issued -o reminders.csv',
        'Write a CSV file for a mail merge, with the contact and the state of each organization',
      )
      .example(
        'aismm status --queue --store postgres://assessor@db.example.com/results',
        'Show how many files are done, and which files failed',
      )
      .epilogue(CAMPAIGN_STEPS),
  noEffect: [{ options: ['force'], why: ({ queue }) => (queue ? 'with --queue' : undefined), instead: 'omit --queue' }],
  handler: async ({
    queue,
    list = '',
    store,
    issued: folder,
    key,
    model: which,
    output,
    date = localDay(),
    force,
    ...options
  }) => {
    if (queue) return printQueueStatus(store, { json: options.json || options.format === 'json' });
    const format = formatAsked({ ...options, output }, STATUS_ENDINGS, 'text');
    const { models } = modelShelf(which);
    const { value: bytes, findings: unread } = readNamed(list);
    if (!bytes) throw new Stop(EXIT.inputErrors, unread);
    const { value: rows, findings } = readCampaignList(bytes, issue(models.usual, { tool: madeBy() }));
    const told = findings.map((each): Finding => ({ ...each, file: list }));
    if (!rows) throw new Stop(EXIT.inputErrors, told);
    printFindings(told);
    const manifest = folder === undefined ? undefined : readManifest(folder);
    const keyFile = key ?? (folder === undefined ? undefined : keyFileOf(folder));
    const isHere = keyFile !== undefined && (key !== undefined || existsSync(keyFile));
    const sign = isHere ? openKey(keyFile, { create: false }) : undefined;
    if (!manifest) printNote('Without --issued, aismm finds the row of a workbook only by organization and unit.');
    else if (!sign)
      printNote(
        'aismm did not find the secret key, so aismm does not check the tokens. Specify the key file with --key.',
      );
    const made = await withStore(store, { create: false }, (results) =>
      statusOf({ rows, manifest, sign, date, returned: results.returned() }),
    );
    printFindings(made.findings);
    const text = rendered(made.status, format, manifest !== undefined);
    if (output === STANDARD_STREAM && format === 'text') printText(text);
    else writeFile(output, text, { force });
  },
};

/** Throws where an option of a list is used for a queue. */
function expectQueueOnly(given: Readonly<Record<string, unknown>>): void {
  if (given['list'] !== undefined) throw new Usage('A list and --queue cannot be combined. Use one of them.');
  const ofList = ['issued', 'key', 'date', 'model'].find((name) => given[name] !== undefined);
  if (ofList !== undefined) throw new Usage(`--${ofList} is for a list, not for --queue. Omit --${ofList}.`);
  const { format, output } = given;
  if (format === 'csv' || format === 'html') throw new Usage(`Invalid --format "${format}". Use: text, json.`);
  if (output !== STANDARD_STREAM)
    throw new Usage('--output is for a list, not for --queue. Omit --output, and redirect the output with “>”.');
}

/** The status in a format; reasons become sentences here. */
function rendered(made: CampaignStatus, format: StatusFormat, hasTokens: boolean): string {
  const messages = messagesIn();
  const rows = made.rows.map((row) => ({
    ...row,
    reasons: row.reasons.map((each) => keptInWords(each, messages)),
  }));
  const shown = { ...made, rows };
  // Where no token can be looked for, it need not be said of each row.
  const matched = rows.map((row) => ({ ...row, match: hasTokens ? matchInWords(row.matchedBy) : '' }));
  const forPeople = { ...made, rows: matched };
  switch (format) {
    case 'json':
      return `${jsonText(shown, 2)}\n`;
    case 'csv':
      return statusCsv(shown);
    case 'html':
      return renderStatusHtml(forPeople, builtInTemplate);
    case 'text':
      return renderStatus(forPeople, builtInTemplate);
  }
}
