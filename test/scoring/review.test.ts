/** What an assessor says of answers: counts, differences, and two lenses, computed by the rules and by a second hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { computeFigures, Scoring } from '../../src/scoring/figures.js';
import { findingsIn } from '../../src/scoring/findings.js';
import { reviewOf } from '../../src/scoring/review.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { anyAssessment, anyReviewed, assessmentOf, everywhere } from '../assessments.js';
import { conditional, holes } from '../engines/cases.js';
import { differences } from '../oracle/differences.js';
import { scoreByHand } from '../oracle/lenses.js';
import { tinyModel } from '../tiny-model.js';

const four = tinyModel({ GOV: [2, 3, 4, 5].map((level) => ({ level })) });
const ids = ['GOV-2A', 'GOV-3A', 'GOV-4A', 'GOV-5A'] as const;
const agreed: Answer = { answer: 'met', review: 'agreed' };

/** The level that the review confirms, and the one that it does not dispute. */
function levels(answers: Record<string, Answer>): (number | null | undefined)[] {
  const [category] = scoreAssessment(four, assessmentOf(four, { answers })).categories;
  return [category?.level, category?.reviewedLevel, category?.undisputedLevel];
}

describe('worked cases', () => {
  const all = Object.fromEntries(ids.map((id) => [id, agreed]));
  const met: Answer = { answer: 'met' };

  test.each<[string, Record<string, Answer>, (number | null)[]]>([
    ['all agreed', all, [5, 5, 5]],
    ['one is not reviewed', { ...all, 'GOV-3A': met }, [5, 2, 5]],
    ['one is in question', { ...all, 'GOV-3A': { ...met, review: 'question' } }, [5, 2, 5]],
    ['one is not agreed', { ...all, 'GOV-4A': { ...met, review: 'not-agreed' } }, [5, 3, 3]],
    ['what is not met is not raised', { ...all, 'GOV-3A': { answer: 'not-met', review: 'not-agreed' } }, [2, 2, 2]],
    [
      'a reason for not applicable that is not accepted',
      { ...all, 'GOV-3A': { answer: 'not-applicable', notes: 'No such thing', review: 'not-agreed' } },
      [5, 2, 2],
    ],
    [
      'a reason for not applicable that nobody reviewed',
      { ...all, 'GOV-3A': { answer: 'not-applicable', notes: 'No such thing' } },
      [5, 5, 5],
    ],
  ])('%s', (_, answers, expected) => {
    expect(levels(answers)).toEqual(expected);
  });

  test('without a review there are no such figures, also after the score of another assessment had them', () => {
    const scoring = new Scoring(four);
    expect(scoring.figures(assessmentOf(four, { answers: all })).column('reviewedLevel', 'all')).toEqual([5]);
    expect(scoring.figures(everywhere(four, met)).column('reviewedLevel', 'all')).toEqual([]);
    const score = scoreAssessment(four, everywhere(four, met));
    expect(JSON.stringify(score)).not.toMatch(/reviewed|undisputed/);
    expect(reviewOf(everywhere(four, met), score)).toBeUndefined();
  });

  test('counts, share and differences', () => {
    const assessment = assessmentOf(four, {
      answers: {
        'GOV-2A': agreed,
        'GOV-3A': { answer: 'met', review: 'not-agreed', reviewRemark: 'Draft only' },
        'GOV-4A': { answer: 'partly', review: 'question' },
        'GOV-5A': { answer: 'not-met' },
      },
    });
    expect(reviewOf(assessment, scoreAssessment(four, assessment))).toEqual({
      ...{ agreed: 1, notAgreed: 1, questions: 1, reviewed: 3, answered: 4, agreedShare: 1 / 3 },
      differences: [
        { id: 'GOV-3A', review: 'not-agreed', remark: 'Draft only' },
        { id: 'GOV-4A', review: 'question', remark: '' },
      ],
    });
  });

  test('who does not agree says why, and a remark belongs to a review', () => {
    const answers: Record<string, Answer> = {
      'GOV-2A': { answer: 'met', review: 'not-agreed' },
      'GOV-3A': { answer: 'met', reviewRemark: 'Fine' },
      'GOV-4A': { answer: 'not-applicable', notes: 'None', review: 'question', reviewRemark: ' ' },
      'GOV-5A': agreed,
    };
    const found = findingsIn(four, assessmentOf(four, { answers }));
    expect(found.map(({ code, objective, field, facts }) => [code, objective, field, facts])).toEqual([
      ['review-incomplete', 'GOV-2A', 'reviewRemark', { lacks: 'remark' }],
      ['review-incomplete', 'GOV-3A', 'review', { lacks: 'review' }],
      ['review-incomplete', 'GOV-4A', 'reviewRemark', { lacks: 'remark' }],
    ]);
  });
});

describe('on random assessments', () => {
  test.each([
    ['levels with holes', holes],
    ['conditions', conditional],
  ])('%s: every figure is the one of the second hand', (_, model) => {
    let compared = 0;
    fc.assert(
      fc.property(anyReviewed(model), (assessment) => {
        const result = differences(scoreAssessment(model, assessment), scoreByHand(model, assessment));
        expect(result.differences.slice(0, 5)).toEqual([]);
        compared += result.compared;
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(400 * 50);
  });

  test('confirmed ≤ undisputed ≤ claimed; where all is agreed they are one', () => {
    fc.assert(
      fc.property(anyReviewed(holes), (assessment) => {
        for (const { level, reviewedLevel, undisputedLevel } of scoreAssessment(holes, assessment).categories) {
          if (reviewedLevel === undefined) continue;
          expect(reviewedLevel ?? 0).toBeLessThanOrEqual(undisputedLevel ?? 0);
          expect(undisputedLevel ?? 0).toBeLessThanOrEqual(level ?? 0);
        }
        const answers = [...assessment.answers].map(([id, given]) => [id, { ...given, review: 'agreed' }] as const);
        for (const each of scoreAssessment(holes, { ...assessment, answers: new Map(answers) }).categories)
          expect(each.reviewedLevel ?? each.level).toBe(each.level);
      }),
      { numRuns: 400 },
    );
  });

  test('a review changes no other figure', () => {
    fc.assert(
      fc.property(anyAssessment(holes), (assessment) => {
        const reviewed = new Map(
          [...assessment.answers].map(([id, given]) => [id, { ...given, review: 'not-agreed' }] as const),
        );
        const [plain, other] = [assessment, { ...assessment, answers: reviewed }].map((each) =>
          computeFigures(holes, each),
        );
        for (const quantity of [
          'state',
          'level',
          'maturity',
          'evidencedLevel',
          'plannedLevel',
          'groupMaturity',
        ] as const)
          expect(other?.column(quantity, 'all')).toEqual(plain?.column(quantity, 'all'));
      }),
      { numRuns: 200 },
    );
  });
});
