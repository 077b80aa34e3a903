/** What counts as a written reason, and as evidence: a text with a character that can be seen, in the sheet as in the code. */
import type { Answer } from './assessment.js';
import { isLinked } from './links.js';

/**
 * Characters that show nothing, besides control characters and the plain space: the spaces of other scripts, spaces of no
 * width, and marks that only steer how text runs. They come along when text is copied from web pages and documents.
 */
export const INVISIBLE: readonly string[] = [
  '\u00a0\u00ad\u061c\u1680\u180e',
  '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f',
  '\u2028\u2029\u202f\u205f\u2060\u3000\ufeff',
].flatMap((characters) => [...characters]);

const VISIBLE = new RegExp(`[^\\u0000-\\u0020\\u007f-\\u009f${INVISIBLE.join('')}]`);

/** True if the notes of an answer hold anything that can be read. */
export function hasReason(notes: string | undefined): boolean {
  return notes !== undefined && VISIBLE.test(notes);
}

/** True if an answer names evidence: a text that can be read, or an address where it lies. */
export function hasEvidence({ evidence }: Pick<Answer, 'evidence'>): boolean {
  return isLinked(evidence) || (evidence !== undefined && VISIBLE.test(evidence));
}
