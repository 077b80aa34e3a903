/**
 * The narrow columns of a row in one piece of bytes, which is read without making anything that nobody asks for. A **frame** is
 * the packed columns, and behind them the texts that have columns of their own, since databases order and find rows by them:
 * its checksum covers both.
 */
import { crc32 } from 'node:zlib';
import type { CountedValues, Figure, Figures, FileRow } from '../../desk/row.js';

/** Texts that have columns of their own, in the order in which a frame has them. */
export const OWN_COLUMNS = ['sha256', 'status', 'model', 'key', 'name', 'unit', 'as_of'] as const;
export type OwnColumns = Pick<FileRow, (typeof OWN_COLUMNS)[number]>;

/** Texts that are packed. */
const TEXTS = ['tool', 'industry', 'size_band', 'region', 'states'] as const;
const STATES = TEXTS.indexOf('states');
const FIGURES = ['size', 'maturity', 'floor', 'completeness'] as const;

/** What stands in a frame besides the columns of a row. */
export interface Links {
  /** Number of the row's outline in the database. */
  readonly outline: number;
  /** Number of the dictionary that its content was packed with; 0 is none. */
  readonly dictionary: number;
  /** Checksum of the packed content. */
  readonly content: number;
}

/** The narrow columns of a row. */
export type NarrowColumns = Omit<FileRow, 'outline' | 'organization' | 'scores' | 'answers' | 'findings' | 'feedback'>;

/** A small whole number is one byte; what is none is one of these. */
const [LARGEST, NUMBER, NULL] = [250, 254, 255] as const;
const SUM = 4;
const ACCEPTED = 'a'.charCodeAt(0);

/** The packed columns of a row, and the checksum of its frame. */
export function packNarrow(row: NarrowColumns, links: Links): { readonly data: Uint8Array; readonly sum: number } {
  const own = OWN_COLUMNS.map((name) => Buffer.from(row[name]));
  const body = new Bytes();
  for (const each of own) body.count(each.length);
  for (const each of [links.outline, links.dictionary, links.content]) body.count(each);
  for (const name of FIGURES) body.figure(row[name]);
  for (const name of TEXTS) body.text(row[name]);
  const [domains, categories] = JSON.parse(row.figures) as Figures; // as `rowOf` wrote it
  for (const list of [domains, categories]) {
    body.count(list.length);
    for (const pair of list) for (const figure of pair) body.figure(figure);
  }
  const packed = body.made();
  const length = new Bytes();
  length.count(packed.length);
  const covered = Buffer.concat([length.made(), packed, ...own]);
  const sum = crc32(covered);
  const head = Buffer.alloc(SUM);
  head.writeUInt32LE(sum);
  return { data: Buffer.concat([head, length.made(), packed]), sum };
}

/** Bytes that are written one behind the other. */
class Bytes {
  readonly #parts: Uint8Array[] = [];

  /** A whole number that is not negative; few bytes for a small one. */
  count(value: number): void {
    const bytes: number[] = [];
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    this.#parts.push(Uint8Array.from([...bytes, rest]));
  }

  figure(value: Figure): void {
    if (value === null) this.#parts.push(Uint8Array.of(NULL));
    else if (Number.isInteger(value) && value >= 0 && value <= LARGEST) this.#parts.push(Uint8Array.of(value));
    else {
      const bytes = Buffer.alloc(9);
      bytes.writeUInt8(NUMBER, 0);
      bytes.writeDoubleLE(value, 1);
      this.#parts.push(bytes);
    }
  }

  text(value: string): void {
    const bytes = Buffer.from(value);
    this.count(bytes.length);
    this.#parts.push(bytes);
  }

  made(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** Reads frames that stand one behind the other. What is asked of a frame is asked after `next`, each once and in any order. */
export class Frames {
  readonly #bytes: Buffer;
  readonly #view: DataView;
  #begin = 0;
  #next = 0;
  #at = 0;
  #body = 0;
  #own = 0;
  readonly #lengths = new Array<number>(OWN_COLUMNS.length).fill(0);
  #outline = 0;
  #dictionary = 0;
  #content = 0;
  /** Checksum of the frame. */
  sum = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Goes to the next frame; false where there is none. Throws where a frame is not as it was written. */
  next(): boolean {
    if (this.#next >= this.#bytes.length) return false;
    this.#seek(this.#next);
    if (this.#next > this.#bytes.length || crc32(this.#bytes.subarray(this.#begin + SUM, this.#next)) !== this.sum)
      throw new Error('a row is not as it was written');
    return true;
  }

  /** Where the frame begins, for `countedAt`. */
  get place(): number {
    return this.#begin;
  }

  /** What a portfolio counts of a frame that was read, and the number of its outline; the frame of now stays the one of now. */
  countedAt(place: number): { readonly row: CountedValues; readonly outline: number } {
    return this.#elsewhere(place, () => ({ row: this.counted(), outline: this.#outline }));
  }

  /** A text of a frame that was read, as `own`; the frame of now stays the one of now. */
  ownAt(place: number, name: (typeof OWN_COLUMNS)[number]): string {
    return this.#elsewhere(place, () => this.own(name));
  }

  #elsewhere<T>(place: number, read: () => T): T {
    const now = this.#begin;
    this.#seek(place);
    const value = read();
    this.#seek(now);
    return value;
  }

  #seek(place: number): void {
    this.#begin = place;
    this.sum = this.#view.getUint32(place, true);
    this.#at = place + SUM;
    const length = this.#count();
    this.#own = this.#at + length;
    let end = this.#own;
    for (let i = 0; i < OWN_COLUMNS.length; i += 1) {
      const own = this.#count();
      this.#lengths[i] = own;
      end += own;
    }
    this.#outline = this.#count();
    this.#dictionary = this.#count();
    this.#content = this.#count();
    this.#body = this.#at;
    this.#next = end;
  }

  get links(): Links {
    return { outline: this.#outline, dictionary: this.#dictionary, content: this.#content };
  }

  get isAccepted(): boolean {
    // No other status begins with this letter.
    return this.#bytes[this.#own + (this.#lengths[0] ?? 0)] === ACCEPTED;
  }

  /** A text that has a column of its own. */
  own(name: (typeof OWN_COLUMNS)[number]): string {
    let from = this.#own;
    const place = OWN_COLUMNS.indexOf(name);
    for (let i = 0; i < place; i += 1) from += this.#lengths[i] ?? 0;
    return this.#bytes.toString('utf8', from, from + (this.#lengths[place] ?? 0));
  }

  /** The narrow columns. */
  row(): NarrowColumns {
    this.#at = this.#body;
    const figures = FIGURES.map((name) => [name, this.#figure()]);
    const texts = TEXTS.map((name) => [name, this.#text()]);
    const own = OWN_COLUMNS.map((name) => [name, this.own(name)]);
    const columns = Object.fromEntries([...own, ...figures, ...texts]) as Omit<NarrowColumns, 'figures'>; // a value for each
    return { ...columns, figures: JSON.stringify([this.#pairs(), this.#pairs()]) };
  }

  /** What an assessment has of them; as `row`, with nothing else: an export asks it of every row. */
  assessed(): Pick<NarrowColumns, 'sha256' | 'model' | 'key' | 'states'> {
    this.#at = this.#body;
    FIGURES.forEach(() => this.#figure());
    TEXTS.slice(0, STATES).forEach(() => this.#skip());
    const states = this.#text();
    return { sha256: this.own('sha256'), model: this.own('model'), key: this.own('key'), states };
  }

  /** What a portfolio counts; as `row`, with nothing else. */
  counted(): CountedValues {
    this.#at = this.#body;
    this.#figure();
    const maturity = this.#figure();
    const floor = this.#figure();
    const completeness = this.#figure();
    this.#skip();
    const industry = this.#text();
    const band = this.#text();
    const region = this.#text();
    const states = this.#text();
    const domains = this.#pairs();
    const categories = this.#pairs();
    return {
      sha256: this.own('sha256'),
      key: this.own('key'),
      model: this.own('model'),
      unit: this.own('unit'),
      industry,
      size_band: band,
      region,
      maturity,
      floor,
      completeness,
      figures: [domains, categories],
      states,
    };
  }

  #count(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#view.getUint8(this.#at);
      this.#at += 1;
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
    }
  }

  #figure(): Figure {
    const byte = this.#view.getUint8(this.#at);
    this.#at += 1;
    if (byte <= LARGEST) return byte;
    if (byte === NULL) return null;
    const value = this.#view.getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  #pairs(): [Figure, Figure][] {
    const pairs: [Figure, Figure][] = [];
    for (let left = this.#count(); left > 0; left -= 1) pairs.push([this.#figure(), this.#figure()]);
    return pairs;
  }

  #text(): string {
    const length = this.#count();
    this.#at += length;
    return length === 0 ? '' : this.#bytes.toString('utf8', this.#at - length, this.#at);
  }

  #skip(): void {
    const length = this.#count();
    this.#at += length;
  }
}
