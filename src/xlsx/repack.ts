/** Many packages of one template: parts that stay are packed once, only those that differ are packed again. */
import { PURE_DEFLATER, type Deflater } from './deflate.js';
import { encodeUtf8 } from './text-codec.js';

interface Packed {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

/** 1 January 1980, as the zip format writes days; the same bytes wherever and whenever. */
const DAY = 0x21;
const DEFLATED = 8;
const VERSION = 20;

export class Repacker {
  readonly #parts: readonly (readonly [string, Packed])[];

  constructor(
    parts: Readonly<Record<string, Uint8Array>>,
    private readonly deflater: Deflater = PURE_DEFLATER,
  ) {
    this.#parts = Object.entries(parts).map(([name, bytes]) => [name, this.#packed(name, bytes)]);
  }

  /** The package with some parts replaced, or added. */
  pack(changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const known = new Set(this.#parts.map(([name]) => name));
    const entries = [
      ...this.#parts.map(([name, kept]) => {
        const bytes = changed.get(name);
        return bytes ? this.#packed(name, bytes) : kept;
      }),
      ...[...changed].flatMap(([name, bytes]) => (known.has(name) ? [] : [this.#packed(name, bytes)])),
    ];
    const contents = entries.reduce((sum, { name, data }) => sum + 30 + name.length + data.length, 0);
    const directory = entries.reduce((sum, { name }) => sum + 46 + name.length, 0);
    const bytes = new Uint8Array(contents + directory + 22);
    const view = new DataView(bytes.buffer);
    let at = 0;
    const offsets = entries.map((entry) => {
      const offset = at;
      view.setUint32(at, 0x04034b50, true);
      common(view, at + 4, entry);
      bytes.set(entry.name, at + 30);
      bytes.set(entry.data, at + 30 + entry.name.length);
      at += 30 + entry.name.length + entry.data.length;
      return offset;
    });
    entries.forEach((entry, i) => {
      view.setUint32(at, 0x02014b50, true);
      view.setUint16(at + 4, VERSION, true);
      common(view, at + 6, entry);
      view.setUint32(at + 42, offsets[i] ?? 0, true);
      bytes.set(entry.name, at + 46);
      at += 46 + entry.name.length;
    });
    view.setUint32(at, 0x06054b50, true);
    view.setUint16(at + 8, entries.length, true);
    view.setUint16(at + 10, entries.length, true);
    view.setUint32(at + 12, directory, true);
    view.setUint32(at + 16, contents, true);
    return bytes;
  }

  #packed(name: string, bytes: Uint8Array): Packed {
    const { deflater } = this;
    return { name: encodeUtf8(name), crc: deflater.crc32(bytes), size: bytes.length, data: deflater.deflate(bytes) };
  }
}

/** What local and central records have in common. */
function common(view: DataView, at: number, { name, crc, size, data }: Packed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}
