/** What counts as evidence that was given. */
import type { Answer } from './assessment.js';
import { isVisible } from './visible.js';

/** True if an answer says what was looked at. */
export function hasEvidence({ evidence }: Pick<Answer, 'evidence'>): boolean {
  return isVisible(evidence);
}
