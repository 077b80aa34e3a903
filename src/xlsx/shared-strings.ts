/** The table of texts that cells refer to by number. Found at once, decoded only where somebody looks. */
import { hostile } from './fault.js';
import { decodeCellText } from './text.js';
import { XmlReader } from './xml.js';

/** As many as a workbook with that many different texts could need. */
const MOST_STRINGS = 2_000_000;

export class SharedStrings {
  /** Two offsets a text: where its element's content begins and ends. */
  readonly #offsets: number[] = [];
  readonly #decoded: (string | undefined)[] = [];

  constructor(
    private readonly bytes: Uint8Array = new Uint8Array(),
    private readonly part: string = '',
  ) {
    const xml = new XmlReader(bytes, part);
    for (let event = xml.next(); event !== 'end'; event = xml.next()) {
      if (event !== 'open' || xml.name !== 'si') continue;
      const from = xml.position;
      const { selfClosing } = xml;
      xml.skip();
      // The close itself is left out: `</` stands before its name.
      const to = selfClosing ? from : bytes.lastIndexOf(LESS, xml.position - 1);
      if (this.#offsets.push(from, to) > 2 * MOST_STRINGS) throw hostile(`it holds more than ${MOST_STRINGS} texts`);
    }
  }

  get count(): number {
    return this.#offsets.length / 2;
  }

  /** The text with number `index`; undefined where there is none. */
  at(index: number): string | undefined {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const [from, to] = [this.#offsets[2 * index], this.#offsets[2 * index + 1]];
    if (from === undefined || to === undefined) return undefined;
    const text = from === to ? '' : richText(new XmlReader(this.bytes, this.part, from, to));
    this.#decoded[index] = text;
    return text;
  }
}

const LESS = 60;

/** The text of the element just opened (`si` or `is`): its own and its runs', without readings of characters. */
export function readRichText(xml: XmlReader, element: string): string {
  return xml.selfClosing ? '' : richText(xml, element);
}

function richText(xml: XmlReader, element?: string): string {
  let text = '';
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event === 'close' && xml.name === element) break;
    if (event !== 'open') continue;
    if (xml.name === 't') text += xml.content();
    else if (xml.name === 'rPh') xml.skip();
  }
  return decodeCellText(text);
}
