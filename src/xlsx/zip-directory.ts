/** The table of contents of a zip archive, also of one with 64-bit records: names, sizes and places of its entries. */
import { damaged } from './fault.js';
import { decodeBytes, decodeUtf8 } from './text-codec.js';

/** Bytes that can be read piece by piece, in memory or on a disk. */
export interface Source {
  readonly length: number;
  /** Bytes from `from` up to `to`; fewer where the source ends before. */
  slice(from: number, to: number): Uint8Array;
}

/** One entry as the table of contents has it; nothing of it is checked yet. */
export interface ListedEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** When it was last written, in milliseconds since 1970; archives without time zones are read as UTC. */
  readonly modified: number;
}

/** The name with the slashes that the format asks for: some programs for Windows write backslashes. */
export function withSlashes(name: string): string {
  return name.includes('\\') ? name.replaceAll('\\', '/') : name;
}

/** Longest comment that may follow the end record. */
const LONGEST_COMMENT = 65_535;
const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const END_RECORD_64 = 0x06064b50;
const END_64_LENGTH = 56;
const CENTRAL_RECORD = 0x02014b50;
const CENTRAL_LENGTH = 46;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;
/** What stands in a field whose value is in a 64-bit record. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;
const EXTRA_64 = 1;
const EXTRA_TIMES = 0x5455;

/** Every entry in its order; `most` bounds how many are looked at, and is reported by the caller. Throws a `FileFault`. */
export function readDirectory(source: Source, most: number): { count: number; entries: ListedEntry[] } {
  const { count, from, end } = findDirectory(source);
  if (count > most) return { count, entries: [] };
  const bytes = source.slice(from, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ListedEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL_RECORD)
      throw damaged('contents-cut');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + CENTRAL_LENGTH + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged('contents-cut');
    const extraAt = at + CENTRAL_LENGTH + nameLength;
    entries.push(entryAt(view, at, bytes.subarray(at + CENTRAL_LENGTH, extraAt), { at: extraAt, length: extraLength }));
    at = next;
  }
  return { count, entries };
}

function entryAt(view: DataView, at: number, name: Uint8Array, extra: { at: number; length: number }): ListedEntry {
  const flags = view.getUint16(at + 8, true);
  let [packed, size, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
  ]; // three fields
  let modified = dosTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true));
  for (let field = extra.at; field + 4 <= extra.at + extra.length;) {
    const [kind, length] = [view.getUint16(field, true), view.getUint16(field + 2, true)];
    const end = Math.min(field + 4 + length, extra.at + extra.length);
    if (kind === EXTRA_64) {
      let next = field + 4;
      const wide = (narrow: number): number => {
        if (narrow !== ELSEWHERE_32) return narrow;
        if (next + 8 > end) throw damaged('contents-cut');
        next += 8;
        return wideNumber(view, next - 8);
      };
      size = wide(size);
      packed = wide(packed);
      offset = wide(offset);
    } else if (kind === EXTRA_TIMES && end - field >= 9 && (view.getUint8(field + 4) & 1) === 1) {
      modified = view.getInt32(field + 5, true) * 1000;
    }
    field += 4 + length;
  }
  return {
    name: decodeName(name, (flags & UTF8_FLAG) !== 0),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & ENCRYPTED_FLAG) !== 0,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    offset,
    modified,
  };
}

/** Where the table of contents stands, and how many entries it lists. */
function findDirectory(source: Source): { count: number; from: number; end: number } {
  const tailFrom = Math.max(0, source.length - END_LENGTH - LONGEST_COMMENT - LOCATOR_64_LENGTH);
  const tail = source.slice(tailFrom, source.length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const locator = at - LOCATOR_64_LENGTH;
    if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64)
      return directory64(source, wideNumber(view, locator + 8));
    const [count, from] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (count === ELSEWHERE_16 && from === ELSEWHERE_32) throw damaged('end-altered');
    return { count, from, end: tailFrom + at };
  }
  throw damaged('end-missing');
}

function directory64(source: Source, at: number): { count: number; from: number; end: number } {
  const record = source.slice(at, at + END_64_LENGTH);
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (record.length < END_64_LENGTH || view.getUint32(0, true) !== END_RECORD_64) throw damaged('end-altered');
  return { count: wideNumber(view, 32), from: wideNumber(view, 48), end: at };
}

/** 64 bits, as far as numbers here are exact; what is larger can't be a place in a file. */
function wideNumber(view: DataView, at: number): number {
  const number = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(number)) throw damaged('contents-cut');
  return number;
}

function dosTime(day: number, time: number): number {
  return Date.UTC(1980 + (day >> 9), ((day >> 5) & 15) - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}

/** Names that claim no encoding are UTF-8 all the same where they can be. */
function decodeName(bytes: Uint8Array, claimed: boolean): string {
  const name = decodeUtf8(bytes);
  if (name === undefined && claimed) throw damaged('name-not-utf8');
  return name ?? decodeBytes(bytes);
}
