/** Which workbooks are issued from a list, given what was issued before: the same row keeps its token and its file. */
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import type { Edition } from '../edition/edition.js';
import type { IssuedWorkbook, Manifest } from '../formats/manifest.js';
import type { CampaignRow } from './campaign-list.js';
import { CopyNames } from './copy-names.js';
import { rememberedInMemory } from './remembered.js';
import { organizationKey } from './row.js';

/** What a row is issued as. */
export interface Content {
  readonly edition: Edition;
  /** The digest of what it is filled with. */
  readonly digest: string;
}

/** A workbook to be issued for a row; `before`: as it was recorded at an earlier time. */
export interface PlannedWorkbook {
  readonly row: CampaignRow;
  readonly entry: IssuedWorkbook;
  readonly before?: IssuedWorkbook;
}

/** What planning is told. */
export interface IssuePlanning {
  /** Today. */
  readonly date: string;
  readonly before: Manifest | undefined;
  /** What a row asks for: which edition, and the digest of what goes into the workbook. */
  readonly contentOf: (row: CampaignRow) => Content;
  /** An id that no other workbook has. */
  readonly newTokenId: () => string;
  /** Issues again what has changed. */
  readonly force: boolean;
}

/** The key of what was issued: as a row has it. */
export const keyOfIssued = ({ organization, unit, token }: IssuedWorkbook): string =>
  organizationKey({ name: organization, unit }, token);

/** A workbook for each row. A row that has changed since its workbook was issued is reported: the earlier one may be on its way. */
export function planIssue(
  rows: readonly CampaignRow[],
  { date, before, contentOf, newTokenId, force }: IssuePlanning,
): Parsed<readonly PlannedWorkbook[]> {
  const known = new Map(before?.issued.map((each) => [keyOfIssued(each), each]));
  const taken = rememberedInMemory<string>();
  const names = new CopyNames(taken);
  for (const { file, token } of known.values()) names.take(file, token);
  const findings: Finding[] = [];
  // Names that the list gives are not given to others.
  for (const { file, key, line } of rows) {
    if (file === undefined || known.has(key)) continue;
    const named = names.plainNameFor(file, key);
    if (named.toLowerCase() !== `${file.replace(/\.xlsx$/i, '')}.xlsx`.toLowerCase())
      findings.push(find('list-value', { line }, { of: 'file', found: file, expected: [named] }));
  }
  const planned = rows.map((row): PlannedWorkbook => {
    const { organization, key, due, file } = row;
    const earlier = known.get(key);
    const { edition, digest } = contentOf(row);
    const isSame = earlier?.content === digest;
    if (earlier && !isSame && !force) {
      const found = [organization.name, organization.unit].filter(Boolean).join(', ');
      findings.push(find('issued-otherwise', { line: row.line }, { found }));
    }
    const called = [organization.name, organization.unit ?? ''].filter(Boolean).join(' - ');
    const entry: IssuedWorkbook = {
      ...{ organization: organization.name, unit: organization.unit ?? '' },
      ...(organization.contact === undefined ? {} : { contact: organization.contact }),
      ...(due === undefined ? {} : { due }),
      token: earlier?.token ?? newTokenId(),
      file: earlier?.file ?? names.plainNameFor(file ?? called, key),
      sha256: isSame && !force ? earlier.sha256 : '',
      content: digest,
      date: isSame && !force ? earlier.date : date,
      edition,
    };
    return { row, entry, ...(earlier ? { before: earlier } : {}) };
  });
  return hasErrors(findings) ? { findings } : { value: planned, findings };
}

/** The manifest with these workbooks in it; what is recorded of other rows stays. */
export function withIssued(before: Manifest | undefined, list: string, entries: readonly IssuedWorkbook[]): Manifest {
  const now = new Set(entries.map(keyOfIssued));
  const others = before?.issued.filter((each) => !now.has(keyOfIssued(each))) ?? [];
  return { schemaVersion: 1, list, issued: [...others, ...entries] };
}
