/** Workbooks of released layouts are read for ever with the same answers, the same figures and the same findings. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatAnswers } from '../src/assessment/answers-json.js';
import { sortFindings } from '../src/diagnostic/finding.js';
import { scored, scoreReport } from '../src/formats/score-report.js';
import type { Diagnostic } from '../src/locale/message.js';
import { annotateWorkbook } from '../src/workbook/annotate.js';
import { auditWorkbook } from '../src/workbook/audit.js';
import { readWorkbook } from '../src/workbook/read.js';
import { installed, shelfOf } from './installed.js';
import { told } from './told.js';
import { messagesIn } from '../src/locale/messages.js';

/** What the version that issued them has read in them. */
interface Kept {
  readonly answers: object;
  readonly score: { readonly file: string; readonly diagnostics: readonly KeptDiagnostic[] };
  readonly check: readonly KeptDiagnostic[];
}
type KeptDiagnostic = Omit<Diagnostic, 'affects'>;

const shelf = shelfOf(installed().model);

/** What version 0.1.0 said in other words than are said now, and what is said now: the words may become clearer, the facts stay. */
const REWORDED: Readonly<Record<string, string>> = {
  'Not applicable needs its reason in the Notes column; until then the objective counts as unanswered.':
    'The answer is “Not applicable”, but the Notes column contains no reason. aismm treats the objective as unanswered. Write the reason in the Notes column.',
  'The answer was valid until 2026-01-31, before the assessment date 2026-10-12; it counts as expired. Assess the objective again.':
    'The answer was valid until 2026-01-31, but the assessment date is 2026-10-12. aismm treats the answer as expired. Assess the objective again.',
  'The column “Ticket” is not one of this workbook’s: 3 filled cells in it were not read. If they are answers, copy them into the column they belong in.':
    'The “Ticket” column is not part of the original workbook. aismm did not read the column (number of filled-in cells: 3). If the column contains answers, copy them into the correct column.',
  'The date was typed as text (“12 September 2026”); it is read as 2026-09-12, but the workbook itself does not count it. Type it as a date.':
    'The date is stored as text (“12 September 2026”). aismm reads the date 2026-09-12, but the formulas of the workbook ignore text. Enter the value as a date.',
  'The number was typed as text (“97”); it is read as 97, but the workbook itself does not count it. Type it as a number.':
    'The number is stored as text (“97”). aismm reads the number 97, but the formulas of the workbook ignore text. Enter the value as a number.',
  'The row of MON-3B is missing; it counts as unanswered. Put the row back from a fresh workbook and answer it.':
    'The row for MON-3B is missing, so aismm treats the objective as unanswered. Copy the row from a new workbook, and fill in the row.',
  'The workbook shows FALSE here; computed from its answers it is TRUE (the same goes for Q51 on this sheet). The computed figure counts. Recalculate the workbook (F9) and save it.':
    'The workbook shows FALSE in this cell. The result that aismm computed from the answers is TRUE. Results in other cells of this sheet also differ (Q51). aismm uses the computed result. Recalculate the workbook (F9), and save it.',
  '“Mostly met” is not one of Met, Partially met, Not met, Not applicable; did you mean “Partially met”? It counts as blank. Choose from the list.':
    '“Mostly met” is not a valid option. Did you mean “Partially met”? aismm treats the cell as blank. Choose one of these options: Met, Partially met, Not met, Not applicable.',
};

/** What was kept, each sentence in the words of now; one that is not in the table has to be as it was. */
const inWordsOfNow = (kept: readonly KeptDiagnostic[]): unknown[] =>
  kept.map(({ message, ...rest }) => ({ ...rest, message: REWORDED[message] ?? message }));

/** Without what was not said then: whether anything is wrong because of it. */
const asThen = (diagnostics: readonly Diagnostic[]): KeptDiagnostic[] =>
  diagnostics.map(({ affects: _, ...rest }) => rest);

/** As JSON has it: what is undefined is left out. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const folder = new URL('fixtures/layout-1/', import.meta.url);
const names = readdirSync(folder).flatMap((name) => /^(.+)\.xlsx$/.exec(name)?.[1] ?? []);

/** What is not the same for all of them. */
const ISSUED_AS: Readonly<Record<string, object>> = {
  companion: { companion: 'https://example.org/companion.html' },
  'part-cloud': { part: { deployments: ['paas', 'api-saas'] } },
  'part-categories': { part: { categories: ['IAM', 'MOD'] } },
};

test('all of them are looked at', () => {
  expect(names).toHaveLength(8);
  expect(names).toEqual(expect.arrayContaining(Object.keys(ISSUED_AS)));
});

describe.each(names)('layout 1: %s', (name) => {
  const file = `${name}.xlsx`;
  const bytes = new Uint8Array(readFileSync(new URL(file, folder)));
  const kept = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Kept;
  const { value: read, findings: found } = readWorkbook(bytes, shelf);
  const findings = found.map((each) => ({ ...each, file }));
  if (!read) throw new Error(JSON.stringify(findings));

  test('is read as what it was issued as', () => {
    const same = { model: 'aismm', version: '1.0', language: 'en', layout: 1, tool: 'aismm-workbook 0.1.0' };
    expect(read.edition).toMatchObject({ ...same, ...ISSUED_AS[name] });
    if (name !== 'companion') expect(read.edition.companion).toBeUndefined();
  });

  test('the same answers', () => {
    expect(plain(formatAnswers(read.assessment, read.model))).toEqual(kept.answers);
  });

  test('the same figures and findings', () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { edition, diagnostics, ...report } = scoreReport(scored({ file, sha256 }, read, findings), messagesIn());
    expect(edition).toEqual(read.edition);
    // Figures that are newer than the layout may stand beside those that were.
    expect(plain({ ...report, diagnostics: asThen(diagnostics) })).toMatchObject({
      ...kept.score,
      diagnostics: inWordsOfNow(kept.score.diagnostics),
    });
  });

  test('the same is found by a check', () => {
    const all = sortFindings([...findings, ...auditWorkbook(read).map((each) => ({ ...each, file }))]);
    expect(plain(asThen(told(all)))).toEqual(inWordsOfNow(kept.check));
  });

  test('the annotated copy is of the same edition, and holds the same answers', async () => {
    const copy = new Uint8Array(await annotateWorkbook(read, findings));
    const again = readWorkbook(copy, shelf);
    expect(again.value?.edition).toEqual(read.edition);
    expect(again.value?.assessment).toEqual(read.assessment);
  });
});
