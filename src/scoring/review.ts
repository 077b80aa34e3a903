/** What an assessor said of the answers: counts, and everything that they did not simply agree with. */
import type { Assessment } from '../assessment/assessment.js';
import type { ReviewCode } from '../assessment/fields.js';
import type { Score } from './score.js';

/** An answer that the assessor did not agree with, or has a question about. */
export interface ReviewDifference {
  readonly id: string;
  readonly review: Exclude<ReviewCode, 'agreed'>;
  /** `''` where nothing was written. */
  readonly remark: string;
}

/** How far a review got, and what came of it. */
export interface Review {
  readonly agreed: number;
  readonly notAgreed: number;
  readonly questions: number;
  /** All three together. */
  readonly reviewed: number;
  /** Objectives that are met, partly met or not met. */
  readonly answered: number;
  /** Agreed of reviewed, 0 to 1. */
  readonly agreedShare: number;
  /** In the model's order. */
  readonly differences: readonly ReviewDifference[];
}

const COUNTED = ['met', 'partly', 'unmet'];

/** The review in an assessment with this score; undefined where nothing was reviewed. */
export function reviewOf(assessment: Assessment, { objectives }: Pick<Score, 'objectives'>): Review | undefined {
  const said = objectives.map(({ id }) => ({ id, ...assessment.answers.get(id) }));
  const count = (code: ReviewCode): number => said.filter(({ review }) => review === code).length;
  const agreed = count('agreed');
  const reviewed = said.filter(({ review }) => review).length;
  if (reviewed === 0) return undefined;
  return {
    ...{ agreed, notAgreed: count('not-agreed'), questions: count('question'), reviewed },
    answered: objectives.filter(({ state }) => COUNTED.includes(state)).length,
    agreedShare: agreed / reviewed,
    differences: said.flatMap(({ id, review, reviewRemark: remark = '' }) =>
      review === undefined || review === 'agreed' ? [] : [{ id, review, remark }],
    ),
  };
}
