/** Whether an assessor has said something of the answers. */
import type { Assessment } from './assessment.js';

/** True where a review or a remark of one is in an assessment. */
export function hasReview({ answers }: Pick<Assessment, 'answers'>): boolean {
  for (const { review, reviewRemark } of answers.values())
    if (review !== undefined || reviewRemark !== undefined) return true;
  return false;
}
