/** The worked cases of the scoring rule, in words and numbers. */
import { describe, expect, test } from 'vitest';
import { findingsIn } from '../../src/scoring/findings.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { objectivesOf } from '../../src/model/model.js';
import { assessmentOf, everywhere } from '../assessments.js';
import { tinyModel } from '../tiny-model.js';
import type { Answer } from '../../src/assessment/assessment.js';

const MET: Answer = { answer: 'met' };
const one = (...levels: number[]) => tinyModel({ GOV: levels.map((level) => ({ level })) });
const two = tinyModel({ GOV: [2, 3, 4, 5].map((level) => ({ level })), IAM: [2, 3, 4, 5].map((level) => ({ level })) });

/** Answers written as `{ met: 'GOV-2A GOV-3A', partly: 'GOV-3B' }`. */
function answers(by: Partial<Record<'met' | 'partly' | 'not-met', string>>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(by).flatMap(([answer, ids]) => ids.split(' ').map((id) => [id, { answer } as Answer])),
  );
}

describe('the whole', () => {
  test('nothing answered: level 1 everywhere, progress 0, completeness 0, potential 5; program 1, floor 1', () => {
    const { program, categories } = scoreAssessment(two, assessmentOf(two, {}));
    const seen = { evidencedMaturity: 1, plannedMaturity: 1, evidencedShare: null };
    expect(program).toEqual({ maturity: 1, floor: 1, completeness: 0, belowTarget: 0, applicable: 8, ...seen });
    for (const c of categories)
      expect(c).toMatchObject({ level: 1, progress: 0, completeness: 0, potential: 5, maturity: 1 });
  });

  test('everything Met: level 5, progress 0, maturity 5, every gap 0', () => {
    const { program, categories, roadmap } = scoreAssessment(two, {
      ...everywhere(two, MET),
      targets: { GOV: 5, IAM: 3 },
    });
    expect(program).toMatchObject({ maturity: 5, floor: 5, completeness: 1, belowTarget: 0 });
    for (const c of categories) expect(c).toMatchObject({ level: 5, progress: 0, maturity: 5, gap: 0 });
    expect(roadmap).toEqual([]);
  });

  test('everything Not applicable with a reason: not applicable; not 0, not 1, not 5', () => {
    const { program, categories } = scoreAssessment(
      two,
      everywhere(two, { answer: 'not-applicable', notes: 'No AI here.' }),
    );
    const seen = { evidencedMaturity: null, plannedMaturity: null, evidencedShare: null };
    const none = { maturity: null, floor: null, completeness: null, ...seen };
    expect(program).toEqual({ ...none, belowTarget: 0, applicable: 0 });
    for (const c of categories) {
      expect(c).toMatchObject({
        level: null,
        progress: null,
        maturity: null,
        potential: null,
        completeness: null,
        gap: null,
      });
    }
  });

  test('everything Not applicable without a reason: as nothing answered, and a diagnostic on every row', () => {
    const assessment = everywhere(two, { answer: 'not-applicable', notes: ' \n' });
    const blank = scoreAssessment(two, assessmentOf(two, {}));
    expect(scoreAssessment(two, assessment)).toEqual(blank);
    expect(findingsIn(two, assessment).map(({ code, objective }) => [code, objective])).toEqual(
      objectivesOf(two).map(({ id }) => ['na-needs-reason', id]),
    );
  });

  test('weights 1 and 3, maturities 2 and 4: program maturity 3.5', () => {
    const filled = answers({ met: 'GOV-2A IAM-2A IAM-3A IAM-4A', 'not-met': 'GOV-3A IAM-5A' });
    const assessment = assessmentOf(two, { answers: filled, weights: { GOV: 1, IAM: 3 } });
    const { categories, program } = scoreAssessment(two, assessment);
    expect(categories.map(({ maturity }) => maturity)).toEqual([2, 4]);
    expect(program.maturity).toBe(3.5);
  });
});

describe('one category', () => {
  const cases: readonly [string, ReturnType<typeof one>, Record<string, Answer>, object][] = [
    [
      'all of level 2 met, level 3: one met, one partly, one unmet of three: level 2, progress 0.5, maturity 2.5',
      one(2, 3, 3, 3),
      answers({ met: 'GOV-2A GOV-3A', partly: 'GOV-3B', 'not-met': 'GOV-3C' }),
      { level: 2, progress: 0.5, maturity: 2.5 },
    ],
    [
      'level 2: one unmet; levels 3 to 5 all met: level 1, potential 1 (a gap below cannot be bought off above)',
      one(2, 2, 3, 4, 5),
      answers({ met: 'GOV-2A GOV-3A GOV-4A GOV-5A', 'not-met': 'GOV-2B' }),
      { level: 1, potential: 1, progress: 0.5 },
    ],
    [
      'level 3 has nothing applicable; levels 2 and 4 all met, level 5 unmet: level 4',
      one(2, 4, 5),
      answers({ met: 'GOV-2A GOV-4A', 'not-met': 'GOV-5A' }),
      { level: 4, progress: 0 },
    ],
    [
      'levels 2 to 4 met, level 5 has nothing applicable: level 4, progress 0, maturity 4',
      one(2, 3, 4),
      answers({ met: 'GOV-2A GOV-3A GOV-4A' }),
      { level: 4, progress: 0, maturity: 4, potential: 4 },
    ],
  ];
  test.each(cases)('%s', (_, model, given, expected) => {
    expect(scoreAssessment(model, assessmentOf(model, { answers: given })).categories[0]).toMatchObject(expected);
  });

  test('all met, one level-2 answer expired: level 1, completeness below 1, potential 5', () => {
    const model = one(2, 2, 3, 4, 5);
    const given = {
      ...answers({ met: 'GOV-2A GOV-3A GOV-4A GOV-5A' }),
      'GOV-2B': { answer: 'met', validUntil: '2026-06-14' } as Answer,
    };
    const base = assessmentOf(model, { answers: given });
    const assessment = { ...base, organization: { ...base.organization, asOf: '2026-06-15' } };
    expect(scoreAssessment(model, assessment).categories[0]).toMatchObject({
      level: 1,
      completeness: 0.8,
      potential: 5,
    });
    expect(findingsIn(model, assessment).map(({ code }) => code)).toEqual(['answer-expired']);
  });
});

describe('measured values', () => {
  const model = tinyModel({ GOV: [{ level: 2, kpi: { direction: 'at-least', threshold: 95 } }] });
  const stateOf = (answer: Answer) =>
    scoreAssessment(model, assessmentOf(model, { answers: { 'GOV-2A': answer } })).objectives[0]?.state;

  test('blank answer, KPI at least 95: measured 95 is met, 94.9 is unmet', () => {
    expect(stateOf({ measured: 95 })).toBe('met');
    expect(stateOf({ measured: 94.9 })).toBe('unmet');
  });

  test('answer Met, measured 10 against at least 95: counts as met, warning met-against-measurement', () => {
    const answer: Answer = { answer: 'met', measured: 10 };
    expect(stateOf(answer)).toBe('met');
    const assessment = assessmentOf(model, { answers: { 'GOV-2A': answer } });
    expect(findingsIn(model, assessment).map(({ code }) => code)).toEqual(['met-against-measurement']);
  });
});

test('the roadmap: by level, then domain and category, then partly before unmet before unanswered, then id', () => {
  const model = tinyModel({
    GOV: [{ level: 2 }, { level: 2 }, { level: 2 }, { level: 3 }],
    IAM: [{ level: 2 }, { level: 3 }],
  });
  const given = answers({ 'not-met': 'GOV-2B IAM-2A', partly: 'GOV-2C' });
  const assessment = assessmentOf(model, { answers: given, targets: { GOV: 3 } });
  expect(scoreAssessment(model, assessment).roadmap).toEqual(['GOV-2C', 'GOV-2B', 'GOV-2A', 'IAM-2A', 'GOV-3A']);
});
