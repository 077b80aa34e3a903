/** Reads XML as a stream of opens, closes and texts: tolerant of prefixes and quotes, strict about what only attacks use. */
import { damaged, hostile } from './fault.js';

const DEEPEST = 64;

export type XmlEvent = 'open' | 'close' | 'text' | 'end';

const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const COLON = 58;
const EQUALS = 61;

/** Space, tab, line feed, carriage return. */
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

export class XmlReader {
  /** Name of the element just opened or closed, without its prefix. */
  name = '';
  /** True for `<a/>`; no close follows. */
  selfClosing = false;
  /** The text just read, entities replaced. */
  text = '';
  #at = 0;
  #depth = 0;
  #attributesFrom = 0;
  #attributesTo = 0;

  constructor(
    private readonly xml: string,
    private readonly part: string,
  ) {
    if (xml.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  /** Moves to the next event. */
  next(): XmlEvent {
    const { xml } = this;
    for (;;) {
      if (this.#at >= xml.length) {
        if (this.#depth !== 0) throw damaged(`its part “${this.part}” ends in the middle`);
        return 'end';
      }
      if (xml.charCodeAt(this.#at) !== LESS) return this.#readText();
      const code = xml.charCodeAt(this.#at + 1);
      if (code === SLASH) return this.#readClose();
      if (code === QUESTION) {
        this.#at = this.#after('?>', this.#at + 2);
      } else if (code === BANG) {
        if (xml.startsWith('<!--', this.#at)) this.#at = this.#after('-->', this.#at + 4);
        else if (xml.startsWith('<![CDATA[', this.#at)) {
          const from = this.#at + 9;
          this.#at = this.#after(']]>', from);
          this.text = xml.slice(from, this.#at - 3);
          return 'text';
        } else throw hostile(`its part “${this.part}” declares a document type of its own`);
      } else {
        return this.#readOpen();
      }
    }
  }

  /** An attribute of the element just opened, by its name without prefix. */
  attribute(name: string): string | undefined {
    const { xml } = this;
    let at = this.#attributesFrom;
    const to = this.#attributesTo;
    while (at < to) {
      while (at < to && isSpace(xml.charCodeAt(at))) at += 1;
      let from = at;
      while (at < to) {
        const code = xml.charCodeAt(at);
        if (code === EQUALS || isSpace(code)) break;
        if (code === COLON) from = at + 1;
        at += 1;
      }
      const matches = at - from === name.length && xml.startsWith(name, from);
      while (at < to && xml.charCodeAt(at) !== QUOTE && xml.charCodeAt(at) !== APOSTROPHE) at += 1;
      const quote = xml.charCodeAt(at);
      const start = at + 1;
      at = start;
      while (at < to && xml.charCodeAt(at) !== quote) at += 1;
      if (matches && start <= at) return this.#decode(xml.slice(start, at));
      at += 1;
    }
    return undefined;
  }

  /** Skips the content of the element just opened. */
  skip(): void {
    if (this.selfClosing) return;
    const depth = this.#depth;
    while (this.#depth >= depth) if (this.next() === 'end') return;
  }

  /** The text inside the element just opened, up to its close; elements inside are passed over. */
  content(): string {
    if (this.selfClosing) return '';
    const depth = this.#depth;
    let text = '';
    for (;;) {
      const event = this.next();
      if (event === 'end' || this.#depth < depth) return text;
      if (event === 'text' && this.#depth === depth) text += this.text;
    }
  }

  #readText(): XmlEvent {
    let end = this.xml.indexOf('<', this.#at);
    if (end < 0) end = this.xml.length;
    this.text = this.#decode(this.xml.slice(this.#at, end));
    this.#at = end;
    return 'text';
  }

  #readClose(): XmlEvent {
    const end = this.#after('>', this.#at + 2) - 1;
    let to = end;
    while (isSpace(this.xml.charCodeAt(to - 1))) to -= 1;
    this.name = withoutPrefix(this.xml.slice(this.#at + 2, to));
    this.#at = end + 1;
    this.#depth -= 1;
    if (this.#depth < 0) throw damaged(`its part “${this.part}” closes what was not open`);
    return 'close';
  }

  #readOpen(): XmlEvent {
    const { xml } = this;
    let at = this.#at + 1;
    const from = at;
    for (;;) {
      const code = xml.charCodeAt(at);
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (Number.isNaN(code) || code === LESS) throw damaged(`its part “${this.part}” holds a broken tag`);
      at += 1;
    }
    this.name = withoutPrefix(xml.slice(from, at));
    this.#attributesFrom = at;
    let quote = 0;
    for (; ; at += 1) {
      const code = xml.charCodeAt(at);
      if (Number.isNaN(code)) throw damaged(`its part “${this.part}” ends inside a tag`);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === QUOTE || code === APOSTROPHE) quote = code;
      else if (code === GREATER) break;
      else if (code === LESS) throw damaged(`its part “${this.part}” holds a broken tag`);
    }
    this.selfClosing = xml.charCodeAt(at - 1) === SLASH;
    this.#attributesTo = this.selfClosing ? at - 1 : at;
    this.#at = at + 1;
    if (!this.selfClosing) {
      this.#depth += 1;
      if (this.#depth > DEEPEST) throw hostile(`its part “${this.part}” is nested more than ${DEEPEST} deep`);
    }
    return 'open';
  }

  #after(what: string, from: number): number {
    const found = this.xml.indexOf(what, from);
    if (found < 0) throw damaged(`its part “${this.part}” ends in the middle`);
    return found + what.length;
  }

  /** Line ends become line feeds, as XML says; entities become their characters. */
  #decode(raw: string): string {
    const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&<\s]{0,12});?/g, (whole, name: string) => {
      const known = ENTITIES[name];
      if (known !== undefined && whole.endsWith(';')) return known;
      const code = /^#x[0-9a-f]+$/i.test(name)
        ? parseInt(name.slice(2), 16)
        : /^#\d+$/.test(name)
          ? Number(name.slice(1))
          : NaN;
      if (!(code >= 0 && code <= 0x10ffff) || !whole.endsWith(';')) {
        throw damaged(`its part “${this.part}” holds the unknown entity “${whole.slice(0, 12)}”`);
      }
      return String.fromCodePoint(code);
    });
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
