/** The workbooks of a campaign: what each row of a list gets, and which of them are there already. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignRow } from '../desk/campaign-list.js';
import type { PlannedWorkbook } from '../desk/issue-list.js';
import { markedMigration } from '../desk/migrate.js';
import { prefilled, type Prefilled } from '../desk/prefill.js';
import type { StoredAssessment } from '../desk/results.js';
import { tokenFor, type Sign } from '../desk/tokens.js';
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { issue, type Issued, type IssueOptions, type Models } from '../layout/shelf.js';
import type { Model } from '../model/model.js';
import { selectModel } from '../model/select.js';
import { annotateWorkbook } from '../workbook/annotate.js';
import type { Filler } from '../workbook/fill-many.js';
import { makeFiller } from './bound.js';
import { sha256 } from './digest.js';
import { readNamed } from './files.js';

/** What a row is filled with, and the workbook of its part. */
interface Made {
  readonly issued: Issued;
  readonly prefilled: Prefilled;
}

/** Makes the workbooks for the rows of a list: one template for each part of the model that rows ask for. */
export class Issuing {
  readonly whole: Issued;
  readonly #parts = new Map<string, { readonly issued: Issued; fill?: Promise<Filler> }>();
  #before: ReadonlyMap<string, StoredAssessment> = new Map();

  constructor(
    private readonly model: Model,
    private readonly models: Models,
    private readonly options: IssueOptions,
  ) {
    this.whole = issue(model, options);
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
    const issued = issue(model, this.options);
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

  /**
   * The bytes of a workbook; the same ones in every run.
   * @throws An `Error` if `contentOf` gives no content for the row.
   */
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

  /**
   * Digests of the workbooks that are there already, by the key of their row. Another file in the place of one is reported,
   * and there is no value.
   * @throws An `Error` if `contentOf` gives no content for a planned row.
   */
  async checked(
    planned: readonly PlannedWorkbook[],
    { into, sign, force }: { readonly into: string; readonly sign: Sign; readonly force: boolean },
  ): Promise<Parsed<ReadonlyMap<string, string>>> {
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
    return findings.length > 0 ? { findings } : { value: there, findings };
  }
}
