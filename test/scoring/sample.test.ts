/** A sample for an assessor: only what counts as met, more often what carries a level, the same for the same seed. */
import { describe, expect, test } from 'vitest';
import { drawSample } from '../../src/scoring/sample.js';
import { objectivesOf } from '../../src/model/model.js';
import { assessmentOf, everywhere } from '../assessments.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }, { level: 3 }, { level: 5 }], IAM: [{ level: 2 }, { level: 4 }] });

test('only what counts as met is drawn, with its reasons', () => {
  const assessment = assessmentOf(model, {
    answers: {
      'GOV-2A': { answer: 'met', evidence: 'Minutes' },
      'GOV-3A': { answer: 'partly' },
      'GOV-5A': { answer: 'met', evidence: 'Minutes' },
      'IAM-2A': { answer: 'met' },
    },
  });
  const { met, drawn } = drawSample(model, assessment, { n: 15, seed: 1 });
  expect(met).toBe(3);
  expect(drawn.map(({ id }) => id)).toEqual(['GOV-2A', 'GOV-5A', 'IAM-2A']);
  const reasons = new Map(drawn.map((each) => [each.id, each.reasons]));
  expect(reasons.get('GOV-2A')).toContain('carries-level');
  expect(reasons.get('GOV-5A')).not.toContain('carries-level');
  expect(reasons.get('IAM-2A')).toContain('without-evidence');
  for (const { weight, reasons: why } of drawn) expect(weight).toBe(2 ** why.length);
});

describe('the draw', () => {
  const assessment = { ...everywhere(model, { answer: 'met' }) };

  test('is the same for the same seed, and others differ', () => {
    const drawn = (seed: number) =>
      drawSample(model, assessment, { n: 2, seed })
        .drawn.map(({ id }) => id)
        .join();
    expect(drawn(7)).toBe(drawn(7));
    expect(new Set(Array.from({ length: 30 }, (_, seed) => drawn(seed))).size).toBeGreaterThan(3);
  });

  test('takes what weighs more, more often', () => {
    const shown = objectivesOf(model).filter(({ id }) => id !== 'IAM-4A');
    const some = assessmentOf(model, {
      answers: {
        ...Object.fromEntries(shown.map(({ id }) => [id, { answer: 'met' as const, evidence: 'Minutes' }])),
        'IAM-4A': { answer: 'met' },
      },
    });
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { id } of drawSample(model, some, { n: 1, seed }).drawn) counts.set(id, (counts.get(id) ?? 0) + 1);
    const others = shown.map(({ id }) => counts.get(id) ?? 0);
    // Twice the weight of each of the four others: two draws of six.
    expect(counts.get('IAM-4A')).toBeGreaterThan(550);
    expect(counts.get('IAM-4A')).toBeLessThan(780);
    expect(Math.min(...others)).toBeGreaterThan(250);
  });
});
