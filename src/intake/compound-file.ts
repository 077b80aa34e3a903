/**
 * Compound files (MS-CFB): folders and streams in one file, as Outlook saves a message. A stranger may have made the file, so
 * every chain of sectors ends, every entry is listed once, and all streams together give no more bytes than the file has.
 */

/** Bytes that all compound files begin with. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0] as const;
/** Places in the header, and in an entry of the directory. */
const HEADER = {
  shift: 30,
  directory: 48,
  cutoff: 56,
  miniTable: 60,
  moreTables: 68,
  moreCount: 72,
  tables: 76,
  end: 512,
} as const;
const ENTRY = { nameBytes: 64, type: 66, left: 68, right: 72, child: 76, start: 116, length: 120, size: 128 } as const;
const TYPES = { folder: 1, stream: 2, root: 5 } as const;
const MINI_SECTOR = 64;
/** Bytes of a sector are two to the power of one of these. */
const SHIFTS: ReadonlySet<number> = new Set([9, 12]);
/** The greatest number that a sector can have; what is above marks the end of a chain, or no sector at all. */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;

/** True of bytes that begin as a compound file does. */
export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

/** A folder in a compound file. */
export interface Folder {
  /** By name; of two with one name, the first. */
  readonly streams: ReadonlyMap<string, Stream>;
  readonly folders: ReadonlyMap<string, Folder>;
}

/** A stream in a compound file. `read` throws where it is damaged, and once all streams have given more bytes than the file has. */
export interface Stream {
  readonly read: () => Uint8Array;
}

/** The entry of the directory that has a number. */
interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly length: number;
}

/**
 * The root folder of a compound file.
 * @throws An `Error` where the file is damaged, or is none.
 */
export function openCompoundFile(bytes: Uint8Array): Folder {
  return new CompoundFile(bytes).root();
}

class CompoundFile {
  readonly #view: DataView;
  readonly #sector: number;
  readonly #cutoff: number;
  readonly #tables: readonly number[];
  /** Bytes that may still be given: streams do not share any. */
  #left: number;
  readonly #listed = new Set<number>();
  readonly #directory: Uint8Array;
  #mini: { readonly bytes: Uint8Array; readonly table: Uint8Array } | undefined;

  constructor(private readonly bytes: Uint8Array) {
    if (!isCompoundFile(bytes) || bytes.length < HEADER.end) throw new Error('no compound file');
    this.#view = viewOf(bytes);
    const shift = this.#view.getUint16(HEADER.shift, true);
    if (!SHIFTS.has(shift)) throw new Error('no size of sectors');
    this.#sector = 2 ** shift;
    this.#cutoff = this.#view.getUint32(HEADER.cutoff, true);
    this.#left = bytes.length;
    this.#tables = this.#tablesOf();
    this.#directory = this.#wholeChain(this.#view.getUint32(HEADER.directory, true));
  }

  root(): Folder {
    const root = this.#entry(0);
    if (root.type !== TYPES.root) throw new Error('no root');
    return this.#folder(root, 0);
  }

  /** Sectors that tell which sector follows which: the first are listed in the header, the others in sectors of their own. */
  #tablesOf(): number[] {
    const listed: number[] = [];
    const add = (at: number, until: number): void => {
      for (let place = at; place + 4 <= until; place += 4) {
        const sector = this.#view.getUint32(place, true);
        if (sector <= LAST_SECTOR) listed.push(sector);
      }
    };
    add(HEADER.tables, HEADER.end);
    let more = this.#view.getUint32(HEADER.moreTables, true);
    for (let left = this.#view.getUint32(HEADER.moreCount, true); left > 0 && more <= LAST_SECTOR; left -= 1) {
      const at = this.#placeOf(more);
      if (listed.length > this.#most || at + this.#sector > this.bytes.length) throw new Error('tables without end');
      add(at, at + this.#sector - 4);
      more = this.#view.getUint32(at + this.#sector - 4, true);
    }
    return listed;
  }

  /** Sectors that the file has at most. */
  get #most(): number {
    return Math.ceil(this.bytes.length / this.#sector);
  }

  #placeOf(sector: number): number {
    return (sector + 1) * this.#sector;
  }

  #next(sector: number): number {
    const each = this.#sector / 4;
    const table = this.#tables[Math.floor(sector / each)];
    const at = table === undefined ? this.bytes.length : this.#placeOf(table) + (sector % each) * 4;
    if (at + 4 > this.bytes.length) throw new Error('a sector of no table');
    return this.#view.getUint32(at, true);
  }

  /** All sectors of a chain, one behind the other. */
  #wholeChain(start: number): Uint8Array {
    const sectors: number[] = [];
    for (let sector = start; sector <= LAST_SECTOR; sector = this.#next(sector)) {
      if (sectors.length > this.#most) throw new Error('a chain without end');
      sectors.push(sector);
    }
    // The last sector of a file may be cut off behind what is in it.
    const behind = sectors.at(-1) === this.#most - 2 ? this.#most * this.#sector - this.bytes.length : 0;
    return this.#joined(sectors, sectors.length * this.#sector - behind);
  }

  /** The first bytes of a chain. */
  #chain(start: number, length: number): Uint8Array {
    const sectors: number[] = [];
    for (let sector = start; sectors.length * this.#sector < length; sector = this.#next(sector)) {
      if (sector > LAST_SECTOR) throw new Error('a chain that is too short');
      sectors.push(sector);
    }
    return this.#joined(sectors, length);
  }

  #joined(sectors: readonly number[], length: number): Uint8Array {
    const joined = new Uint8Array(length);
    sectors.forEach((sector, i) => {
      const at = this.#placeOf(sector);
      const size = Math.min(this.#sector, length - i * this.#sector);
      if (at + size > this.bytes.length) throw new Error('a sector beyond the end');
      joined.set(this.bytes.subarray(at, at + size), i * this.#sector);
    });
    return joined;
  }

  #entry(index: number): Entry {
    const at = index * ENTRY.size;
    if (at + ENTRY.size > this.#directory.length) throw new Error('no such entry');
    const view = viewOf(this.#directory.subarray(at, at + ENTRY.size));
    const number = (place: number): number => view.getUint32(place, true);
    const nameBytes = Math.min(view.getUint16(ENTRY.nameBytes, true), ENTRY.nameBytes);
    return {
      name: textOf(this.#directory.subarray(at, at + nameBytes), 'utf-16le'),
      type: view.getUint8(ENTRY.type),
      ...{ left: number(ENTRY.left), right: number(ENTRY.right), child: number(ENTRY.child) },
      ...{ start: number(ENTRY.start), length: number(ENTRY.length) },
    };
  }

  #folder({ child }: Entry, depth: number): Folder {
    if (depth > DEEPEST) throw new Error('folders without end');
    const streams = new Map<string, Stream>();
    const folders = new Map<string, Folder>();
    const waiting = [child];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (index === NO_ENTRY) continue;
      if (this.#listed.has(index)) throw new Error('an entry in two places');
      this.#listed.add(index);
      const entry = this.#entry(index);
      waiting.push(entry.right, entry.left);
      if (entry.type === TYPES.folder && !folders.has(entry.name))
        folders.set(entry.name, this.#folder(entry, depth + 1));
      else if (entry.type === TYPES.stream && !streams.has(entry.name))
        streams.set(entry.name, { read: () => this.#read(entry) });
    }
    return { streams, folders };
  }

  #read({ start, length }: Entry): Uint8Array {
    this.#left -= length;
    if (this.#left < 0) throw new Error('more bytes than there are');
    if (length === 0) return new Uint8Array();
    return length < this.#cutoff ? this.#readMini(start, length) : this.#chain(start, length);
  }

  /** Short streams share the sectors of one that is the root's. */
  #readMini(start: number, length: number): Uint8Array {
    const root = this.#entry(0);
    const { bytes, table } = (this.#mini ??= {
      bytes: this.#wholeChain(root.start),
      table: this.#wholeChain(this.#view.getUint32(HEADER.miniTable, true)),
    });
    const read = new Uint8Array(length);
    const next = viewOf(table);
    let sector = start;
    for (let done = 0; done < length; done += MINI_SECTOR) {
      const size = Math.min(MINI_SECTOR, length - done);
      if ((sector + 1) * 4 > table.length || sector * MINI_SECTOR + size > bytes.length)
        throw new Error('a sector beyond the end');
      read.set(bytes.subarray(sector * MINI_SECTOR, sector * MINI_SECTOR + size), done);
      sector = next.getUint32(sector * 4, true);
    }
    return read;
  }
}

/** Folders in folders: a message has an attachment, which is a message, and so on. */
const DEEPEST = 64;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A text until the zero at its end. An unknown encoding is read as that of Western Europe. */
export function textOf(bytes: Uint8Array, encoding: string): string {
  const decoded = (label: string): string => new TextDecoder(label).decode(bytes).split('\0', 1)[0] ?? '';
  try {
    return decoded(encoding);
  } catch {
    return decoded('windows-1252');
  }
}
