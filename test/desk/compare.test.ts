/** Two assessments compared: what moved and why; a mirror of it the other way round; nothing of an assessment and itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { compareAssessments } from '../../src/desk/compare.js';
import { modelsOf } from '../../src/layout/shelf.js';
import { inWords } from '../../src/locale/message.js';
import { messagesIn } from '../../src/locale/messages.js';
import type { Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import type { Comparison, FigureMove, ObjectiveMove, Reason } from '../../src/scoring/comparison.js';
import { scoreAssessment, type Score } from '../../src/scoring/score.js';
import { anyAssessment, assessmentOf } from '../assessments.js';
import { edition } from '../editions.js';

const FIRST = edition(
  '1.0',
  {
    GOV: [{ level: 2 }, { level: 2, deployments: ['paas'] }, { level: 3, needs: ['agents'] }],
    IAM: [{ level: 2, kpi: { direction: 'at-least', threshold: 90 } }, { level: 3 }],
  },
  { conditions: ['agents'] },
);
const SECOND = edition(
  '1.1',
  {
    GOV: [{ level: 2 }, { level: 2 }, { level: 3 }, { level: 4 }],
    IAM: [{ level: 2, kpi: { direction: 'at-least', threshold: 95 } }],
  },
  {
    ...{ follows: '1.0', conditions: ['agents'] },
    became: ['GOV-2A kept', 'GOV-2B split GOV-2B,GOV-3A', 'GOV-3A dropped', 'IAM-2A reworded', 'IAM-3A merged IAM-2A'],
  },
);
const MODELS = modelsOf([FIRST, SECOND], SECOND);

const compared = (before: [Model, Assessment], now: [Model, Assessment]): Comparison => {
  const sides = [before, now].map(([model, assessment]) => ({ model, assessment }));
  const { value, findings } = compareAssessments(sides[0] ?? expect.fail(), sides[1] ?? expect.fail(), MODELS);
  return value ?? expect.fail(JSON.stringify(findings));
};
const of = (answers: Record<string, Answer>, more: Partial<Omit<Assessment, 'answers'>> = {}): Assessment =>
  assessmentOf(FIRST, { ...more, answers });

const told = ({ before, now, from, to, why }: ObjectiveMove): string =>
  `${before === now ? (now ?? '') : `${before ?? '-'}>${now ?? '-'}`} ${from ?? '-'}>${to ?? '-'} ${why.join()}`;

describe('why an objective moved', () => {
  const at = (asOf: string) => ({ organization: { ...of({}).organization, asOf } });
  test.each<[string, Assessment, Assessment, string[]]>([
    ['a new answer', of({}), of({ 'GOV-2A': { answer: 'met' } }), ['GOV-2A unanswered>met answer']],
    [
      'another figure',
      of({ 'IAM-2A': { measured: 80 } }),
      of({ 'IAM-2A': { measured: 90 } }),
      ['IAM-2A unmet>met measured'],
    ],
    [
      'an answer that expired',
      of({ 'GOV-2A': { answer: 'met', validUntil: '2026-01-31' } }, at('2026-01-01')),
      of({ 'GOV-2A': { answer: 'met', validUntil: '2026-01-31' } }, at('2026-03-01')),
      ['GOV-2A met>expired expired'],
    ],
    [
      'evidence that was added, in the same state',
      of({ 'GOV-2A': { answer: 'met' } }),
      of({ 'GOV-2A': { answer: 'met', evidence: 'List' } }),
      ['GOV-2A met>met evidence-added'],
    ],
    [
      'a reason that was added',
      of({ 'GOV-2A': { answer: 'not-applicable' } }),
      of({ 'GOV-2A': { answer: 'not-applicable', notes: 'None here.' } }),
      ['GOV-2A unanswered>excluded reason'],
    ],
    ['a deployment type', of({}), of({}, { selection: ['self-hosted'] }), ['GOV-2B unanswered>excluded deployments']],
    ['a condition', of({}), of({}, { conditions: { agents: false } }), ['GOV-3A unanswered>excluded conditions']],
    ['a target', of({}), of({}, { targets: { IAM: 3 } }), ['IAM-3A unanswered>unanswered target']],
    ['an owner alone', of({}), of({ 'GOV-2A': { owner: 'CISO' } }), []],
  ])('%s', (_, before, now, expected) => {
    expect(compared([FIRST, before], [FIRST, now]).objectives.map(told)).toEqual(expected);
  });
});

test('figures move as claimed, by evidence and by plan', () => {
  const now = of({ 'GOV-2A': { answer: 'met', evidence: 'List' }, 'GOV-2B': { answer: 'met' } });
  const { figures } = compared([FIRST, of({})], [FIRST, now]);
  const gov = figures
    .filter(({ id }) => id === 'GOV')
    .map(({ figure, before, now: is, by }) => [figure, before, is, by]);
  expect(gov).toEqual([
    ['level', 1, 2, 1],
    ['maturity', 1, 2, 1],
    ['plannedLevel', 1, 2, 1],
    ['completeness', 0, 2 / 3, 2 / 3],
  ]);
  expect(figures.filter(({ of: what, figure }) => what === 'program' && figure === 'maturity')).toEqual([
    { of: 'program', id: '', figure: 'maturity', before: 1, now: 1.5, by: 0.5 },
  ]);
});

test('across editions each objective stands beside what it became, and the edition alone is told apart', () => {
  const before = of({ 'GOV-2A': { answer: 'met' }, 'GOV-2B': { answer: 'met' }, 'IAM-2A': { measured: 92 } });
  const now = assessmentOf(SECOND, { answers: { 'GOV-2A': { answer: 'met' }, 'GOV-2B': { answer: 'met' } } });
  const { objectives, edition: effect } = compared([FIRST, before], [SECOND, now]);
  expect(objectives.map(told)).toEqual([
    'GOV-2B>GOV-3A met>unanswered answer,edition',
    'GOV-3A>- unanswered>- edition',
    'IAM-2A met>unanswered measured,edition',
    '->GOV-4A ->unanswered edition',
  ]);
  expect(effect?.counts).toEqual({ answers: 3, kept: 1, review: 2, dropped: 0 });
  expect(effect?.figures.filter(({ of: what, figure }) => what === 'category' && figure === 'level')).toEqual([
    { of: 'category', id: 'GOV', figure: 'level', before: 2, now: 1, by: -1 },
    { of: 'category', id: 'IAM', figure: 'level', before: 2, now: 1, by: -1 },
  ]);
});

test('a part and a whole are not compared by their figures', () => {
  const part = selectModel(FIRST, { categories: ['GOV'] });
  const { figures, partsDiffer, objectives, before, now } = compared(
    [part, of({ 'GOV-2A': { answer: 'met' } })],
    [FIRST, of({ 'GOV-2A': { answer: 'partly' } })],
  );
  expect([figures, partsDiffer, before.asked, now.asked]).toEqual([[], true, 3, 5]);
  expect(objectives.map(told)).toEqual(['GOV-2A met>partly answer']);
  const across = compared([part, of({})], [SECOND, assessmentOf(SECOND, {})]);
  expect([across.figures, across.edition, across.partsDiffer]).toEqual([[], undefined, true]);
});

test('editions that do not follow each other are refused', () => {
  const other = { ...SECOND, version: '3.0' };
  const { value, findings } = compareAssessments(
    { model: FIRST, assessment: of({}) },
    { model: other, assessment: assessmentOf(other, {}) },
    modelsOf([FIRST, other], other),
  );
  expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['no-succession']]);
  // Only migrate has the option for another edition.
  expect(findings.map((each) => inWords(each, messagesIn()).message)).toEqual([
    expect.stringMatching(/Add the missing file, or specify two assessments of the same edition\.$/),
  ]);
});

const MIRRORED: Partial<Record<Reason, Reason>> = {
  ...{ expired: 'renewed', renewed: 'expired' },
  ...{ 'evidence-added': 'evidence-removed', 'evidence-removed': 'evidence-added' },
};
const mirrorOf = (moves: readonly FigureMove[]) =>
  moves.map((each) => ({ ...each, before: each.now, now: each.before, by: each.by === null ? null : -each.by }));
const turnedAround = ({ before, now, from, to, why }: ObjectiveMove): string =>
  told({ before: now, now: before, from: to, to: from, why: why.map((each) => MIRRORED[each] ?? each).sort() });
const plain = (move: ObjectiveMove): string => told({ ...move, why: [...move.why].sort() });

/** What the two scores themselves say, without the code that compares them. */
function figuresApart(was: Score, is: Score): FigureMove[] {
  const group = ['maturity', 'evidencedMaturity', 'plannedMaturity', 'floor', 'completeness'] as const;
  const category = ['level', 'maturity', 'evidencedLevel', 'plannedLevel', 'completeness', 'target'] as const;
  const all = [
    ...group.map((figure) => ['program', '', figure, was.program[figure], is.program[figure]] as const),
    ...is.domains.flatMap((now, i) =>
      group.map((figure) => ['domain', now.id, figure, was.domains[i]?.[figure], now[figure]] as const),
    ),
    ...is.categories.flatMap((now, i) =>
      category.map((figure) => ['category', now.id, figure, was.categories[i]?.[figure], now[figure]] as const),
    ),
  ];
  return all.flatMap(([of, id, figure, before = null, now]) =>
    before === now ? [] : [{ of, id, figure, before, now, by: before === null || now === null ? null : now - before }],
  );
}

describe('of any two assessments', () => {
  const sides = fc.oneof(
    anyAssessment(FIRST).map((assessment) => [FIRST, assessment] as [Model, Assessment]),
    anyAssessment(SECOND).map((assessment) => [SECOND, assessment] as [Model, Assessment]),
  );

  test('one with itself gives nothing', () => {
    fc.assert(
      fc.property(sides, (side) => {
        const { figures, objectives, edition: effect, partsDiffer } = compared(side, side);
        expect([figures, objectives, effect, partsDiffer]).toEqual([[], [], undefined, false]);
      }),
    );
  });

  test('A with B mirrors B with A, and each state that differs has a reason', () => {
    let moved = 0;
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const [there, back] = [compared(a, b), compared(b, a)];
        expect(back.figures).toEqual(mirrorOf(there.figures));
        expect(back.edition).toEqual(there.edition);
        expect(back.objectives.map(plain).sort()).toEqual(there.objectives.map(turnedAround).sort());
        expect([back.before, back.now]).toEqual([there.now, there.before]);
        for (const { why } of there.objectives) expect(why.length).toBeGreaterThan(0);
        moved += there.objectives.length;
        // Same edition: exactly the figures that differ, and the objectives that count otherwise, are among them.
        if (a[0] !== b[0]) return;
        expect(there.figures).toEqual(figuresApart(scoreAssessment(...a), scoreAssessment(...b)));
        const states = new Map(scoreAssessment(...a).objectives.map(({ id, state }) => [id, state]));
        const other = scoreAssessment(...b).objectives.filter(({ id, state }) => states.get(id) !== state);
        expect(there.objectives.filter(({ from, to }) => from !== to).map(({ now }) => now)).toEqual(
          other.map(({ id }) => id),
        );
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(300);
  });
});
