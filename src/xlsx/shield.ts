/**
 * Characters that exceljs does not write as they are: of those beyond the basic plane, it now and then cuts its output between
 * the two halves and writes two replacement characters instead; U+007F it leaves out, though XML has it. They travel as their
 * numbers between two private characters.
 */

const OPEN = '\uf8f0';
const CLOSE = '\uf8f1';
/** With the signs of `long-texts.ts`. */
const ENDANGERED = /[\u007f\u{10000}-\u{10ffff}\uf8f0-\uf8f3]/gu;
const SHIELDED = /\uf8f0([0-9a-f]+)\uf8f1/g;

/** The text with each endangered character written as its number. */
export function shield(text: string): string {
  return text.replace(ENDANGERED, (character) => OPEN + (character.codePointAt(0) ?? 0).toString(16) + CLOSE);
}

/** The inverse of `shield`, for a whole part of the finished package. */
export function unshield(xml: string): string {
  return xml.includes(OPEN)
    ? xml.replace(SHIELDED, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    : xml;
}
