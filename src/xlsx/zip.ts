/** A zip archive by its central directory: names and sizes at once, contents only when asked for, everything within limits. */
import { damaged, FileFault, hostile } from './fault.js';
import { crc32, inflate } from './inflate.js';

const MIB = 1024 * 1024;
/** A workbook of ours has about 30 parts; large foreign ones a few hundred. */
const MOST_ENTRIES = 2_000;
const LARGEST_PART = 64 * MIB;
const LARGEST_TOTAL = 256 * MIB;
/** XML packs well, but not like this; small parts may. */
const HIGHEST_RATIO = 250;
const RATIO_COUNTS_FROM = MIB;
/** Longest comment that may follow the end record. */
const LONGEST_COMMENT = 65_535;

const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_RECORD = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_RECORD = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export class ZipArchive {
  readonly #entries = new Map<string, Entry>();
  readonly #view: DataView;
  #inflated = 0;

  /** Reads the central directory; throws a `FileFault` if it breaks a limit or does not fit together. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: { readonly entries: number; readonly total: number } = {
      entries: MOST_ENTRIES,
      total: LARGEST_TOTAL,
    },
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    if (count > limits.entries) throw hostile(`it has ${count} parts, more than the ${limits.entries} allowed`);
    const seen = new Set<string>();
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      if (at + CENTRAL_LENGTH > end || this.#view.getUint32(at, true) !== CENTRAL_RECORD) {
        throw damaged('its table of contents is cut off or altered');
      }
      const nameLength = this.#view.getUint16(at + 28, true);
      const skip = nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
      const name = decodeName(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
      const entry: Entry = {
        method: this.#view.getUint16(at + 10, true),
        crc: this.#view.getUint32(at + 16, true),
        packed: this.#view.getUint32(at + 20, true),
        size: this.#view.getUint32(at + 24, true),
        offset: this.#view.getUint32(at + 42, true),
      };
      if ((this.#view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0) throw hostile(`its part “${name}” is encrypted`);
      if (/(^|\/)\.\.(\/|$)|^\/|\\|^[A-Za-z]:/.test(name))
        throw hostile(`it holds a part with the unsafe name “${name}”`);
      const plain = name.toLowerCase();
      if (seen.has(plain)) throw hostile(`its part “${name}” is there twice`);
      seen.add(plain);
      total += entry.size;
      if (entry.size > LARGEST_PART)
        throw hostile(`its part “${name}” unpacks to ${mib(entry.size)}, more than the ${mib(LARGEST_PART)} allowed`);
      if (entry.size > RATIO_COUNTS_FROM && entry.size > entry.packed * HIGHEST_RATIO) {
        throw hostile(`its part “${name}” unpacks to more than ${HIGHEST_RATIO} times its size`);
      }
      if (!name.endsWith('/')) this.#entries.set(plain, entry);
      at += CENTRAL_LENGTH + skip;
    }
    if (total > limits.total) throw hostile(`it unpacks to ${mib(total)}, more than the ${mib(limits.total)} allowed`);
  }

  /** Names in lower case, since part names are compared without case. */
  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of a part; undefined where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const { offset } = entry;
    if (offset + LOCAL_LENGTH > this.bytes.length || this.#view.getUint32(offset, true) !== LOCAL_RECORD) {
      throw damaged(`its part “${name}” is not where the table of contents says`);
    }
    const start =
      offset + LOCAL_LENGTH + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (start + entry.packed > this.bytes.length) throw damaged(`its part “${name}” is cut off`);
    const content = this.#unpack(name, entry, this.bytes.subarray(start, start + entry.packed));
    this.#inflated += content.length;
    if (this.#inflated > this.limits.total)
      throw hostile(`it unpacks to more than the ${mib(this.limits.total)} allowed`);
    if (content.length !== entry.size) throw damaged(`its part “${name}” has another length than stated`);
    if (crc32(content) !== entry.crc) throw damaged(`the checksum of its part “${name}” is wrong`);
    return content;
  }

  #unpack(name: string, entry: Entry, packed: Uint8Array): Uint8Array {
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw damaged(`its part “${name}” is packed in an unknown way`);
    try {
      return inflate(packed, entry.size);
    } catch (error) {
      if (error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
        throw hostile(`its part “${name}” unpacks to more than it states`);
      }
      if (error instanceof FileFault) throw error;
      throw damaged(`its part “${name}” can't be unpacked`);
    }
  }

  #findEnd(): number {
    const first = Math.max(0, this.bytes.length - END_LENGTH - LONGEST_COMMENT);
    for (let at = this.bytes.length - END_LENGTH; at >= first; at -= 1) {
      if (this.#view.getUint32(at, true) === END_RECORD) return at;
    }
    throw damaged('its end is missing, as after a download that broke off');
  }
}

const utf8 = new TextDecoder();

function decodeName(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

function mib(bytes: number): string {
  return `${Math.round(bytes / MIB)} MiB`;
}
