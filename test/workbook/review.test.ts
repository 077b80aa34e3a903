/** A workbook for a review: it has all that was answered, it gives back what an assessor says, and respondents never see it. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answersSchema, parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import type { Answer, Assessment, LinkedText } from '../../src/assessment/assessment.js';
import { migrateAssessment } from '../../src/assessment/migrate.js';
import { mergeFiles } from '../../src/desk/merge.js';
import { recordOf } from '../../src/desk/record.js';
import { forReview } from '../../src/desk/review.js';
import { splitAssessment } from '../../src/desk/split.js';
import { wholeOf } from '../../src/edition/edition.js';
import { scored, scoreReport } from '../../src/formats/score-report.js';
import { scoreReportSchema } from '../../src/formats/score-schema.js';
import { issue } from '../../src/layout/shelf.js';
import { messagesIn } from '../../src/locale/messages.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { anyReviewed, assessmentOf } from '../assessments.js';
import { holes } from '../engines/cases.js';
import { edition } from '../editions.js';
import { installed, shelfOf, TOOL } from '../installed.js';

const shelf = shelfOf(holes);
const ADDRESSED = { token: `${'a'.repeat(32)}.${'b'.repeat(64)}`, due: '2026-12-31' };

function read(bytes: Uint8Array, from = shelf): ReadWorkbook {
  const { value, findings } = readWorkbook(bytes, from);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

const minutes: LinkedText = { text: 'Minutes', link: 'https://example.org/minutes' };
const answered = assessmentOf(holes, {
  answers: {
    'GOV-2A': { answer: 'met', evidence: minutes },
    'GOV-4A': { measured: 3 },
    'IAM-3A': { answer: 'not-applicable', notes: 'Nothing of it' },
  },
  comments: { 'answers.GOV-2A.answer': 'See the minutes' },
});
const reviewed: Answer = { review: 'not-agreed', reviewRemark: 'The minutes are of another system.' };
const withReview = (assessment: Assessment): Assessment => ({
  ...assessment,
  answers: new Map(
    [...assessment.answers].map(([id, given]) => [id, id === 'GOV-2A' ? { ...given, ...reviewed } : given]),
  ),
});
const columnsIn = (bytes: Uint8Array): string[] =>
  read(bytes).issued.inputs.tables.flatMap(({ id, columns }) =>
    id === 'answers' ? columns.map((each) => each.id) : [],
  );

describe('a respondent’s workbook', () => {
  test('has no column, list, figure or name of a review', () => {
    const text = JSON.stringify(planWorkbook(issue(holes, { tool: TOOL }), { assessment: answered }));
    expect(text.match(/reviewed|undisputed|list_reviews|answers_review|not-agreed/gi)).toBeNull();
  });
});

describe('the workbook for a review', () => {
  test('has every answer, link, comment and the token; only the two columns are to be filled in', async () => {
    const own = read(
      await writeXlsx(planWorkbook(issue(holes, { tool: TOOL }), { assessment: answered, addressed: ADDRESSED })),
    );
    const bytes = await forReview(own, shelf, TOOL);
    if (!bytes) throw new Error('the edition is here');
    const back = read(bytes);
    expect([back.assessment, back.addressed, back.edition.review]).toEqual([own.assessment, ADDRESSED, true]);
    expect(columnsIn(bytes).slice(-2)).toEqual(['review', 'reviewRemark']);
    const plan = planWorkbook(back.issued);
    const yellow = plan.sheets
      .find(({ name }) => name === 'Control Objectives')
      ?.cells.filter(({ style }) => style.unlocked && style.fill !== 'FFFFFF')
      .map(({ subject }) => subject?.column);
    expect([...new Set(yellow)]).toEqual(['review', 'reviewRemark']);
    expect(auditWorkbook(back).map(({ code }) => code)).toEqual([]);
  });

  test('is made of a workbook of the first layout, with the same answers', async () => {
    const { model } = installed('1.0');
    const first = readFileSync(new URL('../fixtures/layout-1/example.xlsx', import.meta.url));
    const own = read(new Uint8Array(first), shelfOf(model));
    const bytes = await forReview(own, shelfOf(model), TOOL);
    expect(bytes && read(bytes, shelfOf(model)).assessment).toEqual(own.assessment);
  });

  test('gives back what was said: from the sheet, from a file, and from what is made of the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyReviewed(holes), async (assessment) => {
        const bytes = await writeWorkbook({ model: holes, assessment, tool: TOOL });
        const back = read(bytes);
        expect(back.assessment).toEqual(assessment);
        const json = JSON.stringify(formatAnswers(assessment, holes));
        expect(answersSchema(holes).safeParse(JSON.parse(json)).success).toBe(true);
        expect(parseAnswers(json, holes).value).toEqual(assessment);
        const report = scoreReport(scored({ file: 'x.xlsx', sha256: 'a'.repeat(64) }, back, []), messagesIn());
        expect(scoreReportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
      }),
      { numRuns: 12 },
    );
  });

  test('is known by its columns where Meta is gone', async () => {
    const assessment = withReview(answered);
    const plan = planWorkbook(issue(holes, { tool: TOOL, review: true }), { assessment });
    const bytes = await writeXlsx({ ...plan, sheets: plan.sheets.filter(({ name }) => name !== 'Meta') });
    expect(read(bytes).assessment.answers).toEqual(assessment.answers);
  });

  test('is split and put together with what was said', async () => {
    const assessment = withReview(answered);
    const parts = splitAssessment({ assessment, model: holes, part: wholeOf(holes) }, 'category', 'acme');
    const files = await Promise.all(
      parts.map(async ({ model, part, handOver, assessment: own, name }) => {
        const bytes = await writeWorkbook({
          model,
          part,
          handOver,
          assessment: own,
          tool: TOOL,
          review: true,
          addressed: ADDRESSED,
        });
        return { path: `${name}.xlsx`, sha256: name, ...read(bytes) };
      }),
    );
    const { value, findings } = mergeFiles(files, holes);
    expect(findings).toEqual([]);
    expect([value?.assessment.answers, value?.review, value?.addressed]).toEqual([assessment.answers, true, ADDRESSED]);
    const [first, second, ...others] = files;
    if (!first || !second) throw new Error('there are two parts');
    const forged = { ...second, addressed: { token: 'made up' } };
    expect(mergeFiles([first, forged, ...others], holes).findings.map(({ code, file }) => [code, file])).toEqual([
      ['merge-other-token', second.path],
    ]);
  });
});

test('a part among many is rejected, and kept with its token and as a part', async () => {
  const [part] = splitAssessment({ assessment: answered, model: holes, part: wholeOf(holes) }, 'category', 'acme');
  if (!part) throw new Error('there is a part');
  const { model, handOver, assessment } = part;
  const bytes = await writeWorkbook({ model, part: part.part, handOver, assessment, tool: TOOL, addressed: ADDRESSED });
  const record = recordOf(
    bytes,
    { path: 'part.xlsx', sha256: 'c'.repeat(64), modified: 0 },
    { shelf, kind: 'row', tool: TOOL, messages: messagesIn() },
  );
  expect([record.status, record.findings.filter(({ code }) => code === 'part-alone').length]).toEqual(['rejected', 1]);
  expect(JSON.parse(record.row?.scores ?? '')).toMatchObject({ token: ADDRESSED.token, part: handOver.to });
});

test('a review stays with the edition that it was made of, and is listed', () => {
  const older = edition('1.0', { GOV: [{ level: 2 }] });
  const newer = edition('1.1', { GOV: [{ level: 2 }] }, { follows: '1.0', became: ['GOV-2A kept'] });
  const given = assessmentOf(older, { answers: { 'GOV-2A': { answer: 'met', ...reviewed } } });
  const succession = [{ id: 'GOV-2A', change: 'kept', to: ['GOV-2A'], holds: true, why: [] }] as const;
  const { assessment, left } = migrateAssessment(given, { older, newer, succession });
  expect([...assessment.answers]).toEqual([['GOV-2A', { answer: 'met' }]]);
  expect(left).toEqual([
    { path: 'answers.GOV-2A.review', value: 'not-agreed' },
    { path: 'answers.GOV-2A.reviewRemark', value: 'The minutes are of another system.' },
  ]);
});
