/** Texts that lead somewhere: which addresses are kept, and what of a value is text. */
import type { FieldValue, LinkedText } from './assessment.js';
import { isVisible } from './visible.js';

/** The longest address that spreadsheet programs take. */
export const LONGEST_LINK = 2_079;

/** Schemes that open something and run nothing. One letter is a drive, as in `C:\\reports`. */
const SCHEMES = /^(?:https?|mailto|file|[a-z])$/i;

/** True for an address that may be followed: of the web, of a person, of a file, relative, or in the workbook. */
export function isLink(link: string): boolean {
  // Programs pass over spaces and control characters in an address: `java\nscript:` is `javascript:`.
  const plain = link.replace(/[\u0000-\u0020\u007f-\u00a0]+/g, '');
  if (!isVisible(plain) || link.length > LONGEST_LINK) return false;
  const scheme = /^([^/?#\\:]*):/.exec(plain)?.[1];
  return scheme === undefined || SCHEMES.test(scheme);
}

/** True for a text that carries an address. */
export function isLinked(value: FieldValue | undefined): value is LinkedText {
  return typeof value === 'object';
}

/** A text with its address. The address stands for a text that shows nothing: formulas see texts and no links. */
export function linkedText(text: string, link: string): LinkedText {
  return { text: isVisible(text) ? text : link, link };
}

/** What a value shows in a cell. */
export function plainValue(value: FieldValue): string | number {
  return isLinked(value) ? linkedText(value.text, value.link).text : value;
}

/** True if two values say the same and lead to the same place. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return plainValue(a) === plainValue(b) && (isLinked(a) ? a.link : '') === (isLinked(b) ? b.link : '');
}

/** A value as one text, its link behind it. */
export function plainText(value: FieldValue): string {
  return isLinked(value) ? `${value.text} (${value.link})` : String(value);
}
