/** Texts are measured as spreadsheets do, in UTF-16 units; a character beyond the basic plane is two of them, and never cut in half. */

/** A half of a character without its other half. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** True where a text has half of a character in it, which no file can hold. */
export function hasHalf(text: string): boolean {
  return text.search(HALF) >= 0;
}

/** The first units of a text, without half of a character at the end. */
export function firstUnits(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.length < text.length ? cut.replace(/[\ud800-\udbff]$/, '') : cut;
}

/** The text with a replacement for each half of a character. */
export function wholeCharacters(text: string): string {
  return text.replace(HALF, '\ufffd');
}
