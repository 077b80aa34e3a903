/** What counts as written, be it a reason or evidence: a text with a character that can be seen, in the sheet as in the code. */

/**
 * Characters that show nothing, besides control characters and the plain space: the spaces of other scripts, spaces of no
 * width, and marks that only steer how text runs. They come along when text is copied from web pages and documents.
 */
const INVISIBLE = [
  '\u00a0\u00ad\u061c\u1680\u180e',
  '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f',
  '\u2028\u2029\u202f\u205f\u2060\u3000\ufeff',
].flatMap((characters) => [...characters]);

/**
 * Those that came after the first layout: directions, joiners, fillers of Hangul and Khmer, selectors of a variant, the blank of Braille.
 * A formula nests 64 functions at most, and each character of both lists is one of them.
 */
const ALSO_INVISIBLE = [
  '\u034f\u115f\u1160\u17b4\u17b5',
  '\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069',
  '\u206a\u206b\u206c\u206d\u206e\u206f\u2800\u3164\ufe0e\ufe0f\uffa0',
].flatMap((characters) => [...characters]);
const ALSO_SINCE = 2;

/** What the sheet of a layout takes for invisible. */
export function invisibleIn(layout: number): readonly string[] {
  return layout < ALSO_SINCE ? INVISIBLE : [...INVISIBLE, ...ALSO_INVISIBLE];
}

const VISIBLE = new RegExp(`[^\\u0000-\\u0020\\u007f-\\u009f${[...INVISIBLE, ...ALSO_INVISIBLE].join('')}]`);

/** True if a text holds anything that can be read. */
export function isVisible(text: string | undefined): boolean {
  return text !== undefined && VISIBLE.test(text);
}
