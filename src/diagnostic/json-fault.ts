/** Where a text stops being JSON, and why: what `JSON.parse` says of it differs from platform to platform, and often has no place. */
import type { JsonFault } from './catalogue.js';
import { firstUnits } from './half-characters.js';

/** Place of a fault; line and column are counted from 1. */
export interface PlacedFault {
  readonly line: number;
  readonly column: number;
  readonly fault: JsonFault;
}

/** The first fault; undefined where the text is JSON. Levels must be few: each takes a call. */
export function jsonFault(text: string): PlacedFault | undefined {
  const scanner = new Scanner(text);
  const fault = scanner.value() ?? scanner.end();
  if (!fault) return undefined;
  const before = text.slice(0, scanner.at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, fault };
}

/** A number, or a word such as `met`, as far as it goes. */
const WORD = /[\p{L}\p{N}_.+-]+/uy;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const LITERALS = new Set(['true', 'false', 'null']);
const SPACE = /[ \n\r\t]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Characters of a word that are shown; a hostile text may be one word. */
const LONGEST_SHOWN = 200;

/** Each method reads one thing, and gives the fault that it ends at; `at` is then where that is. */
class Scanner {
  at = 0;
  constructor(private readonly text: string) {}

  value(): JsonFault | undefined {
    this.skip();
    switch (this.text[this.at]) {
      case '{':
        return this.members();
      case '[':
        return this.items();
      case '"':
        return this.string();
    }
    const word = this.word();
    if (!LITERALS.has(word) && !NUMBER.test(word)) return this.unexpected('value');
    this.at += word.length;
    return undefined;
  }

  /** Behind the value, nothing may follow. */
  end(): JsonFault | undefined {
    this.skip();
    return this.at < this.text.length ? this.unexpected('end') : undefined;
  }

  private members(): JsonFault | undefined {
    this.at += 1;
    this.skip();
    if (this.takes('}')) return undefined;
    for (;;) {
      this.skip();
      if (this.text[this.at] !== '"') return this.unexpected('key');
      const fault = this.string();
      if (fault) return fault;
      this.skip();
      if (!this.takes(':')) return this.unexpected('colon');
      const inside = this.value();
      if (inside) return inside;
      this.skip();
      if (this.takes('}')) return undefined;
      if (!this.takes(',')) return this.unexpected('object-goes-on');
    }
  }

  private items(): JsonFault | undefined {
    this.at += 1;
    this.skip();
    if (this.takes(']')) return undefined;
    for (;;) {
      const fault = this.value();
      if (fault) return fault;
      this.skip();
      if (this.takes(']')) return undefined;
      if (!this.takes(',')) return this.unexpected('list-goes-on');
    }
  }

  private string(): JsonFault | undefined {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined) {
        this.at = start;
        return { is: 'open-text' };
      }
      if (sign === '"') {
        this.at += 1;
        return undefined;
      }
      if (sign === '\n' || sign === '\r') {
        this.at = start;
        return { is: 'text-over-lines' };
      }
      if (sign < ' ') return { is: 'control', found: codeOf(sign) };
      if (sign !== '\\') {
        this.at += 1;
        continue;
      }
      const escape = this.match(ESCAPE);
      if (escape === '') return { is: 'escape', found: this.text.slice(this.at, this.at + 2) };
      this.at += escape.length;
    }
  }

  private takes(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private skip(): void {
    this.at += this.match(SPACE).length;
  }

  private word(): string {
    return this.match(WORD);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  private unexpected(expected: Extract<JsonFault, { is: 'unexpected' }>['expected']): JsonFault {
    if (this.at >= this.text.length) return { is: 'ends', expected };
    const found = firstUnits(this.word(), LONGEST_SHOWN) || String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    return { is: 'unexpected', expected, found, ...(this.isComment() ? { isComment: true } : {}) };
  }

  private isComment(): boolean {
    return this.text.startsWith('//', this.at) || this.text.startsWith('/*', this.at) || this.text[this.at] === '#';
  }
}

const codeOf = (sign: string): string => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
