/** How a text begins, told without making the text: most texts of a workbook begin with none of the words that are looked for. */

/** Characters that are looked at. */
const LENGTH = 3;
const SPACE = 32;
const DELETE = 127;
const AMPERSAND = 38;
const LESS = 60;
const UNDERSCORE = 95;

/**
 * The first three characters of the XML text that begins at the byte `at`, in small letters, as one number. Undefined if three
 * bytes do not show these characters: an entity or an escape can mean another character, and leading spaces may be removed.
 */
export function openingOf(bytes: ArrayLike<number>, at: number): number | undefined {
  let opening = 0;
  for (let i = 0; i < LENGTH; i += 1) {
    const code = bytes[at + i] ?? 0;
    if (code < SPACE || code >= DELETE || code === AMPERSAND || code === UNDERSCORE || code === LESS) return undefined;
    if (code === SPACE && i < LENGTH - 1) return undefined;
    opening = (opening << 7) | (code >= 65 && code <= 90 ? code + 32 : code);
  }
  return opening;
}

/** The same of each of some words, which are in small letters: a text with another opening, in letters of any case, is none of them. */
export function openingsOf(words: Iterable<string>): ReadonlySet<number | undefined> {
  // A short word may have spaces behind it.
  return new Set(
    Array.from(words, (word) =>
      openingOf(
        Array.from(word.padEnd(LENGTH), (c) => c.charCodeAt(0)),
        0,
      ),
    ),
  );
}
