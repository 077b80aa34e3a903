/** Parts answered apart become one whole, and where they disagree nothing is chosen in silence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeAssessments } from '../../src/assessment/merge.js';
import { selectModel } from '../../src/model/select.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { anyAssessment, assessmentOf } from '../assessments.js';
import { TOOL, shelfOf } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { inEnglish } from '../told.js';

const model = tinyModel({
  GOV: [{ level: 2 }, { level: 3 }],
  IAM: [{ level: 2 }, { level: 4, deployments: ['paas'] }],
  MON: [{ level: 2 }],
});

test('a workbook for each category, filled apart, read and put together, is the whole', async () => {
  await fc.assert(
    fc.asyncProperty(anyAssessment(model), async (whole) => {
      const parts = await Promise.all(
        ['GOV', 'IAM', 'MON'].map(async (code) => {
          const part = selectModel(model, { categories: [code] });
          const bytes = await writeWorkbook({ model: part, assessment: whole, tool: TOOL });
          return readWorkbook(bytes, shelfOf(model)).value?.assessment ?? assessmentOf(model, {});
        }),
      );
      expect(mergeAssessments(parts, model)).toEqual({ value: whole, findings: [] });
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test('two files that disagree: both are named, and there is no whole', () => {
  const one = assessmentOf(model, { answers: { 'GOV-2A': { answer: 'met', owner: 'CISO' } }, targets: { GOV: 3 } });
  const two = assessmentOf(model, { answers: { 'GOV-2A': { answer: 'not-met' } }, targets: { GOV: 3 } });
  const { value, diagnostics } = inEnglish(mergeAssessments([one, two], model));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'conflicting-answers', path: 'answers.GOV-2A.answer', found: 'not-met' }]);
});
