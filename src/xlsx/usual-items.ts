/**
 * Recognizes shared texts that are written the way nearly all programs write them, in one font or in several, and puts them
 * together, byte by byte. Whatever differs by a single byte is left to the XML reader, and so is each font when it is first seen.
 */
import { openingOf } from '../grid/opening.js';
import { FileFault } from './fault.js';
import { TextBuilder } from './text-builder.js';
import { encodeAscii as ascii } from './text-codec.js';
import { behindTextTag, matches } from './usual-way.js';
import { ROOT, XmlReader, type XmlScope } from './xml.js';

const ITEM = ascii('<si>');
const RUN = ascii('<r>');
const FONT = ascii('<rPr>');
const CLOSE_FONT = ascii('</rPr>');
const TEXT = ascii('<t');
const CLOSE_RUN = ascii('</t></r>');
const CLOSE_PLAIN = ascii('</t></si>');
const CLOSE_ITEM = ascii('</si>');
const LESS = 60;
const COLON = 58;
const GREATER = 62;
const LETTER_T = 116;
/** Bytes that are looked at one by one before the rest is searched: a call of a search takes as long as some. */
const FEW = 48;

/** Where the next `<` stands; -1 where there is none. */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from; at < from + FEW; at += 1) if (bytes[at] === LESS) return at;
  return bytes.indexOf(LESS, from + FEW);
}

/** Fonts that are kept, and bytes of one: programs write the same few for all runs. */
const MOST_FONTS = 16;
const LONGEST_FONT = 512;

/** The items of one part. */
export class UsualItems {
  /** Fonts that were found sound and without a line through the text. */
  readonly #fonts: Uint8Array[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    private readonly scope: XmlScope,
  ) {}

  /** Offset behind the item, `<si><t>…</t></si>` or `<si><r>…</r></si>`, that begins at `start`; -1 where it is not written the usual way. */
  behind(start: number): number {
    const { bytes } = this;
    if (bytes[start] !== LESS || !matches(bytes, ITEM, start)) return -1;
    let at = start + ITEM.length;
    // `<t>` and nothing else: nearly all of them.
    if (bytes[at + 1] === LETTER_T && bytes[at + 2] === GREATER && bytes[at] === LESS) {
      const to = endOfText(bytes, at + 3);
      return to >= 0 && matches(bytes, CLOSE_PLAIN, to) ? to + CLOSE_PLAIN.length : -1;
    }
    const close = this.#isRun(at) ? CLOSE_RUN : CLOSE_PLAIN;
    do {
      const from = this.#textAt(at);
      const to = from < 0 ? -1 : bytes.indexOf(LESS, from);
      if (to < 0 || !matches(bytes, close, to)) return -1;
      at = to + close.length;
    } while (close === CLOSE_RUN && this.#isRun(at));
    if (close === CLOSE_PLAIN) return at;
    return matches(bytes, CLOSE_ITEM, at) ? at + CLOSE_ITEM.length : -1;
  }

  /** The text of an item that begins at `start`; the item was found by `behind`. */
  textOf(start: number, behind: number, xml: XmlReader): string {
    let at = start + ITEM.length;
    if (!this.#isRun(at)) return xml.textBetween(this.#textAt(at), behind - CLOSE_PLAIN.length);
    const text = new TextBuilder();
    while (!text.isFull && this.#isRun(at)) {
      const from = this.#textAt(at);
      const to = this.bytes.indexOf(LESS, from);
      text.add(xml.textBetween(from, to));
      at = to + CLOSE_RUN.length;
    }
    return text.text;
  }

  /** How that text begins. */
  openingOf(start: number): number | undefined {
    const at = start + ITEM.length;
    if (this.bytes[at + 1] === LETTER_T && this.bytes[at + 2] === GREATER) return openingOf(this.bytes, at + 3);
    return openingOf(this.bytes, this.#textAt(start + ITEM.length));
  }

  #isRun(at: number): boolean {
    return matches(this.bytes, RUN, at);
  }

  /** Where the text begins of what stands at `at`, a run or a text; -1 where it is neither. */
  #textAt(at: number): number {
    const text = this.#isRun(at) ? this.#behindFont(at + RUN.length) : at;
    return text >= 0 && matches(this.bytes, TEXT, text) ? behindTextTag(this.bytes, text + TEXT.length) : -1;
  }

  /** Offset behind the font of a run, which may have none; -1 for one that is not known to be a plain one. */
  #behindFont(at: number): number {
    const { bytes } = this;
    if (!matches(bytes, FONT, at)) return at;
    const from = at + FONT.length;
    for (const font of this.#fonts) if (matches(bytes, font, from)) return from + font.length;
    if (this.#fonts.length >= MOST_FONTS) return -1;
    let to = bytes.indexOf(LESS, from);
    while (to >= 0 && to - from <= LONGEST_FONT && !matches(bytes, CLOSE_FONT, to)) to = bytes.indexOf(LESS, to + 1);
    if (to < 0 || to - from > LONGEST_FONT || !this.#isPlain(from, to)) return -1;
    const behind = to + CLOSE_FONT.length;
    this.#fonts.push(bytes.subarray(from, behind));
    return behind;
  }

  /** True for a font that is sound as XML, has nothing inside its elements, no namespaces, and no line through the text. */
  #isPlain(from: number, to: number): boolean {
    if (this.bytes.subarray(from, to).includes(COLON)) return false;
    const xml = new XmlReader(this.bytes, this.part, from, to, this.scope);
    try {
      while (xml.nextChild(ROOT)) if (xml.name === 'strike' || !xml.selfClosing) return false;
      return true;
    } catch (error) {
      // What is wrong with it is told by who reads it as XML.
      if (error instanceof FileFault) return false;
      throw error;
    }
  }
}
