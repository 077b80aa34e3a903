/** `aismm issue`: a personalised workbook for each row of a list. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandModule } from 'yargs';
import {
  annotateWorkbook,
  CSV_BEGIN,
  csvLine,
  expectWritable,
  find,
  issue as issueEdition,
  makeFiller,
  localDay,
  manifestText,
  markedMigration,
  newestByKey,
  newTokenId,
  objectivesOf,
  openKey,
  planIssue,
  prefilled,
  readCampaignList,
  readNamed,
  listTemplateRows,
  selectModel,
  sha256,
  tokenFor,
  withIssued,
  type CampaignRow,
  type Filler,
  type Finding,
  type Issued,
  type Language,
  type Manifest,
  type Model,
  type Models,
  type PlannedWorkbook,
  type Prefilled,
  type Sign,
  type StoredAssessment,
} from '../../node.js';
import { languageOf, LOCALE_OPTION } from '../locale-option.js';
import { keyFileOf, manifestIn, readManifest } from '../issued-folder.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, madeBy, modelShelf, printData, printFindings, printNote, Stop, Usage } from '../world.js';
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

export const issue: CommandModule<object, Options> = {
  command: 'issue [list]',
  describe: 'Write a workbook for each organization of a list, to send to the organizations',
  builder: (yargs) =>
    yargs
      .positional('list', { type: 'string', describe: 'List of organizations (CSV file)' })
      .option('into', { type: 'string', requiresArg: true, describe: 'Folder for the workbooks and their manifest' })
      .option('template', { type: 'boolean', default: false, describe: 'Print a sample list' })
      .option('previous', {
        ...STORE_OPTION,
        requiresArg: true,
        describe: 'SQLite file with earlier results; the command fills in the answers that are still valid',
      })
      .option('key', {
        type: 'string',
        requiresArg: true,
        defaultDescription: 'beside the folder --into, with the name of the folder and .key',
        describe:
          'File with the secret key of the tokens. The command creates this file only once. Never send this file',
      })
      .option('model', MODEL_OPTION)
      .option('locale', LOCALE_OPTION)
      .option('quick', {
        type: 'boolean',
        default: false,
        describe: 'Write workbooks with only the objectives of the quick scan',
      })
      .option('force', {
        type: 'boolean',
        default: false,
        describe: 'Issue the workbooks of changed rows again, and replace issued files that were changed',
      })
      .example('aismm issue --template > list.csv', 'Print a sample list to fill in')
      .example(
        'aismm issue list.csv --into issued',
        'Write one workbook per row; if the command was interrupted, run it again to continue',
      )
      .example(
        'aismm issue list.csv --into issued --previous results.sqlite',
        'Write workbooks with the answers of last year',
      ),
  handler: async ({ list, into, template, key, previous, model: which, quick, locale, force }) => {
    const { models } = modelShelf(which);
    const whole = quick ? quickScan(models.usual) : models.usual;
    const issuing = new Issuing(whole, models, languageOf(locale));
    if (template) {
      printData(
        CSV_BEGIN +
          listTemplateRows(issuing.whole)
            .map((row) => csvLine(row))
            .join(''),
        '\r\n',
      );
      return;
    }
    if (list === undefined || into === undefined)
      throw new Usage('Missing list or folder. Use: aismm issue LIST.csv --into DIR, or aismm issue --template.');
    const bytes = readOrStop(list);
    const rows = inFile(list, readCampaignList(bytes, issuing.whole));
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
    const there = await issuing.checked(planned, { into, sign, force });
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
      const content = await issuing.make(each, sign);
      writeFile(join(into, each.entry.file), content, { force: true, quiet: true });
      entries.push({ ...each.entry, sha256: sha256(content) });
      written += 1;
    }
    write(withIssued(before, digestOfList, entries));
    const kept = planned.length - written;
    printNote(`wrote ${written} workbooks into ${into}${kept > 0 ? `, ${kept} existed already` : ''}`);
    printNote(
      `The key is in ${keyFile}. Keep this file: without the key, you cannot check the tokens of returned workbooks. Never send this file.`,
    );
  },
};

/** What a row is filled with, and the workbook of its part. */
interface Made {
  readonly issued: Issued;
  readonly prefilled: Prefilled;
}

/** Makes the workbooks: one template for each part of the model that rows ask for. */
class Issuing {
  readonly whole: Issued;
  readonly #parts = new Map<string, { readonly issued: Issued; fill?: Promise<Filler> }>();
  #before: ReadonlyMap<string, StoredAssessment> = new Map();

  constructor(
    private readonly model: Model,
    private readonly models: Models,
    private readonly language: Language,
  ) {
    this.whole = issueEdition(model, { tool: madeBy(), language });
  }

  /** Earlier answers, by the key of the organization. */
  remember(before: ReadonlyMap<string, StoredAssessment>): void {
    this.#before = before;
  }

  #partOf({ categories }: CampaignRow) {
    const part = JSON.stringify(categories ?? []);
    const known = this.#parts.get(part);
    if (known) return known;
    const model = categories ? selectModel(this.model, { categories }) : this.model;
    const issued = issueEdition(model, { tool: madeBy(), language: this.language });
    const made: { readonly issued: Issued; fill?: Promise<Filler> } = { issued };
    this.#parts.set(part, made);
    return made;
  }

  #made(row: CampaignRow) {
    const { issued } = this.#partOf(row);
    const { value, findings } = prefilled(row, issued, this.#before.get(row.key), this.models);
    const at = { line: row.line };
    return value
      ? { value: { issued, prefilled: value }, findings }
      : { findings: findings.map((each): Finding => ({ ...each, ...at })) };
  }

  /** The edition of a row's workbook, and the digest of what is in it. */
  contentOf(row: CampaignRow) {
    const { value, findings } = this.#made(row);
    if (!value) return { findings };
    // A later version of this program issues the same.
    const edition = { ...value.issued.edition, tool: '' };
    const { assessment, migrated } = value.prefilled;
    const answers = [...assessment.answers];
    const outcomes = migrated?.answers.map(({ id, outcome }) => [id, outcome]);
    const text = JSON.stringify({ edition, due: row.due, assessment: { ...assessment, answers }, outcomes });
    return { value: { edition: value.issued.edition, digest: sha256(text) }, findings };
  }

  /** The bytes of a workbook; the same ones in every run. */
  async make({ row, entry: { token: id } }: PlannedWorkbook, sign: Sign): Promise<Uint8Array> {
    const { value } = this.#made(row);
    if (!value) throw new Error('a planned row has no content');
    const { issued, prefilled: content }: Made = value;
    const addressed = { token: tokenFor(id, sign), ...(row.due === undefined ? {} : { due: row.due }) };
    if (content.migrated) {
      const { read, findings } = markedMigration(content.migrated, issued);
      return annotateWorkbook({ ...read, addressed }, findings);
    }
    const part = this.#partOf(row);
    part.fill ??= makeFiller(part.issued, { isAddressed: true });
    return (await part.fill)(content.assessment, addressed);
  }

  /** Digests of the workbooks that are there already, by the key of their row. Another file in the place of one stops the command. */
  async checked(
    planned: readonly PlannedWorkbook[],
    { into, sign, force }: { readonly into: string; readonly sign: Sign; readonly force: boolean },
  ): Promise<ReadonlyMap<string, string>> {
    const there = new Map<string, string>();
    const findings: Finding[] = [];
    for (const each of planned) {
      const { entry, row } = each;
      const path = join(into, entry.file);
      const found = existsSync(path) ? readNamed(path).value : undefined;
      if (!found) continue;
      const expected = entry.sha256 === '' ? sha256(await this.make(each, sign)) : entry.sha256;
      if (sha256(found) === expected) there.set(row.key, expected);
      else if (!force) findings.push(find('issued-file-changed', { file: path }, { found: entry.file }));
    }
    if (findings.length > 0) throw new Stop(EXIT.inputErrors, findings);
    return there;
  }
}

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

/** The value, after what was found was printed; with errors the command stops, and nothing is written. */
function inFile<T>(
  file: string,
  { value, findings }: { readonly value?: T; readonly findings: readonly Finding[] },
): T {
  const told = findings.map((each): Finding => ({ ...each, file }));
  if (value === undefined) throw new Stop(EXIT.inputErrors, told);
  printFindings(told);
  return value;
}
