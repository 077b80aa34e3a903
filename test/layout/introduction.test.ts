/** The Introduction: it says which objective to answer next, in the order that its steps ask for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectModel } from '../../src/model/select.js';
import { objectivesOf } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { anyAssessment, assessmentOf } from '../assessments.js';
import { asIssued, usual } from '../installed.js';

const model = selectModel(usual().model, { categories: ['GOV', 'IAM', 'IR'] });
const levels = new Map(objectivesOf(model).map(({ id, level }) => [id, level]));

const progressOf = (assessment: Parameters<typeof scoreAssessment>[1]): string => {
  const sheet = planWorkbook(asIssued(model), { assessment }).sheets.find(({ name }) => name === 'Introduction');
  return String(
    sheet?.cells.map(({ value }) => value).find((value) => / objectives that apply are answered\./.test(String(value))),
  );
};

test('next is an objective of the lowest level that is unanswered, by its place', () => {
  fc.assert(
    fc.property(anyAssessment(model), (assessment) => {
      const open = scoreAssessment(model, assessment).objectives.filter(({ state }) => state === 'unanswered');
      const lowest = Math.min(...open.map(({ id }) => levels.get(id) ?? 0));
      const next = open.find(({ id }) => levels.get(id) === lowest)?.id;
      expect(/ Answer next: (\S+) /.exec(progressOf(assessment))?.[1]).toBe(next);
    }),
    { numRuns: 40 },
  );
});

test('of a blank workbook it is the first one of the lowest level; of a full one there is none', () => {
  expect(progressOf(assessmentOf(model, {}))).toContain('Answer next: GOV-2A ');
  const answers = Object.fromEntries(objectivesOf(model).map(({ id }) => [id, { answer: 'met' as const }]));
  expect(progressOf(assessmentOf(model, { answers }))).toMatch(/answered\.$/);
  delete answers['GOV-3A'];
  delete answers['IR-2B'];
  expect(progressOf(assessmentOf(model, { answers }))).toContain('Answer next: IR-2B ');
});
