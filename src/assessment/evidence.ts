/** What counts as evidence that was given. */
import type { Answer } from './assessment.js';
import { isLinked } from './links.js';
import { isVisible } from './visible.js';

/** True if an answer says what was looked at: a text that can be read, or an address where it lies. */
export function hasEvidence({ evidence }: Pick<Answer, 'evidence'>): boolean {
  return isLinked(evidence) || isVisible(evidence);
}
