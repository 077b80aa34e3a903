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

test('two files that differ in what is in use: a conflict that names them, unless all of it is', () => {
  const base = assessmentOf(model, { answers: { 'GOV-2A': { answer: 'met' } } });
  const [all, some] = [base, { ...base, selection: ['paas'] }];
  const files = ['all.json', 'some.json'];
  const { value, diagnostics } = inEnglish(mergeAssessments([all, some], model, undefined, { files }));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'conflicting-selection', file: 'some.json', path: 'selection', found: 'paas' },
  ]);
  expect(diagnostics[0]?.message).toContain('in all.json');
  const union = mergeAssessments([some, { ...base, selection: ['api-saas'] }], model, undefined, {
    selection: 'union',
  });
  expect(union.value?.selection).toEqual(['paas', 'api-saas']);
  expect(mergeAssessments([some, some], model).value?.selection).toEqual(['paas']);
});

test('a conflict names both files', () => {
  const one = assessmentOf(model, { targets: { GOV: 3 } });
  const two = assessmentOf(model, { targets: { GOV: 4 } });
  const files = ['a.json', 'b.json', 'c.json'];
  const { diagnostics } = inEnglish(mergeAssessments([assessmentOf(model, {}), one, two], model, undefined, { files }));
  expect(diagnostics).toMatchObject([{ code: 'conflicting-answers', file: 'c.json', path: 'targets.GOV' }]);
  expect(diagnostics[0]?.message).toMatch(/contains the value “4”, but b\.json contains the value “3”/);
});

test('all remarks of all files are kept, each once; more than there is room for are an error', () => {
  const remarks = (from: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ objective: 'GOV-2A', kind: 'other', comment: `Remark ${from + i}` }));
  const part = (from: number, n: number) => assessmentOf(model, { feedback: remarks(from, n) });
  expect(mergeAssessments([part(0, 8), part(5, 15)], model).value?.feedback).toEqual(remarks(0, 20));
  const { value, diagnostics } = inEnglish(mergeAssessments([part(0, 15), part(15, 15)], model));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'too-many-remarks', found: '30', expected: ['20'] }]);
});
