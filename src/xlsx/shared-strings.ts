/** The table of texts that cells refer to by number. Found at once, decoded only where somebody looks. */
import { LIMITS } from '../diagnostic/limits.js';
import { TextValue } from '../grid/grid.js';
import type { Allowance } from './budget.js';
import { hostile } from './fault.js';
import { isStruck } from './styles.js';
import { cutText, decodeCellText } from './text.js';
import { TextBuilder } from './text-builder.js';
import { UsualItems } from './usual-items.js';
import { ROOT, XmlReader, type XmlScope } from './xml.js';
import { openRoot, readChildren } from './xml-tree.js';

export class SharedStrings {
  /** Two offsets a text: where its element's content begins and ends. */
  #offsets = new Int32Array(FIRST_ROOM);
  /** How many of them are in use. */
  #filled = 0;
  /** As long as there are texts, so that filling it here and there moves nothing. */
  #decoded: (TextValue | undefined)[] = [];
  readonly #struck = new Set<number>();
  #xml: XmlReader | undefined;
  readonly #scope: XmlScope | undefined;
  readonly #usual: UsualItems | undefined;

  constructor(
    /** Characters that may be decoded. */
    private readonly decoded: Allowance,
    private readonly bytes: Uint8Array = new Uint8Array(),
    private readonly part: string = '',
  ) {
    if (bytes.length === 0) return;
    const xml = new XmlReader(bytes, part);
    openRoot(xml, part, ['sst']);
    const { inside } = xml;
    this.#scope = xml.scope;
    const usual = new UsualItems(bytes, part, this.#scope);
    this.#usual = usual;
    const readUsual = (): void => {
      if (!xml.plainIsOwn) return;
      for (let at = xml.position, end = usual.behind(at); end >= 0; at = end, end = usual.behind(at)) {
        this.#add(at, -end);
        xml.moveTo(end);
      }
    };
    if (!xml.selfClosing) readUsual();
    while (xml.nextChild(inside, 'si')) {
      const from = xml.position;
      const { selfClosing } = xml;
      xml.skip();
      // The close itself is left out: `</` stands before its name.
      this.#add(from, selfClosing ? from : bytes.lastIndexOf(LESS, xml.position - 1));
      readUsual();
    }
    this.#decoded = new Array<TextValue | undefined>(this.count);
  }

  /** `to` is negative for an item written the usual way, from its first to its last byte. */
  #add(from: number, to: number): void {
    if (this.#filled >= 2 * LIMITS.texts) throw hostile('too-many-texts', { most: LIMITS.texts });
    if (this.#filled === this.#offsets.length) {
      const more = new Int32Array(2 * this.#offsets.length);
      more.set(this.#offsets);
      this.#offsets = more;
    }
    this.#offsets[this.#filled] = from;
    this.#offsets[this.#filled + 1] = to;
    this.#filled += 2;
  }

  get count(): number {
    return this.#filled / 2;
  }

  #has(index: number): boolean {
    return Number.isInteger(index) && index >= 0 && index < this.count;
  }

  /** The text with number `index`, the same value for all cells that share it; undefined where there is none, as for 1.5. */
  at(index: number): TextValue | undefined {
    if (!this.#has(index)) return undefined;
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const from = this.#offsets[2 * index] ?? 0;
    const to = this.#offsets[2 * index + 1] ?? 0;
    if (to < 0) return this.#keep(index, cutText(this.#usualText(from, -to)));
    const { text, struck } = richText(new XmlReader(this.bytes, this.part, from, to, this.#scope), ROOT);
    if (struck) this.#struck.add(index);
    return this.#keep(index, text);
  }

  #keep(index: number, text: string): TextValue {
    this.decoded.spend(text.length);
    return (this.#decoded[index] = new TextValue(text));
  }

  /** How a text begins, where that is seen before it is decoded. */
  opening(index: number): number | undefined {
    if (!this.#has(index)) return undefined;
    const isUsual = (this.#offsets[2 * index + 1] ?? 0) < 0;
    return isUsual ? this.#usual?.openingOf(this.#offsets[2 * index] ?? 0) : undefined;
  }

  /** True if all that can be seen of the text is struck through. */
  isStruck(index: number): boolean {
    return this.at(index) !== undefined && this.#struck.has(index);
  }

  #usualText(start: number, behind: number): string {
    this.#xml ??= new XmlReader(this.bytes, this.part);
    return decodeCellText(this.#usual?.textOf(start, behind, this.#xml) ?? '');
  }
}

/** Offsets that there is room for at first. */
const FIRST_ROOM = 1024;
const LESS = 60;

/** A text that may be written in several fonts. */
export interface RichText {
  readonly text: string;
  /** All that can be seen of it is struck through. */
  readonly struck: boolean;
}

/** The text of the element just opened (`si` or `is`): its own and its runs', without readings of characters. */
export function readRichText(xml: XmlReader): RichText {
  return richText(xml, xml.inside);
}

function richText(xml: XmlReader, inside: number): RichText {
  const text = new TextBuilder();
  /** How much of it can be seen and is struck through, or is not. */
  let [struck, plain] = [0, 0];
  const add = (piece: string, isStruckRun: boolean): void => {
    text.add(piece);
    const seen = piece.trim().length;
    if (isStruckRun) struck += seen;
    else plain += seen;
  };
  while (xml.nextChild(inside)) {
    if (xml.name === 't') add(xml.content(), false);
    else if (xml.name === 'r') {
      let isStruckRun = false;
      readChildren(xml, {
        rPr: (font) => (isStruckRun = isStruck(font)),
        t: (run) => {
          add(run.content(), isStruckRun);
        },
      });
    }
  }
  return { text: cutText(decodeCellText(text.text)), struck: struck > 0 && plain === 0 };
}
