/** `aismm issue`: a personalised workbook for each row of a list. */
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  alone,
  csvFile,
  expectWritable,
  Issuing,
  listTemplateRows,
  localDay,
  manifestText,
  newestByKey,
  newTokenId,
  objectivesOf,
  openKey,
  planIssue,
  readCampaignList,
  readNamed,
  selectModel,
  sha256,
  withIssued,
  type Finding,
  type Manifest,
  type Model,
} from '../../node.js';
import { CAMPAIGN_STEPS, listColumns } from '../campaign-help.js';
import { languageOf, LOCALE_OPTION } from '../locale-option.js';
import { manifestIn, readManifest } from '../issued-folder.js';
import { keyFileOf } from '../key-file.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, madeBy, modelShelf, printData, printFindings, printNote, Stop, Usage } from '../world.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  list: string | undefined;
  into: string | undefined;
  key: string | undefined;
  previous: string | undefined;
  template: boolean;
  quick: boolean;
  locale: string;
  force: boolean;
}

export const issue: Command<Options> = {
  command: 'issue [list]',
  describe: 'Create a workbook to send to each organization in a list',
  builder: (yargs) =>
    yargs
      .positional('list', {
        type: 'string',
        describe: 'List of organizations (CSV file). The columns are listed at the end of this help',
      })
      .option('into', {
        type: 'string',
        requiresArg: true,
        describe: 'Output folder for the workbooks and manifest.json (list of issued workbooks)',
      })
      .option('template', { type: 'boolean', default: false, describe: 'Print a sample list of organizations (CSV)' })
      .option('previous', {
        ...STORE_OPTION,
        requiresArg: true,
        describe: 'The store with earlier results. aismm fills in the earlier answers that are still valid',
      })
      .option('key', {
        type: 'string',
        requiresArg: true,
        defaultDescription: 'file beside the --into folder, with the same name and the extension .key',
        describe: 'File with the secret key for workbook tokens (identifiers). Never share this file',
      })
      .option('model', MODEL_OPTION)
      .option('locale', LOCALE_OPTION)
      .option('quick', {
        type: 'boolean',
        default: false,
        describe: 'Create quick scans, with only the most important objectives of each category',
      })
      .option('force', {
        type: 'boolean',
        default: false,
        describe: 'Replace an issued workbook if the workbook or its row in the list has changed',
      })
      .check(({ template, ...given }) => {
        const other = (['list', 'into', 'previous', 'key'] as const).find((name) => given[name] !== undefined);
        if (template && other !== undefined)
          throw new Usage(
            `--template prints a sample list only. Omit ${other === 'list' ? 'the list' : `--${other}`}, or omit --template.`,
          );
        const { list, into, key } = given;
        if (!template && (list === undefined || into === undefined))
          throw new Usage(
            'Missing list or folder. Use: aismm issue LIST.csv --into FOLDER, or aismm issue --template.',
          );
        if (into !== undefined && key !== undefined && resolve(key).startsWith(resolve(into) + sep))
          throw new Usage('The secret key must not be in the folder of the workbooks. Use a file outside that folder.');
        return true;
      })
      .example('aismm issue --template > list.csv', 'Save a sample list that you can fill in')
      .example('aismm issue list.csv --into issued', 'Create one workbook for each row of the list')
      .example(
        'aismm issue list.csv --into issued --previous results.sqlite',
        'Create workbooks that already contain the valid answers from last year',
      )
      .epilogue(`${listColumns()}\n\n${CAMPAIGN_STEPS}`),
  noEffect: [
    {
      options: ['locale', 'force'],
      why: ({ template }) => (template ? 'on the list that --template prints' : undefined),
      instead: 'omit --template',
    },
  ],
  handler: async ({ list = '', into = '', template, key, previous, model: which, quick, locale, force }) => {
    const { models } = modelShelf(which);
    const whole = quick ? quickScan(models.usual) : models.usual;
    const issuing = new Issuing(whole, models, { tool: madeBy(), language: languageOf(locale) });
    if (template) {
      printData(csvFile(listTemplateRows(issuing.whole)), '\r\n');
      return;
    }
    const bytes = readOrStop(list);
    const rows = inFile(list, readCampaignList(bytes, issuing.whole));
    await alone(into, async () => {
      const path = manifestIn(into);
      expectWritable(path, { force: true, is: 'file' });
      const before = existsSync(path) ? readManifest(into) : undefined;
      if (previous !== undefined)
        await withStore(previous, { create: false }, async (results) => {
          const newest = await newestByKey(results, new Set(rows.map((row) => row.key)));
          issuing.remember(newest);
          printNote(`${newest.size} of ${rows.length} rows have earlier answers in the store`);
        });
      const contents = new Map(rows.map((row) => [row.key, inFile(list, issuing.contentOf(row))]));
      const planned = inFile(
        list,
        planIssue(rows, {
          ...{ date: localDay(), before, newTokenId, force },
          contentOf: ({ key: of }) => contents.get(of) ?? { edition: issuing.whole.edition, digest: '' },
        }),
      );
      const keyFile = key ?? keyFileOf(into);
      const sign = openKey(keyFile, { create: before === undefined });
      const write = (content: Manifest): void => writeFile(path, manifestText(content), { force: true, quiet: true });
      const digestOfList = sha256(bytes);
      const { value: there, findings: changed } = await issuing.checked(planned, { into, sign, force });
      if (!there) throw new Stop(EXIT.inputErrors, changed);
      // The tokens are recorded before any workbook has them, so that an interrupted run goes on with the same ones.
      write(
        withIssued(
          before,
          digestOfList,
          planned.map(({ entry }) => entry),
        ),
      );
      const entries = [];
      let written = 0;
      for (const each of planned) {
        const digest = there.get(each.row.key);
        if (digest !== undefined) {
          entries.push({ ...each.entry, sha256: digest });
          continue;
        }
        // Whoever wants to stop it is heard between two workbooks.
        await setImmediate();
        const content = await issuing.make(each, sign);
        writeFile(join(into, each.entry.file), content, { force: true, quiet: true });
        entries.push({ ...each.entry, sha256: sha256(content) });
        written += 1;
      }
      write(withIssued(before, digestOfList, entries));
      const kept = planned.length - written;
      printNote(
        `wrote ${written === 1 ? '1 workbook' : `${written} workbooks`} into ${into}${kept > 0 ? `, ${kept} existed already` : ''}`,
      );
      printNote(
        `The key is in ${keyFile}. Keep this file, because you need the key to check the tokens of returned workbooks. Never share this file.`,
      );
    });
  },
};

function quickScan(model: Model): Model {
  if (!objectivesOf(model).some((each) => each.quick))
    throw new Usage('--quick: the model has no quick scan. Omit the option, or choose another --model.');
  return selectModel(model, { quick: true });
}

function readOrStop(file: string): Uint8Array {
  const { value, findings } = readNamed(file);
  if (!value) throw new Stop(EXIT.inputErrors, findings);
  return value;
}

/** The value, after what was found was printed; with errors the command stops, and writes no file. */
function inFile<T>(
  file: string,
  { value, findings }: { readonly value?: T; readonly findings: readonly Finding[] },
): T {
  const told = findings.map((each): Finding => ({ ...each, file }));
  if (value === undefined) throw new Stop(EXIT.inputErrors, told);
  printFindings(told);
  return value;
}
