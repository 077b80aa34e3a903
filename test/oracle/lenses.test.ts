/** What the program computes is what a second hand computed from the prose, lens by lens. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { loadModel } from '../../src/model/load.js';
import type { Model } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { conditional, holes } from '../engines/cases.js';
import { assessmentOf, everywhere } from '../assessments.js';
import { readModelText } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { randomAssessment } from './assessments.js';
import { differences } from './differences.js';
import { scoreByHand } from './lenses.js';

function edition(version: string): Model {
  const { value, findings } = loadModel(readModelText, 'aismm', version);
  if (!value) throw new Error(JSON.stringify(findings));
  return value.model;
}

/** Of each model. */
const COUNT = Number(process.env['AISMM_ORACLE'] ?? 150);

test.each([
  ['edition 1.0', edition('1.0')],
  ['edition 1.1', edition('1.1')],
  ['levels with holes', holes],
  ['conditions and figures that decide nothing', conditional],
])('%s: every figure within 1e-9, the same states and roadmap', (_, model) => {
  let [compared, largest] = [0, 0];
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const assessment = randomAssessment(model, seed);
    const result = differences(scoreAssessment(model, assessment), scoreByHand(model, assessment));
    expect(result.differences.slice(0, 5), `seed ${seed}`).toEqual([]);
    compared += result.compared;
    largest = Math.max(largest, result.largest);
  }
  process.stderr.write(`${COUNT} assessments, ${compared} figures, largest difference ${largest.toExponential(1)}\n`);
  expect(compared).toBeGreaterThan(COUNT * 50);
});

describe('the worked cases, by hand', () => {
  const model = tinyModel({
    GOV: [{ level: 2 }, { level: 2 }, { level: 3 }, { level: 3 }, { level: 3 }, { level: 5 }],
    IAM: [{ level: 2 }, { level: 3 }, { level: 4 }, { level: 5 }],
  });
  const met: Answer = { answer: 'met', evidence: 'Seen' };
  const all = (answers: Record<string, Answer>): Record<string, Answer> => ({
    ...Object.fromEntries(everywhere(model, met).answers),
    ...answers,
  });
  const later = { answer: 'not-met', action: 'Buy', due: '2027-01-01' } as const;

  test.each<[string, Record<string, Answer>, object]>([
    ['nothing answered', {}, { level: 1, progress: 0, potential: 5, completeness: 0 }],
    ['everything met', all({}), { level: 5, progress: 0, maturity: 5, evidencedLevel: 5 }],
    ['no evidence at level 2', all({ 'GOV-2A': { answer: 'met' } }), { level: 5, maturity: 5, evidencedLevel: 1 }],
    [
      'level 3 planned',
      { 'GOV-2A': met, 'GOV-2B': met, 'GOV-3A': later, 'GOV-3B': later, 'GOV-3C': later },
      { level: 2, plannedLevel: 3 },
    ],
    [
      'level 3 met, partly, unmet',
      all({ 'GOV-3B': { answer: 'partly' }, 'GOV-3C': { answer: 'not-met' } }),
      { level: 2, progress: 0.5, maturity: 2.5, potential: 2 },
    ],
    ['level 2 unmet', all({ 'GOV-2A': { answer: 'not-met' } }), { level: 1, potential: 1 }],
    ['level 5 unmet, 4 empty', all({ 'GOV-5A': { answer: 'not-met' } }), { level: 3, progress: 0 }],
    [
      'level 5 left out',
      all({ 'GOV-5A': { answer: 'not-applicable', notes: 'None.' } }),
      { level: 3, progress: 0, maturity: 3 },
    ],
    [
      'expired',
      all({ 'GOV-2A': { ...met, validUntil: '2026-06-14' } }),
      { level: 1, potential: 5, completeness: 5 / 6 },
    ],
  ])('%s', (_, answers, expected) => {
    const { organization } = assessmentOf(model, {});
    const assessment = assessmentOf(model, { organization: { ...organization, asOf: '2026-06-15' }, answers });
    expect(scoreByHand(model, assessment).categories[0]).toMatchObject(expected);
    expect(scoreAssessment(model, assessment).categories[0]).toMatchObject(expected);
  });

  test('weights 1 and 3, maturities 3 and 5: 4.5', () => {
    const answers = all({ 'GOV-5A': { answer: 'not-met' } });
    const { program, roadmap } = scoreByHand(model, assessmentOf(model, { weights: { IAM: 3 }, answers }));
    expect(program).toMatchObject({ maturity: 4.5, floor: 3, applicable: 10 });
    expect(roadmap).toEqual(['GOV-5A']);
  });
});
