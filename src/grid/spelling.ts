/** When two texts are the same word for people, however they were typed. */

/** No word, number or date of ours is nearly as long; longer texts are not looked at, since they may be very long. */
export const LONGEST_SPELLED = 200;

/**
 * True for superscripts, circled digits, fractions, Roman numerals and the like: they look like digits, and `normalize` would
 * make digits of them, though nobody types a number in that way. Digits of full width and of other scripts are none of these.
 */
export function hasSpecialDigits(text: string): boolean {
  return /[\p{No}\p{Nl}\u2070-\u209f]/u.test(text);
}

/** Case, width, kinds of spaces and dashes don't matter. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The same, and `''` for a text that is longer than any word of ours. */
export function spelled(text: string): string {
  return text.length > LONGEST_SPELLED ? '' : normalize(text);
}

/** What makes an option the same option: as `normalize`, and dashes are as good as spaces. */
export function plain(text: string): string {
  return normalize(text).replace(/[ _-]+/g, ' ');
}
