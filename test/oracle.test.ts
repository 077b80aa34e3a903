// Tests the oracle itself: every worked case of the scoring rule, in words and numbers, on tiny hand-made models.
// The oracle gives no diagnostics; where a case names one, only its effect on the figures is tested here.
import { describe, expect, it } from 'vitest';
import { oracle } from './oracle.js';
import type { OracleAnswer, OracleAnswers, OracleModel, OracleObjective } from './oracle.js';

const TYPES = ['self-hosted', 'paas', 'api-saas'];

function objective(id: string, level: number, more: Partial<OracleObjective> = {}): OracleObjective {
  return { id, level, deployments: TYPES, kpi: null, ...more };
}

/** One domain per inner list; a category is named after the part of its objectives' ids before the dash. */
function modelOf(...domains: OracleObjective[][][]): OracleModel {
  return {
    deployments: TYPES.map((id) => ({ id })),
    domains: domains.map((categories, i) => ({
      id: `D${i + 1}`,
      categories: categories.map((objectives) => ({ id: objectives[0]?.id.split('-')[0] ?? '', objectives })),
    })),
  };
}

/** `met: 'X-2A X-3A'` and so on, as an answers record. */
function given(said: Record<string, string>): Record<string, OracleAnswer> {
  const pairs = Object.entries(said).flatMap(([answer, ids]) => ids.split(' ').map((id) => [id, { answer }] as const));
  return Object.fromEntries(pairs);
}

const category = (model: OracleModel, answers: OracleAnswers) => oracle(model, answers).categories[0];
const states = (model: OracleModel, answers: OracleAnswers) => oracle(model, answers).objectives.map((o) => o.state);
const expand = (id: string) => [2, 3, 4, 5].map((n) => objective(`${id}-${n}A`, n));

// Two domains with three categories, one objective at each level 2 to 5: twelve objectives.
const small = modelOf([expand('A'), expand('B')], [expand('C')]);
const ids = small.domains.flatMap((d) => d.categories.flatMap((c) => c.objectives.map((o) => o.id)));
const everyone = (answer: OracleAnswer) => Object.fromEntries(ids.map((id) => [id, answer]));

describe('worked cases', () => {
  const untouched = { level: 1, progress: 0, maturity: 1, completeness: 0, potential: 5, applicable: 4 };

  it('nothing answered: every level 1, progress 0, completeness 0, potential 5; program maturity 1, floor 1', () => {
    const score = oracle(small, {});
    for (const c of score.categories) expect(c).toMatchObject(untouched);
    expect(score.program).toEqual({ maturity: 1, floor: 1, completeness: 0, belowTarget: 0, applicable: 12 });
    expect(score.domains).toEqual([
      { id: 'D1', maturity: 1, floor: 1, completeness: 0, applicable: 8 },
      { id: 'D2', maturity: 1, floor: 1, completeness: 0, applicable: 4 },
    ]);
    expect(score.objectives).toEqual(ids.map((id) => ({ id, state: 'unanswered' })));
  });

  it('everything Met: every level 5, progress 0, maturity 5, every gap 0', () => {
    const score = oracle(small, { answers: everyone({ answer: 'met' }), targets: { A: 5, B: 3, C: 1 } });
    for (const c of score.categories) {
      expect(c).toMatchObject({ level: 5, progress: 0, maturity: 5, potential: 5, completeness: 1, gap: 0 });
    }
    expect(score.program).toEqual({ maturity: 5, floor: 5, completeness: 1, belowTarget: 0, applicable: 12 });
    expect(score.roadmap).toEqual([]);
  });

  it('everything Not applicable with a reason: every category and the program not applicable', () => {
    const answers = everyone({ answer: 'not-applicable', notes: 'we use no AI' });
    const score = oracle(small, { answers, targets: { A: 3 } });
    const none = { maturity: null, completeness: null, applicable: 0 };
    for (const c of score.categories) {
      expect(c).toMatchObject({ ...none, level: null, progress: null, potential: null, gap: null });
    }
    for (const d of score.domains) expect(d).toMatchObject({ ...none, floor: null });
    expect(score.program).toEqual({ ...none, floor: null, belowTarget: 0 });
    expect(score.objectives.every((o) => o.state === 'excluded')).toBe(true);
    expect(score.roadmap).toEqual([]);
  });

  it.each([undefined, '', ' \t\n'])('everything Not applicable without a reason (%j): as nothing answered', (notes) => {
    const answers = everyone(notes === undefined ? { answer: 'not-applicable' } : { answer: 'not-applicable', notes });
    expect(oracle(small, { answers })).toEqual(oracle(small, {}));
  });

  it('all of level 2 met, level 3 with 1 met, 1 partly, 1 unmet of 3: level 2, progress 0.5, maturity 2.5', () => {
    const model = modelOf([
      ['X-2A', 'X-2B'].map((id) => objective(id, 2)).concat(['X-3A', 'X-3B', 'X-3C'].map((id) => objective(id, 3))),
    ]);
    const answers = given({ met: 'X-2A X-2B X-3A', partly: 'X-3B', 'not-met': 'X-3C' });
    expect(category(model, { answers })).toMatchObject({ level: 2, progress: 0.5, maturity: 2.5, potential: 2 });
  });

  it('one unmet at level 2, levels 3 to 5 all met: level 1 and potential 1', () => {
    const model = modelOf([[...expand('X'), objective('X-2B', 2)]]);
    const answers = given({ met: 'X-2A X-3A X-4A X-5A', 'not-met': 'X-2B' });
    expect(category(model, { answers })).toMatchObject({ level: 1, progress: 0.5, maturity: 1.5, potential: 1 });
  });

  it('nothing applicable at level 3, levels 2 and 4 met, level 5 unmet: level 4', () => {
    const answers = given({ met: 'X-2A X-4A', 'not-met': 'X-5A' });
    const without = modelOf([expand('X').filter((o) => o.level !== 3)]);
    expect(category(without, { answers })).toMatchObject({ level: 4, progress: 0, maturity: 4, potential: 4 });
    const excluded = { ...answers, 'X-3A': { answer: 'not-applicable', notes: 'no training here' } };
    expect(category(modelOf([expand('X')]), { answers: excluded })).toEqual(category(without, { answers }));
  });

  it('levels 2 to 4 met, nothing applicable at level 5: level 4, progress 0, maturity 4', () => {
    const model = modelOf([expand('X').filter((o) => o.level !== 5)]);
    const result = category(model, { answers: given({ met: 'X-2A X-3A X-4A' }) });
    expect(result).toMatchObject({ level: 4, progress: 0, maturity: 4, potential: 4 });
  });

  it('all met, one level-2 answer expired: level 1, completeness below 1, potential 5', () => {
    const model = modelOf([expand('X')]);
    const answers = {
      ...given({ met: 'X-3A X-4A X-5A' }),
      'X-2A': { answer: 'met', validUntil: '2026-10-31' },
    };
    const result = category(model, { answers, organization: { asOf: '2026-11-01' } });
    expect(result).toMatchObject({ level: 1, progress: 0, maturity: 1, completeness: 0.75, potential: 5 });
    for (const asOf of [undefined, '', '2026-10-31']) {
      expect(category(model, { answers, organization: { asOf } })).toMatchObject({ level: 5, completeness: 1 });
    }
  });

  it('blank answer, KPI at-least 95: measured 95 is met, 94.9 is unmet', () => {
    const model = modelOf([[objective('X-2A', 2, { kpi: { direction: 'at-least', threshold: 95 } })]]);
    expect(states(model, { answers: { 'X-2A': { measured: 95 } } })).toEqual(['met']);
    expect(states(model, { answers: { 'X-2A': { measured: 94.9 } } })).toEqual(['unmet']);
  });

  it('answer Met, measured 10 against at-least 95: counts as met', () => {
    const model = modelOf([[objective('X-2A', 2, { kpi: { direction: 'at-least', threshold: 95 } })]]);
    const answers = { 'X-2A': { answer: 'met', measured: 10 } };
    expect(states(model, { answers })).toEqual(['met']);
    expect(category(model, { answers })).toMatchObject({ level: 2, completeness: 1 });
  });

  it('weights 1 and 3, maturities 2 and 4: 3.5', () => {
    const model = modelOf([expand('X'), expand('Y')]);
    const answers = given({ met: 'X-2A Y-2A Y-3A Y-4A', 'not-met': 'X-3A X-4A X-5A Y-5A' });
    const score = oracle(model, { answers, weights: { Y: 3 } });
    expect(score.categories.map((c) => [c.weight, c.maturity])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(score.program).toMatchObject({ maturity: 3.5, floor: 2, completeness: 1 });
    expect(score.domains[0]).toMatchObject({ maturity: 3.5, floor: 2 });
  });
});

describe('the rest of the rule', () => {
  it('KPI at-most 5: 5 is met, 5.1 unmet, 0 met; past its date expired; without a KPI unanswered', () => {
    const model = modelOf([[objective('X-2A', 2, { kpi: { direction: 'at-most', threshold: 5 } })]]);
    const state = (answer: OracleAnswer) =>
      states(model, { answers: { 'X-2A': answer }, organization: { asOf: '2026-11-01' } });
    expect(state({ measured: 5 })).toEqual(['met']);
    expect(state({ measured: 5.1 })).toEqual(['unmet']);
    expect(state({ measured: 0 })).toEqual(['met']);
    expect(state({ measured: 0, validUntil: '2026-10-31' })).toEqual(['expired']);
    expect(state({ measured: 0, validUntil: '2026-11-01' })).toEqual(['met']);
    expect(states(modelOf([[objective('X-2A', 2)]]), { answers: { 'X-2A': { measured: 5 } } })).toEqual(['unanswered']);
  });

  it('Not applicable never expires, and without a reason a measured value does not help it', () => {
    const model = modelOf([[objective('X-2A', 2, { kpi: { direction: 'at-least', threshold: 1 } })]]);
    const na = { answer: 'not-applicable', measured: 9, validUntil: '2020-01-01' };
    const organization = { asOf: '2026-11-01' };
    expect(states(model, { organization, answers: { 'X-2A': na } })).toEqual(['unanswered']);
    expect(states(model, { organization, answers: { 'X-2A': { ...na, notes: 'why' } } })).toEqual(['excluded']);
  });

  it('a selection excludes the other objectives; each selected type is scored alone, in model order', () => {
    const model = modelOf([
      [
        objective('X-2A', 2, { deployments: ['self-hosted'] }),
        objective('X-2B', 2, { deployments: ['paas', 'api-saas'] }),
        objective('X-3A', 3, { deployments: ['paas'] }),
      ],
    ]);
    const answers = given({ met: 'X-2B', 'not-met': 'X-2A X-3A' });
    const score = oracle(model, { answers, selection: ['api-saas', 'self-hosted'], targets: { X: 2 } });
    expect(score.objectives.map((o) => o.state)).toEqual(['unmet', 'met', 'excluded']);
    expect(score.program).toEqual({ maturity: 1.5, floor: 1, completeness: 1, belowTarget: 1, applicable: 2 });
    expect(score.deployments.map((d) => [d.id, d.program.maturity, d.program.belowTarget])).toEqual([
      ['self-hosted', 1, 1],
      ['api-saas', 2, 0],
    ]);
    expect(score.deployments[1]?.categories[0]).toMatchObject({ id: 'X', level: 2, target: 2, gap: 0, applicable: 1 });
    expect(oracle(model, { answers }).deployments.map((d) => d.id)).toEqual(TYPES);
    const nothing = oracle(model, { answers, selection: [] });
    expect(nothing.program).toMatchObject({ maturity: null, floor: null, applicable: 0 });
    expect(nothing.deployments).toEqual([]);
  });

  it('a category that is not applicable is left out of mean and floor', () => {
    const model = modelOf([expand('X'), [objective('Y-2A', 2, { deployments: ['paas'] })]]);
    const answers = given({ met: 'X-2A X-3A X-4A X-5A' });
    const score = oracle(model, { answers, selection: ['api-saas'], weights: { Y: 9 }, targets: { Y: 3 } });
    expect(score.program).toEqual({ maturity: 5, floor: 5, completeness: 1, belowTarget: 0, applicable: 4 });
    expect(score.categories[1]).toMatchObject({ level: null, target: 3, gap: null, weight: 9 });
  });

  it('gap: null without a target, 0 above it, the difference below it', () => {
    const answers = given({ met: 'A-2A A-3A B-2A B-3A C-2A C-3A' });
    const score = oracle(small, { answers, targets: { A: 5, B: 2 } });
    expect(score.categories.map((c) => [c.target, c.gap])).toEqual([
      [5, 2],
      [2, 0],
      [null, null],
    ]);
    expect(score.program.belowTarget).toBe(1);
  });

  it('roadmap: level, then category in model order, then partly, unmet, open, then id', () => {
    const z = ['Z-2D', 'Z-2C', 'Z-2B', 'Z-2A', 'Z-2E'].map((id) => objective(id, 2));
    const model = modelOf([[...z, objective('Z-3A', 3), objective('Z-4A', 4)], expand('M')], [expand('A')]);
    const answers = {
      ...given({ partly: 'Z-2D A-3A', 'not-met': 'Z-2C Z-3A', met: 'Z-2E A-2A' }),
      'Z-2A': { answer: 'met', validUntil: '2026-01-01' },
    };
    const score = oracle(model, { answers, organization: { asOf: '2026-11-01' }, targets: { Z: 3, M: 1 } });
    // Z up to its target 3; M has reached its target 1; A has no target, so only its next level 3.
    expect(score.roadmap).toEqual(['Z-2D', 'Z-2C', 'Z-2A', 'Z-2B', 'Z-3A', 'A-3A']);
  });
});
