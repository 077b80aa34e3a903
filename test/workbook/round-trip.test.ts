/** What is filled in comes back: answers → workbook → answers is the identity, for any text, number and date. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { anyAssessment, anyFilling, everywhere } from '../assessments.js';
import { TOOL, shelfOf } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { seedOr } from '../seed.js';

const model = tinyModel({
  GOV: [{ level: 2, kpi: { direction: 'at-least', threshold: 95 } }, { level: 3, deployments: ['paas'] }, { level: 5 }],
  IAM: [{ level: 2 }, { level: 4, kpi: { direction: 'at-most', threshold: 3 } }],
});

/** Findings about the answers themselves are no loss; anything else would be. */
const SAYS_NOTHING_OF_LOSS = [
  'na-needs-reason',
  'kpi-contradicts-answer',
  'met-against-measurement',
  'answer-expired',
  'nothing-selected',
];

test('answers → workbook → answers is the identity', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilling(model), async (assessment) => {
      const bytes = await writeWorkbook({ model, assessment, tool: TOOL });
      const { value, findings } = readWorkbook(bytes, shelfOf(model));
      expect(findings.filter(({ code }) => !SAYS_NOTHING_OF_LOSS.includes(code))).toEqual([]);
      expect(value?.assessment).toEqual(assessment);
    }),
    { numRuns: 120, endOnFailure: true },
  );
});

/** The notes of all answers, each once; none where nothing was read. */
const notesIn = (read: ReadWorkbook | undefined): unknown[] => [
  ...new Set([...(read?.assessment.answers.values() ?? [])].map(({ notes }) => notes)),
];

test('each character that a file can hold comes back, one by one', async () => {
  // Line ends and spaces around are another matter: programs read and write them in their own ways.
  const characters = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter(
    (each) => each.trim() !== '',
  );
  const all = [...characters, ...Array.from('\ufdd0\ufffd\ufeff\u{1f600}\u{10ffff}')];
  // Short ones, since long texts are written in a way of their own.
  const pieces = Array.from({ length: Math.ceil(all.length / 100) }, (_, i) => all.slice(100 * i, 100 * (i + 1)));
  for (const notes of [...pieces.map((each) => `a${each.join('b')}c`), `a${all.join('b')}c`]) {
    const assessment = everywhere(model, { answer: 'met', notes });
    const { value } = readWorkbook(await writeWorkbook({ model, assessment, tool: TOOL }), shelfOf(model));
    expect(notesIn(value)).toEqual([notes]);
  }
});

test('no character beyond the basic plane is cut in two, however many there are', async () => {
  const notes = '\u{1f600}\uf8f0\u{10ffff}x'.repeat(4_000);
  const assessment = everywhere(model, { answer: 'met', notes });
  const { value } = readWorkbook(await writeWorkbook({ model, assessment, tool: TOOL }), shelfOf(model));
  expect(notesIn(value).map((each) => each === notes)).toEqual([true]);
});

test('answers → JSON → answers is the identity', () => {
  fc.assert(
    fc.property(anyFilling(model), (assessment) => {
      const json = JSON.stringify(formatAnswers(assessment, model));
      expect(parseAnswers(json, model)).toEqual({ value: assessment, findings: [] });
    }),
    { numRuns: 200 },
  );
});

test('the score of what comes back is the score of what was filled in', async () => {
  await fc.assert(
    fc.asyncProperty(anyAssessment(model), async (assessment) => {
      const { value } = readWorkbook(await writeWorkbook({ model, assessment, tool: TOOL }), shelfOf(model));
      expect(value && scoreAssessment(value.model, value.assessment)).toEqual(scoreAssessment(model, assessment));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('the same input gives the same bytes', async () => {
  const [assessment] = fc.sample(anyFilling(model), { numRuns: 1, seed: seedOr(7) });
  if (!assessment) throw new Error('no sample');
  const first = await writeWorkbook({ model, assessment, tool: TOOL });
  const second = await writeWorkbook({ model, assessment, tool: TOOL });
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});
