/**
 * Texts that are too long to go through all steps of the writing: with their marks escaped they are up to five times as long,
 * and each step would copy them. A short sign goes in their place, and they are put in when a part becomes bytes.
 */
import { strToU8 } from 'fflate';
import { shield } from './shield.js';

/** From so many characters on. */
const LONG = 4_096;
const OPEN = '\uf8f2';
const CLOSE = '\uf8f3';
/** With the blank that makes exceljs keep the blanks of the text. */
const SIGN = / \uf8f2(\d+)\uf8f3/;

/** The long texts of one workbook. */
export class LongTexts {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** A text as it goes through exceljs. */
  shorten(text: string): string {
    if (text.length < LONG) return shield(text);
    const known = this.#numbers.get(text);
    const number = known ?? this.#texts.push(text) - 1;
    if (known === undefined) this.#numbers.set(text, number);
    return ` ${OPEN}${number}${CLOSE}`;
  }

  /** A part with the texts in the place of their signs. */
  bytesOf(xml: string): Uint8Array {
    if (!xml.includes(OPEN)) return strToU8(xml);
    // Between two texts, and the number of a text, in turns.
    const pieces = xml.split(SIGN);
    const isText = (i: number): boolean => i % 2 === 1;
    const textAt = (i: number): string => this.#texts[Number(pieces[i])] ?? '';
    const sizes = pieces.map((piece, i) => (isText(i) ? escapedSize(textAt(i)) : strToU8(piece).length));
    const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
    // Into their place at once: bytes of each text on its own would be there twice, too.
    const encoder = new TextEncoder();
    let at = 0;
    for (const [i, piece] of pieces.entries())
      for (const part of isText(i) ? inParts(textAt(i)) : [piece])
        at += encoder.encodeInto(isText(i) ? escaped(part) : part, bytes.subarray(at)).written;
    return bytes;
  }
}

/** A text in parts of a length that engines let go of at once; both halves of a character are in one. */
function* inParts(text: string): Generator<string> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + LONG;
    const isCut = /[\ud800-\udbff]/.test(text.charAt(to - 1));
    if (isCut) to -= 1;
    yield text.slice(from, to);
  }
}

/** Between elements, quotes are no marks. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Characters that each of these marks takes more. */
const MORE = new Map([
  ['&'.charCodeAt(0), 4],
  ['<'.charCodeAt(0), 3],
  ['>'.charCodeAt(0), 3],
]);
/** The last mark of ASCII among them. */
const LAST_MARK = '>'.charCodeAt(0);

/** Bytes of a text as it is escaped. Counted, as a part of all texts in pieces would be there twice. */
function escapedSize(text: string): number {
  let size = strToU8(text).length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit <= LAST_MARK) size += MORE.get(unit) ?? 0;
  }
  return size;
}
