/** A zip archive by its table of contents: names and sizes at once, contents only when asked for, everything within limits. */
import { LIMITS } from '../diagnostic/limits.js';
import { damaged, FileFault, hostile } from './fault.js';
import { PURE_INFLATER, type Inflater } from './inflate.js';
import { readDirectory, withSlashes, type ListedEntry, type Source } from './zip-directory.js';

/** What an archive may hold, and how much of its faults is the fault of the whole. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes that may be unpacked in all. */
  readonly total: number;
  /** Part names of a package are compared without case, with slashes of either kind; files in an archive are not. */
  readonly ignoreCase: boolean;
  /** True: one bad entry spoils the archive. False: it is refused when it is asked for, and costs the others nothing. */
  readonly asOne: boolean;
}

const OF_A_WORKBOOK: ZipLimits = { entries: LIMITS.parts, total: LIMITS.unpacked, ignoreCase: true, asOne: true };

const LOCAL_RECORD = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** What an archive is opened with; left out: the limits of a workbook, and unpacking in plain code. */
export interface ZipOptions {
  readonly limits?: ZipLimits;
  readonly inflater?: Inflater;
}

interface Entry extends ListedEntry {
  /** Why it is not to be unpacked. */
  readonly fault: FileFault | undefined;
}

export class ZipArchive {
  readonly #entries = new Map<string, Entry>();
  readonly #source: Source;
  readonly #limits: ZipLimits;
  readonly #inflater: Inflater;
  #inflated = 0;

  /** Reads the table of contents; throws a `FileFault` if it breaks a limit or does not fit together. */
  constructor(bytes: Uint8Array | Source, { limits = OF_A_WORKBOOK, inflater = PURE_INFLATER }: ZipOptions = {}) {
    // Bytes from another realm of the same host are none of this one's `Uint8Array`.
    this.#source = ArrayBuffer.isView(bytes) ? inMemory(bytes) : bytes;
    this.#limits = limits;
    this.#inflater = inflater;
    const { count, entries } = readDirectory(this.#source, limits.entries);
    if (count > limits.entries) throw hostile('too-many-parts', { count, most: limits.entries });
    let total = 0;
    for (const listed of entries) {
      const key = this.#keyOf(listed.name);
      const fault = this.#entries.has(key) ? hostile('part-twice', { part: listed.name }) : faultOf(listed, limits);
      if (fault && limits.asOne) throw fault;
      total += listed.size;
      if (!listed.name.endsWith('/')) this.#entries.set(key, { ...listed, fault });
    }
    if (total > limits.total) throw hostile('total-size', { count: total, most: limits.total });
  }

  #keyOf(name: string): string {
    return this.#limits.ignoreCase ? withSlashes(name).toLowerCase() : name;
  }

  /** Names of the entries; in lower case where case is ignored. */
  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(this.#keyOf(name));
  }

  /** Bytes that an entry says it unpacks to; undefined where there is none of that name. */
  sizeOf(name: string): number | undefined {
    return this.#entries.get(this.#keyOf(name))?.size;
  }

  /** When an entry was last written, in milliseconds since 1970; undefined where there is none of that name. */
  modified(name: string): number | undefined {
    return this.#entries.get(this.#keyOf(name))?.modified;
  }

  /** The content of a part; undefined where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(this.#keyOf(name));
    if (!entry) return undefined;
    if (entry.fault) throw entry.fault;
    const { offset } = entry;
    const head = this.#source.slice(offset, offset + LOCAL_LENGTH);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    if (head.length < LOCAL_LENGTH || view.getUint32(0, true) !== LOCAL_RECORD)
      throw damaged('part-elsewhere', { part: name });
    const start = offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
    const packed = this.#source.slice(start, start + entry.packed);
    if (packed.length < entry.packed) throw damaged('part-cut', { part: name });
    const content = this.#unpack(name, entry, packed);
    this.count(content.length);
    if (content.length !== entry.size) throw damaged('part-length', { part: name });
    if (this.#inflater.crc32(content) !== entry.crc) throw damaged('part-checksum', { part: name });
    return content;
  }

  /** Counts bytes that are held of the content. Throws a `FileFault` where there are more than may be unpacked in all. */
  count(bytes: number): void {
    this.#inflated += bytes;
    if (this.#inflated > this.#limits.total) throw hostile('total-beyond', { most: this.#limits.total });
  }

  #unpack(name: string, entry: Entry, packed: Uint8Array): Uint8Array {
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw damaged('part-packing', { part: name });
    const content = this.#inflater.inflate(packed, entry.size);
    if (content === 'too-long') throw hostile('part-lies', { part: name });
    if (content === 'damaged') throw damaged('part-not-unpacked', { part: name });
    return content;
  }
}

/** What can be told of an entry before it is unpacked. */
function faultOf({ name, encrypted, size, packed }: ListedEntry, { asOne }: ZipLimits): FileFault | undefined {
  if (encrypted) return hostile('part-encrypted', { part: name });
  if (asOne && /(^|\/)\.\.(\/|$)|^\/|^[A-Za-z]:/.test(withSlashes(name))) return hostile('part-name', { part: name });
  if (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio)
    return hostile('part-ratio', { part: name, most: LIMITS.ratio });
  // Nobody types so much: rows were formatted down to the last one of a sheet.
  if (size > LIMITS.part && asOne && name.endsWith('.xml'))
    return new FileFault('overgrown-file', { fault: 'part-size', part: name, count: size, most: LIMITS.part });
  if (size > LIMITS.part) return hostile('part-size', { part: name, count: size, most: LIMITS.part });
  return undefined;
}

function inMemory(bytes: Uint8Array): Source {
  return { length: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}
