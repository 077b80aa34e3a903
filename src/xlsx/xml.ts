/**
 * Reads XML bytes as a stream of opens, closes and texts: tolerant of prefixes and quotes, strict about what only attacks use.
 * What belongs to another namespace than the part's root is never taken for one of its elements, whatever it is called.
 * Works on bytes, and makes a string only of what is asked for: most of a workbook is never looked at.
 */
import { LIMITS } from '../diagnostic/limits.js';
import { damaged, hostile } from './fault.js';
import { decodeCellText } from './text.js';
import { ENOUGH, TextBuilder, TOO_MANY_SPACES } from './text-builder.js';
import { decodeUtf8 } from './text-codec.js';

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
const DASH = 45;
const AMPERSAND = 38;
const HASH = 35;
const SEMICOLON = 59;
const LINE_FEED = 10;
const RETURN = 13;
const BRACKET = 93;
const FIRST_BEYOND_ASCII = 128;
/** Up to here, putting characters together one by one is faster than calling the decoder. */
const SHORT = 20;
/** How the declaration of a namespace begins. */
const DECLARATION = 'xmlns';
const LETTER_X = 120;
/** What makes an ASCII letter a small one. */
const LOWER_CASE = 32;
/** Bytes of an entity, with `&` and `;`. */
const LONGEST_ENTITY = 14;
/** An element that holds nothing. */
const EMPTY = -1;
/** Around the root of a part. */
export const ROOT = 0;

/** Space, tab, line feed, carriage return. */
const isSpace = (code: number | undefined): boolean =>
  code === 32 || (code !== undefined && code >= 9 && code <= 13 && code !== 11 && code !== 12);

/** The namespaces that are known at a place. */
export interface XmlScope {
  /** That of the part's root. */
  readonly own: string;
  readonly byPrefix: ReadonlyMap<string, string>;
}

export class XmlReader {
  /** Name of the element just opened or closed, without its prefix; behind a colon where its namespace is not the root's. */
  name = '';
  /** True for `<a/>`; no close follows. */
  selfClosing = false;
  #at: number;
  readonly #open: string[] = [];
  /** Where the text just read stands; `#literal` where nothing in it stands for something else. */
  #textFrom = 0;
  #textTo = 0;
  #literal = false;
  /** The last name that was made, and is not among the known ones. */
  #lastName = '';
  /** Offset behind the entity just read. */
  #behindEntity = 0;
  /** True where the string just made holds no entity and no return. */
  #plain = false;
  /** Four numbers an attribute: begin and end of its local name, begin and end of its value. */
  readonly #attributes: number[] = [];
  #attributeCount = 0;
  /** Namespaces by prefix, `''` for elements without one. A prefix that is declared nowhere means none. */
  readonly #namespaces = new Map<string, string>();
  /** Those of a scope that others read as well: they hold where nothing else was declared. */
  readonly #lent: ReadonlyMap<string, string> | undefined;
  #own: string | undefined;
  #plainIsOwn = true;
  /** What each declaration in scope has replaced, and how deep it stands. */
  readonly #declared: { readonly depth: number; readonly prefix: string; readonly before: string | undefined }[] = [];
  /** Depth of the last of them. */
  #declaredAt = 0;
  /** True if the element just opened declares any. */
  #declares = false;
  /** How many declarations were taken in. */
  #declarations = 0;
  /** Two offsets for each element that is open while elements are passed over: where its name begins and ends. */
  readonly #passed: number[] = [];

  /** `bytes` are UTF-8. Reads from `from` up to `to`, which lie between two elements; `scope`: what is known there. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    from = 0,
    private readonly to: number = bytes.length,
    scope?: XmlScope,
  ) {
    this.#at = from;
    if (scope) {
      this.#own = scope.own;
      this.#lent = scope.byPrefix;
      this.#plainIsOwn = this.#isPlainOwn();
    }
    if (from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /** How far was read, as an offset into the bytes. */
  get position(): number {
    return this.#at;
  }

  /** Goes on at `position`, behind elements that somebody else has read as a whole. */
  moveTo(position: number): void {
    this.#at = position;
  }

  /** What is known here, for who reads on elsewhere in the part. */
  get scope(): XmlScope {
    return { own: this.#own ?? '', byPrefix: new Map([...(this.#lent ?? []), ...this.#namespaces]) };
  }

  /** True if an element without a prefix is one of the root's namespace here. */
  get plainIsOwn(): boolean {
    return this.#plainIsOwn;
  }

  /** The element just opened, as `nextChild` wants it. */
  get inside(): number {
    return this.selfClosing ? EMPTY : this.#open.length;
  }

  /**
   * Opens the next element that stands right inside another, given by its `inside`, passing over what was not read of the
   * one before; false behind the last one. `ROOT` gives the root itself; with `name`, the others are passed over.
   */
  nextChild(inside: number, name?: string): boolean {
    if (inside === EMPTY) return false;
    for (;;) {
      while (this.#open.length > inside) this.#passInside();
      const event = this.next();
      if (event === 'end' || this.#open.length < inside) return false;
      if (event === 'open' && (name === undefined || this.name === name)) return true;
    }
  }

  /**
   * The text that stands from `from` up to `to`, where there are no tags; entities replaced. What is longer than anything takes
   * is not read to its end: a stranger can write a million characters with a few bytes.
   */
  textBetween(from: number, to: number): string {
    return this.#textOf(from, to, false);
  }

  /** The text just read, entities replaced. */
  get text(): string {
    return this.#textOf(this.#textFrom, this.#textTo, this.#literal);
  }

  #textOf(from: number, to: number, isLiteral: boolean): string {
    if (to - from <= SHORT) {
      const text = this.#slice(from, to);
      if (this.#plain) return text;
    }
    for (let at = from; ;) {
      const { text, end } = this.#decode(at, to, isLiteral);
      // What begins with spaces goes on behind them.
      if (end >= to || decodeCellText(text).trim() !== '') return at === from ? text : TOO_MANY_SPACES + text;
      at = end;
    }
  }

  /** Moves to the next event. */
  next(): XmlEvent {
    const { bytes } = this;
    for (;;) {
      if (this.#at >= this.to) {
        if (this.#open.length > 0) throw this.#cutOff();
        return 'end';
      }
      if (bytes[this.#at] !== LESS) return this.#readText();
      const code = bytes[this.#at + 1];
      if (code === SLASH) return this.#readClose();
      if (code === BANG) {
        if (this.#readBang()) return 'text';
      } else if (code === QUESTION) {
        this.#at = this.#after(QUESTION, 1, this.#at + 2);
      } else {
        return this.#readOpen();
      }
    }
  }

  /** An attribute of the element just opened; one with a prefix is none of the element's own. */
  attribute(name: string): string | undefined {
    const attributes = this.#attributes;
    for (let i = 0; i < this.#attributeCount; i += 4) {
      const from = attributes[i] ?? 0;
      if ((attributes[i + 1] ?? 0) - from !== name.length || !this.#matches(name, from)) continue;
      if (this.bytes[from - 1] !== COLON) return this.#value(i);
    }
    return undefined;
  }

  /** The relationship that the element just opened names: `r:id`, whatever the prefix. */
  relation(): string | undefined {
    for (let i = 0; i < this.#attributeCount; i += 4) {
      const from = this.#attributes[i] ?? 0;
      if ((this.#attributes[i + 1] ?? 0) - from !== 2 || !this.#matches('id', from)) continue;
      if (this.bytes[from - 1] !== COLON) continue;
      let start = from - 1;
      while (!isSpace(this.bytes[start - 1])) start -= 1;
      const namespace = this.#named(this.#slice(start, from - 1));
      if (namespace === undefined || namespace.endsWith('/relationships')) return this.#value(i);
    }
    return undefined;
  }

  #value(i: number): string {
    return this.textBetween(this.#attributes[i + 2] ?? 0, this.#attributes[i + 3] ?? 0);
  }

  /** Skips the content of the element just opened. */
  skip(): void {
    if (!this.selfClosing) this.#passInside();
  }

  /**
   * Skips the rest of the element that was opened last, and closes it. The content must be XML. Of its tags, only the places
   * of the names of open elements are noted, because a small file can contain millions of elements.
   */
  #passInside(): void {
    const { bytes, to } = this;
    const names = this.#passed;
    /** How many elements are open inside. */
    let open = 0;
    for (let at = this.#at; ;) {
      // Texts between tags are short, where there are many of them.
      for (let left = SHORT; bytes[at] !== LESS && left > 0; left -= 1) at += 1;
      if (bytes[at] !== LESS) at = bytes.indexOf(LESS, at);
      if (at < 0 || at >= to) throw this.#cutOff();
      this.#at = at;
      const code = bytes[at + 1];
      if (code === SLASH) {
        if (open === 0) break;
        open -= 1;
        at = this.#passClose(at + 2, names[2 * open] ?? 0, names[2 * open + 1] ?? 0);
      } else if (code === BANG) {
        this.#readBang();
        at = this.#at;
      } else if (code === QUESTION) at = this.#after(QUESTION, 1, at + 2);
      else {
        const end = this.#endOfName(at + 1);
        names[2 * open] = at + 1;
        names[2 * open + 1] = end;
        at = bytes[end] === GREATER ? end : this.#readAttributes(end);
        if (bytes[at] === SLASH) at += 1;
        else if ((open += 1) + this.#open.length > LIMITS.depth)
          throw hostile('part-depth', { part: this.part, most: LIMITS.depth });
        if (bytes[at] !== GREATER || (at += 1) > to) throw this.#brokenTag();
      }
    }
    this.#readClose();
  }

  /** Offset behind a tag that closes what was opened by the name from `opened` to `openedTo`; its own name begins at `from`. */
  #passClose(from: number, opened: number, openedTo: number): number {
    const { bytes } = this;
    let at = from;
    for (let known = opened; known < openedTo && bytes[known] === bytes[at]; known += 1) at += 1;
    const isSame = at - from === openedTo - opened;
    while (isSpace(bytes[at])) at += 1;
    if (isSame && bytes[at] === GREATER && at < this.to) return at + 1;
    while (bytes[at] !== GREATER && bytes[at] !== LESS && at < this.to) at += 1;
    if (bytes[at] !== GREATER || at >= this.to) throw this.#cutOff();
    throw damaged('part-closes', { part: this.part, piece: this.#slice(from, at).slice(0, 20) });
  }

  /** Where the name of a tag that begins at `start` has ended. */
  #endOfName(start: number): number {
    const { bytes } = this;
    for (let at = start; ; at += 1) {
      const code = bytes[at];
      if (code === GREATER || code === SLASH || isSpace(code)) {
        if (at === start || bytes[at - 1] === COLON) throw this.#brokenTag();
        return at;
      }
      if (code === undefined || code === LESS) throw this.#brokenTag();
    }
  }

  /** The text inside the element just opened, up to its close; elements inside are passed over. */
  content(): string {
    if (this.selfClosing) return '';
    const depth = this.#open.length;
    let pieces: TextBuilder | undefined;
    for (;;) {
      const event = this.next();
      if (event === 'text' && this.bytes[this.#at + 1] === SLASH && !pieces) {
        const whole = this.text;
        this.next();
        return whole;
      }
      if (event === 'end' || this.#open.length < depth) return pieces?.text ?? '';
      pieces ??= new TextBuilder();
      if (event === 'open') this.skip();
      else if (!pieces.isFull) pieces.add(this.text);
    }
  }

  /** As `content`, for an element that holds digits and nothing else; undefined, and nothing read, where it holds more. */
  wholeNumber(): number | undefined {
    const { bytes } = this;
    let at = this.#at;
    let number = 0;
    for (let code = bytes[at] ?? 0; code >= 48 && code <= 57; code = bytes[(at += 1)] ?? 0)
      number = number * 10 + code - 48;
    if (this.selfClosing || at === this.#at || at - this.#at > 9 || bytes[at] !== LESS || bytes[at + 1] !== SLASH)
      return undefined;
    this.#at = at;
    this.#readClose();
    return number;
  }

  /** Comments are passed over; true for a section of character data. */
  #readBang(): boolean {
    const { bytes } = this;
    if (bytes[this.#at + 2] === DASH && bytes[this.#at + 3] === DASH) {
      this.#at = this.#after(DASH, 2, this.#at + 4);
      return false;
    }
    if (!this.#matches('[CDATA[', this.#at + 2)) throw hostile('part-doctype', { part: this.part });
    this.#textFrom = this.#at + 9;
    this.#at = this.#after(BRACKET, 2, this.#textFrom);
    this.#textTo = this.#at - 3;
    this.#literal = true;
    return true;
  }

  #readText(): XmlEvent {
    let end = this.bytes.indexOf(LESS, this.#at);
    if (end < 0 || end > this.to) end = this.to;
    this.#textFrom = this.#at;
    this.#textTo = end;
    this.#literal = false;
    this.#at = end;
    return 'text';
  }

  #readClose(): XmlEvent {
    const { bytes } = this;
    let from = this.#at + 2;
    const expected = this.#open.at(-1);
    const behind = from + (expected?.length ?? 0);
    // Nearly always just the name that was opened, without prefix or spaces.
    if (expected !== undefined && behind < this.to && bytes[behind] === GREATER && this.#matches(expected, from)) {
      this.#open.pop();
      if (this.#declaredAt > this.#open.length) this.#forget();
      this.name = expected;
      this.#at = behind + 1;
      return 'close';
    }
    let at = from;
    for (let code = bytes[at]; code !== GREATER; code = bytes[(at += 1)]) {
      if (code === undefined || at >= this.to || code === LESS) throw this.#cutOff();
      if (code === COLON) from = at + 1;
    }
    let end = at;
    while (isSpace(bytes[end - 1])) end -= 1;
    const name = this.#nameAt(from, end);
    this.#at = at + 1;
    const opened = this.#open.pop();
    if (opened === undefined || (opened !== name && opened !== `:${name}`))
      throw damaged('part-closes', { part: this.part, piece: name.slice(0, 20) });
    if (this.#declaredAt > this.#open.length) this.#forget();
    this.name = opened;
    return 'close';
  }

  #readOpen(): XmlEvent {
    const { bytes } = this;
    const start = this.#at + 1;
    let at = start;
    let from = at;
    for (;;) {
      const code = bytes[at];
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (code === undefined || code === LESS) throw this.#brokenTag();
      if (code === COLON) from = at + 1;
      at += 1;
    }
    if (at === from) throw this.#brokenTag();
    this.name = this.#nameAt(from, at);
    at = this.#readAttributes(at);
    this.selfClosing = bytes[at] === SLASH;
    if (this.selfClosing) at += 1;
    if (bytes[at] !== GREATER || at >= this.to) throw this.#brokenTag();
    this.#at = at + 1;
    if (this.#declares) this.#declare();
    if (this.#own === undefined) this.#beginRoot(start, from);
    const isOwn = from === start ? this.#plainIsOwn : this.#namespaceOf(start, from) === this.#own;
    if (!isOwn) this.name = `:${this.name}`;
    if (this.selfClosing && this.#declaredAt > this.#open.length) this.#forget();
    if (!this.selfClosing && this.#open.push(this.name) > LIMITS.depth)
      throw hostile('part-depth', { part: this.part, most: LIMITS.depth });
    return 'open';
  }

  /** Notes where each attribute stands; gives the offset of the tag's end. */
  #readAttributes(start: number): number {
    const { bytes } = this;
    const attributes = this.#attributes;
    let count = 0;
    let at = start;
    this.#declares = false;
    for (;;) {
      while (isSpace(bytes[at])) at += 1;
      let code = bytes[at];
      if (code === GREATER || code === SLASH) break;
      let from = at;
      if (code === LETTER_X && this.#matches(DECLARATION, at)) this.#declares = true;
      for (; code !== EQUALS && !isSpace(code); code = bytes[(at += 1)]) {
        if (code === undefined || code === LESS || code === GREATER) throw this.#brokenTag();
        if (code === COLON) from = at + 1;
      }
      const end = at;
      while (isSpace(bytes[at])) at += 1;
      if (bytes[at] !== EQUALS) throw this.#brokenTag();
      at += 1;
      while (isSpace(bytes[at])) at += 1;
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.#brokenTag();
      at += 1;
      const valueFrom = at;
      for (code = bytes[at]; code !== quote; code = bytes[(at += 1)]) {
        if (code === undefined || code === LESS) throw this.#brokenTag();
      }
      if (count >= 4 * LIMITS.attributes) throw hostile('part-attributes', { part: this.part });
      attributes[count] = from;
      attributes[count + 1] = end;
      attributes[count + 2] = valueFrom;
      attributes[count + 3] = at;
      count += 4;
      at += 1;
    }
    this.#attributeCount = count;
    return at;
  }

  /** Takes in what the element just opened declares: `xmlns="…"`, `xmlns:x="…"`. */
  #declare(): void {
    const depth = this.#open.length + 1;
    for (let i = 0; i < this.#attributeCount; i += 4) {
      const [from, to] = [this.#attributes[i] ?? 0, this.#attributes[i + 1] ?? 0];
      const isPrefix = this.#matches(`${DECLARATION}:`, from - DECLARATION.length - 1);
      if (!isPrefix && !(to - from === DECLARATION.length && this.#matches(DECLARATION, from))) continue;
      const prefix = isPrefix ? this.#slice(from, to) : '';
      this.#declarations += 1;
      if (this.#declarations > LIMITS.declarations)
        throw hostile('part-declarations', { part: this.part, most: LIMITS.declarations });
      this.#declared.push({ depth, prefix, before: this.#namespaces.get(prefix) });
      this.#namespaces.set(prefix, this.#value(i));
      this.#declaredAt = depth;
    }
    this.#plainIsOwn = this.#isPlainOwn();
  }

  /** Leaves the scope of what elements have declared that are closed. */
  #forget(): void {
    for (let last = this.#declared.at(-1); last && last.depth > this.#open.length; last = this.#declared.at(-1)) {
      if (last.before === undefined) this.#namespaces.delete(last.prefix);
      else this.#namespaces.set(last.prefix, last.before);
      this.#declared.pop();
    }
    this.#declaredAt = this.#declared.at(-1)?.depth ?? 0;
    this.#plainIsOwn = this.#isPlainOwn();
  }

  #isPlainOwn(): boolean {
    return (this.#named('') ?? '') === this.#own;
  }

  /** The namespace that a prefix stands for here. */
  #named(prefix: string): string | undefined {
    return this.#namespaces.get(prefix) ?? this.#lent?.get(prefix);
  }

  #beginRoot(start: number, from: number): void {
    this.#own = this.#namespaceOf(start, from);
    this.#plainIsOwn = this.#isPlainOwn();
  }

  /** Of an element whose name begins at `start`, its part without prefix at `from`. */
  #namespaceOf(start: number, from: number): string {
    return this.#named(from === start ? '' : this.#slice(start, from - 1)) ?? '';
  }

  /** Offset behind the next `>` that `times` of `code` stand before, all of them at `from` or later. */
  #after(code: number, times: number, from: number): number {
    const { bytes, to } = this;
    // Byte by byte: a comment may be full of `>`, and each call of a search costs more than a few bytes.
    for (let end = from + times; end < to; end += 1) {
      if (bytes[end] !== GREATER || bytes[end - 1] !== code) continue;
      if (times === 1 || bytes[end - 2] === code) return end + 1;
    }
    throw this.#cutOff();
  }

  /** True if the text stands at `from`; `text` is ASCII. */
  #matches(text: string, from: number): boolean {
    for (let i = 0; i < text.length; i += 1) if (this.bytes[from + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** A few element names repeat thousands of times: of those the string is there. */
  #nameAt(from: number, to: number): string {
    const known = NAMES.get(nameKey(to - from, this.bytes[from] ?? 0, this.bytes[to - 1] ?? 0));
    if (known?.length === to - from && this.#matches(known, from)) return known;
    // What is none of these often follows itself.
    if (this.#lastName.length === to - from && this.#matches(this.#lastName, from)) return this.#lastName;
    const made = this.#slice(from, to);
    // Only of ASCII there is a character for each byte.
    if (made.length === to - from) this.#lastName = made;
    return made;
  }

  #slice(from: number, to: number): string {
    const { bytes } = this;
    this.#plain = false;
    if (to - from <= SHORT) {
      let text = '';
      let at = from;
      let plain = true;
      for (; at < to; at += 1) {
        const code = bytes[at] ?? 0;
        if (code >= FIRST_BEYOND_ASCII) break;
        if (code === AMPERSAND || code === RETURN) plain = false;
        text += String.fromCharCode(code);
      }
      if (at === to) {
        this.#plain = plain;
        return text;
      }
    }
    return this.#utf8(bytes.subarray(from, to));
  }

  /**
   * A text from `from` on, as far as is enough, and where it ends. Line ends become line feeds, as XML says; unless it is
   * literal, entities become their characters.
   */
  #decode(from: number, to: number, isLiteral: boolean): { readonly text: string; readonly end: number } {
    const { bytes } = this;
    let end = Math.min(to, from + ENOUGH);
    while (end < to && isContinuation(bytes[end])) end += 1;
    const raw = this.#utf8(bytes.subarray(from, end));
    if (!raw.includes('\r') && (isLiteral || !raw.includes('&'))) return { text: raw, end };
    const made = new Uint8Array(Math.min(to - from, ENOUGH + LONGEST_ENTITY));
    let length = 0;
    let at = from;
    while (at < to && (length < ENOUGH || isContinuation(bytes[at]))) {
      const code = bytes[at] ?? 0;
      if (code === AMPERSAND && !isLiteral) {
        length = putUtf8(made, length, this.#entity(at, to));
        at = this.#behindEntity;
      } else {
        made[length] = code === RETURN ? LINE_FEED : code;
        length += 1;
        at += code === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1;
      }
    }
    return { text: this.#utf8(made.subarray(0, length)), end: at };
  }

  #utf8(bytes: Uint8Array): string {
    const text = decodeUtf8(bytes);
    if (text === undefined) throw damaged('part-not-utf8', { part: this.part });
    return text;
  }

  /** The character that the entity at `at` stands for; `#behindEntity` is where it ends. */
  #entity(at: number, to: number): number {
    const { bytes } = this;
    const most = Math.min(to, at + LONGEST_ENTITY);
    let end = at + 1;
    while (end < most && bytes[end] !== SEMICOLON) end += 1;
    const code = end < most ? this.#codeOf(at + 1, end) : NaN;
    if (!isCharacter(code)) {
      const [piece = ''] = /^&[^;&<\s]*;?/.exec(this.#slice(at, most)) ?? [];
      throw damaged('part-entity', { part: this.part, piece: piece.slice(0, 12) });
    }
    this.#behindEntity = end + 1;
    return code;
  }

  /** The number of the character that the name of an entity stands for: `lt`, `#60`, `#x3C`. */
  #codeOf(from: number, to: number): number {
    const { bytes } = this;
    if (bytes[from] !== HASH) {
      for (const [name, code] of ENTITIES) if (name.length === to - from && this.#matches(name, from)) return code;
      return NaN;
    }
    const isHex = ((bytes[from + 1] ?? 0) | LOWER_CASE) === LETTER_X;
    const first = from + (isHex ? 2 : 1);
    let number = first < to ? 0 : NaN;
    for (let at = first; at < to; at += 1) number = number * (isHex ? 16 : 10) + digitOf(bytes[at] ?? 0, isHex);
    return number;
  }

  #cutOff(): Error {
    return damaged('part-ends', { part: this.part });
  }

  #brokenTag(): Error {
    return damaged('part-broken-tag', { part: this.part });
  }
}

const ENTITIES: readonly (readonly [name: string, code: number])[] = [
  ['lt', LESS],
  ['gt', GREATER],
  ['amp', AMPERSAND],
  ['quot', QUOTE],
  ['apos', APOSTROPHE],
];

/** The value of a digit; not a number where it is none. */
function digitOf(code: number, isHex: boolean): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = (code | LOWER_CASE) - 87;
  return isHex && letter >= 10 && letter <= 15 ? letter : NaN;
}

/** True for a byte that goes on with a character. */
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Writes a character; gives the offset behind it. An entity is never shorter than its character. */
function putUtf8(into: Uint8Array, at: number, code: number): number {
  const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  into[at] = more === 0 ? code : ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more));
  for (let i = more - 1; i >= 0; i -= 1) into[at + more - i] = 0x80 | ((code >> (6 * i)) & 0x3f);
  return at + more + 1;
}

const nameKey = (length: number, first: number, last: number): number => (length << 16) | (first << 8) | last;

/** Names that fill the parts that are read: cells, texts, styles, relationships, defined names; no two have the same key. */
const NAMES: ReadonlyMap<number, string> = new Map(
  'row c v f is t si r rPr sz color rFont name family scheme b i mergeCell definedName sheet Relationship numFmt xf font fill patternFill fgColor bgColor border left right top bottom diagonal alignment protection col'
    .split(' ')
    .map((name) => [nameKey(name.length, name.charCodeAt(0), name.charCodeAt(name.length - 1)), name]),
);

/** What XML lets a number stand for: no control but tab and line ends, no half of a character, not the last two of the first plane. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff;
}
