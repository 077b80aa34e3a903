/**
 * Recognizes cells that are written the way nearly all programs write nearly all of them, byte by byte, in a
 * fraction of the time that reading them as XML takes. Whatever differs by a single byte is left to the XML reader.
 */
import { MAX_COLUMN, MAX_ROW } from '../grid/address.js';
import { encodeAscii as ascii } from './text-codec.js';

const CELL_LENGTH = '<c r="'.length;
const STYLE_LENGTH = ' s="'.length;
const TYPE = ascii(' t="');
const SHARED = ascii('s"><v>');
const FORMULA_TEXT = ascii('str"><f>');
const INLINE = ascii('inlineStr"><is><t');
const VALUE = ascii('><v>');
const FORMULA = ascii('><f>');
const CLOSE_VALUE = ascii('</v></c>');
const CLOSE_INLINE = ascii('</t></is></c>');
const BETWEEN = ascii('</f><v>');
const CLOSE_FORMULA = ascii('</f></c>');
const PRESERVED = ascii(' xml:space="preserve">');

const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const SPACE = 32;
const SLASH = 47;
const EQUALS = 61;
const LETTER_C = 99;
const LETTER_R = 114;
const LETTER_S = 115;
/** Digits that a number may have to be put together exactly, one after the other. */
const MOST_DIGITS = 15;

/** True if the ASCII `text` stands at that place. */
export function matches(bytes: Uint8Array, text: Uint8Array, at: number): boolean {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text[i]) return false;
  return true;
}

/** Offset behind a tag `<t>` or `<t xml:space="preserve">` of which `<t` was read; -1 for any other. */
export function behindTextTag(bytes: Uint8Array, at: number): number {
  if (bytes[at] === GREATER) return at + 1;
  return matches(bytes, PRESERVED, at) ? at + PRESERVED.length : -1;
}

/** What a cell holds. `shared`: `number` is the number of its text; `text`: its text stands from `from` to `to`. */
export type UsualKind = 'empty' | 'shared' | 'number' | 'text' | 'formula';

/** One reading after the other of the same sheet; the fields say what the last one found. */
export class UsualCell {
  kind: UsualKind = 'empty';
  column = 0;
  row = 0;
  /** -1 where there is none. */
  style = -1;
  number = 0;
  /** Of the text, or of the formula's result as text; -1 where a formula has none. */
  from = 0;
  to = 0;
  formulaFrom = 0;
  formulaTo = 0;
  #at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    /** A result of a formula that is no text is left to the XML reader. */
    private readonly end = bytes.length,
  ) {}

  /** Reads the cell that begins at `start`; the offset behind it, or -1 where it is not written the usual way. */
  read(start: number): number {
    const { bytes } = this;
    // Its own comparison: it is made for every cell of a workbook.
    if (bytes[start] !== LESS || bytes[start + 1] !== LETTER_C || bytes[start + 2] !== SPACE) return -1;
    if (bytes[start + 3] !== LETTER_R || bytes[start + 4] !== EQUALS || bytes[start + 5] !== QUOTE) return -1;
    if (!this.#readAddress(start + CELL_LENGTH)) return -1;
    this.style = -1;
    const at = this.#at;
    if (bytes[at] === SPACE && bytes[at + 1] === LETTER_S && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
      this.#at = at + STYLE_LENGTH;
      if (!this.#readDigits() || bytes[this.#at] !== QUOTE) return -1;
      this.style = this.number;
      this.#at += 1;
    }
    const end = this.#readContent();
    return end > this.end ? -1 : end;
  }

  #readContent(): number {
    const { bytes } = this;
    // Nothing that begins with `/` or `>` has a type.
    if (bytes[this.#at] === SPACE && matches(bytes, TYPE, this.#at)) {
      const at = this.#at + TYPE.length;
      if (matches(bytes, SHARED, at)) return this.#readValue('shared', at + SHARED.length);
      if (matches(bytes, INLINE, at)) return this.#readInline(at + INLINE.length);
      return matches(bytes, FORMULA_TEXT, at) ? this.#readFormula(at + FORMULA_TEXT.length, true) : -1;
    }
    if (bytes[this.#at] === SLASH && bytes[this.#at + 1] === GREATER) {
      this.kind = 'empty';
      return this.#at + 2;
    }
    if (matches(bytes, VALUE, this.#at)) return this.#readValue('number', this.#at + VALUE.length);
    return matches(bytes, FORMULA, this.#at) ? this.#readFormula(this.#at + FORMULA.length, false) : -1;
  }

  #readValue(kind: UsualKind, at: number): number {
    this.#at = at;
    if (!this.#readDigits() || !matches(this.bytes, CLOSE_VALUE, this.#at)) return -1;
    this.kind = kind;
    return this.#at + CLOSE_VALUE.length;
  }

  #readInline(at: number): number {
    this.from = behindTextTag(this.bytes, at);
    if (this.from < 0) return -1;
    this.to = this.bytes.indexOf(LESS, this.from);
    if (this.to < 0 || !matches(this.bytes, CLOSE_INLINE, this.to)) return -1;
    this.kind = 'text';
    return this.to + CLOSE_INLINE.length;
  }

  #readFormula(at: number, withText: boolean): number {
    const { bytes } = this;
    this.kind = 'formula';
    this.formulaFrom = at;
    this.formulaTo = bytes.indexOf(LESS, at);
    if (this.formulaTo < 0) return -1;
    if (matches(bytes, CLOSE_FORMULA, this.formulaTo)) {
      this.from = -1;
      return this.formulaTo + CLOSE_FORMULA.length;
    }
    if (!withText || !matches(bytes, BETWEEN, this.formulaTo)) return -1;
    this.from = this.formulaTo + BETWEEN.length;
    this.to = bytes.indexOf(LESS, this.from);
    return this.to >= 0 && matches(bytes, CLOSE_VALUE, this.to) ? this.to + CLOSE_VALUE.length : -1;
  }

  /** `E14` and the quote behind it. */
  #readAddress(start: number): boolean {
    const { bytes } = this;
    let at = start;
    let column = 0;
    for (let letter = (bytes[at] ?? 0) - 64; letter >= 1 && letter <= 26; letter = (bytes[(at += 1)] ?? 0) - 64) {
      column = column * 26 + letter;
      if (column > MAX_COLUMN) return false;
    }
    this.#at = at;
    if (column === 0 || !this.#readDigits() || bytes[this.#at] !== QUOTE) return false;
    this.column = column;
    this.row = this.number;
    this.#at += 1;
    return this.row >= 1 && this.row <= MAX_ROW;
  }

  /** A whole number without a sign. */
  #readDigits(): boolean {
    const { bytes } = this;
    const start = this.#at;
    let at = start;
    let number = 0;
    for (let digit = (bytes[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (bytes[(at += 1)] ?? 0) - 48)
      number = number * 10 + digit;
    this.#at = at;
    this.number = number;
    return at > start && at - start <= MOST_DIGITS;
  }
}
