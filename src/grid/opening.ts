/** How a text begins, told without making the text: most texts of a workbook begin with none of the words that are looked for. */

/** Characters that are looked at. */
const LENGTH = 3;
const SPACE = 32;
const DELETE = 127;
const AMPERSAND = 38;
const UNDERSCORE = 95;

/**
 * The first three characters of a text that stands in bytes of XML from `from` up to `to`, in small letters, as one number;
 * undefined where that takes more than a look at three bytes. What may stand for another character, and spaces that may be
 * taken away, are left to whoever makes the text.
 */
export function openingOf(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from < LENGTH) return undefined;
  let opening = 0;
  for (let i = 0; i < LENGTH; i += 1) {
    const code = bytes[from + i] ?? 0;
    if (code < SPACE || code >= DELETE || code === AMPERSAND || code === UNDERSCORE) return undefined;
    if (code === SPACE && i < LENGTH - 1) return undefined;
    opening = (opening << 7) | smallLetter(code);
  }
  return opening;
}

/** The same of each of some words, which are in small letters: a text with another opening, in letters of any case, is none of them. */
export function openingsOf(words: Iterable<string>): ReadonlySet<number> {
  const openings = new Set<number>();
  for (const word of words) {
    // A short word may have spaces behind it.
    const codes = [...word.padEnd(LENGTH)].slice(0, LENGTH).map((character) => character.codePointAt(0) ?? DELETE);
    // What no opening is told of is not compared by it.
    if (codes.every((code) => code < DELETE)) openings.add(codes.reduce((opening, code) => (opening << 7) | code, 0));
  }
  return openings;
}

function smallLetter(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
