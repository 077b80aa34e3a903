/** Through a lens the figures are those that are claimed where every objective counts as the lens lets it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import type { Model } from '../../src/model/model.js';
import { objectivesOf } from '../../src/model/model.js';
import { findingsIn } from '../../src/scoring/findings.js';
import { scoreAssessment, type GroupScore, type Score } from '../../src/scoring/score.js';
import { anyAssessment, assessmentOf, everywhere } from '../assessments.js';
import { holes } from '../engines/cases.js';
import { tinyModel } from '../tiny-model.js';

const four = tinyModel({ GOV: [2, 3, 4, 5].map((level) => ({ level })) });
const DUE = { action: 'Buy it.', due: '2027-01-31' };

/** The same assessment with each answer that counts as something replaced by what the lens makes of it. */
function recounted(model: Model, assessment: Assessment, as: (state: string, answer: Answer) => Answer): Assessment {
  const { objectives } = scoreAssessment(model, assessment);
  const answers = objectives.map(({ id, state }) => {
    const answer = assessment.answers.get(id) ?? {};
    return [id, state === 'excluded' ? answer : as(state, answer)] as const;
  });
  return { ...assessment, answers: new Map(answers) };
}

const visible = (text = ''): boolean => /[^\s\u00ad\u061c\u180e\u200b-\u200f\u2060\ufeff]/.test(text);

const groupsOf = ({ program, domains, deployments }: Score): GroupScore[] => [
  program,
  ...domains,
  ...deployments.map((each) => each.program),
];
const categoriesIn = ({ categories, deployments }: Score) => [
  ...categories,
  ...deployments.flatMap((each) => each.categories),
];

describe('on random assessments', () => {
  test('by evidence alone: as if everything without evidence were not met', () => {
    fc.assert(
      fc.property(anyAssessment(holes), (assessment) => {
        const found = scoreAssessment(holes, assessment);
        const strict = recounted(holes, assessment, (state, answer) =>
          (state === 'met' || state === 'partly') && !visible(String(answer.evidence ?? ''))
            ? { answer: 'not-met' }
            : answer,
        );
        const expected = scoreAssessment(holes, strict);
        expect(categoriesIn(found).map((c) => c.evidencedLevel)).toEqual(categoriesIn(expected).map((c) => c.level));
        expect(groupsOf(found).map((g) => g.evidencedMaturity)).toEqual(groupsOf(expected).map((g) => g.maturity));
      }),
      { numRuns: 1000 },
    );
  });

  test('once the plan is done: as if everything with an action and a due date were met', () => {
    fc.assert(
      fc.property(anyAssessment(holes), (assessment) => {
        const found = scoreAssessment(holes, assessment);
        const done = recounted(holes, assessment, (_, answer) =>
          visible(answer.action) && answer.due !== undefined ? { answer: 'met' } : answer,
        );
        const expected = scoreAssessment(holes, done);
        expect(categoriesIn(found).map((c) => c.plannedLevel)).toEqual(categoriesIn(expected).map((c) => c.level));
        expect(groupsOf(found).map((g) => g.plannedMaturity)).toEqual(groupsOf(expected).map((g) => g.maturity));
      }),
      { numRuns: 1000 },
    );
  });

  test('evidenced ≤ claimed ≤ planned and possible; the share is counted', () => {
    fc.assert(
      fc.property(anyAssessment(holes), (assessment) => {
        const found = scoreAssessment(holes, assessment);
        for (const { level, evidencedLevel, plannedLevel, potential } of categoriesIn(found)) {
          expect(evidencedLevel ?? 0).toBeLessThanOrEqual(level ?? 0);
          expect(level ?? 0).toBeLessThanOrEqual(plannedLevel ?? 0);
          expect(level ?? 0).toBeLessThanOrEqual(potential ?? 0);
        }
        const met = found.objectives.filter(({ state }) => state === 'met');
        const shown = met.filter(({ id }) => visible(String(assessment.answers.get(id)?.evidence ?? '')));
        expect(found.program.evidencedShare).toBe(met.length === 0 ? null : shown.length / met.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('worked cases', () => {
  test('all met, evidence everywhere but at one level-2 objective: level 5, evidencedLevel 1, maturity 5', () => {
    const all = everywhere(four, { answer: 'met', evidence: 'Minutes' });
    for (const evidence of ['', ' \n', '\u00a0\u200b']) {
      const answers = new Map(all.answers).set('GOV-2A', { answer: 'met', ...(evidence ? { evidence } : {}) });
      const { categories, program } = scoreAssessment(four, { ...all, answers });
      expect(categories[0]).toMatchObject({ level: 5, evidencedLevel: 1, maturity: 5 });
      expect(program).toMatchObject({ maturity: 5, evidencedMaturity: 1, evidencedShare: 0.75 });
    }
  });

  test('level 2 met, level 3 unmet, each level-3 objective with action and due: level 2, plannedLevel 3', () => {
    const model = tinyModel({ GOV: [2, 3, 3, 4].map((level) => ({ level })) });
    const plan = (open: Answer) =>
      assessmentOf(model, {
        answers: { 'GOV-2A': { answer: 'met' }, 'GOV-3A': { answer: 'not-met', ...DUE }, 'GOV-3B': open },
      });
    const levels = (open: Answer) => scoreAssessment(model, plan(open)).categories[0];
    expect(levels({ answer: 'partly', ...DUE })).toMatchObject({ level: 2, plannedLevel: 3 });
    expect(levels(DUE)).toMatchObject({ level: 2, plannedLevel: 3 });
    expect(levels({ answer: 'not-met', action: DUE.action })).toMatchObject({ level: 2, plannedLevel: 2 });
    expect(levels({ answer: 'not-met', due: DUE.due, action: ' ' })).toMatchObject({ level: 2, plannedLevel: 2 });
  });

  test('nothing met: no share of it has evidence', () => {
    expect(scoreAssessment(four, everywhere(four, { answer: 'not-met' })).program.evidencedShare).toBeNull();
  });

  test('nothing applies: not applicable through every lens', () => {
    const { program, categories } = scoreAssessment(four, assessmentOf(four, { selection: [] }));
    expect(program).toMatchObject({ evidencedMaturity: null, plannedMaturity: null, evidencedShare: null });
    expect(categories[0]).toMatchObject({ evidencedLevel: null, plannedLevel: null });
  });
});

describe('conditions', () => {
  const needs = ['agents'];
  const model = tinyModel(
    { GOV: [{ level: 2 }, { level: 2, needs }, { level: 3, needs }, { level: 4 }], IAM: [{ level: 2 }] },
    { conditions: ['agents', 'training'] },
  );
  const depending = objectivesOf(model).filter((each) => each.needs !== undefined);

  test('answered No: its objectives are excluded, as if of no deployment type in use', () => {
    const given = { ...everywhere(model, { answer: 'met' }), conditions: { agents: false } };
    const { objectives, categories, program } = scoreAssessment(model, given);
    expect(objectives.filter(({ state }) => state === 'excluded')).toEqual(
      depending.map(({ id }) => ({ id, state: 'excluded', excludedBy: 'condition' })),
    );
    expect(categories[0]).toMatchObject({ level: 4, applicable: 2 });
    expect(program.applicable).toBe(3);
  });

  test.each([undefined, {}, { agents: true }, { training: false }])('%j: nothing is left out', (conditions) => {
    const given = { ...everywhere(model, { answer: 'met' }), ...(conditions ? { conditions } : {}) };
    expect(scoreAssessment(model, given).program.applicable).toBe(5);
  });

  test('nothing is said of an answer that is not counted', () => {
    const given = everywhere(model, { answer: 'not-applicable' });
    const said = findingsIn(model, { ...given, conditions: { agents: false } }).map(({ objective }) => objective);
    expect(said).toEqual(['GOV-2A', 'GOV-4A', 'IAM-2A']);
  });
});

describe('a figure that decides nothing by itself', () => {
  const at = { direction: 'at-most', threshold: 3, unit: 'count' } as const;
  const model = tinyModel({
    GOV: [
      { level: 2, kpi: { ...at, decides: false } },
      { level: 2, kpi: at },
    ],
  });
  const states = (answer: Answer) => scoreAssessment(model, everywhere(model, answer)).objectives.map((o) => o.state);

  test('a blank answer stays unanswered, whatever was measured', () => {
    expect(states({ measured: 0 })).toEqual(['unanswered', 'met']);
    expect(states({ measured: 9 })).toEqual(['unanswered', 'unmet']);
  });

  test('an answer counts as it does everywhere, and is compared with the figure', () => {
    expect(states({ answer: 'met', measured: 9 })).toEqual(['met', 'met']);
    const given = everywhere(model, { answer: 'met', measured: 9 });
    expect(findingsIn(model, given).map(({ code }) => code)).toEqual([
      'met-against-measurement',
      'met-against-measurement',
    ]);
  });
});
