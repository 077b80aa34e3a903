/** Where files were found, in bytes for SQLite: times that are in order as bytes are, and a checksum for each place. */
import { crc32 } from 'node:zlib';

const TIME = 8;
const SUM = 4;
const LENGTHS = 8;

/** No time, as bytes: what `timeBytes` makes of 0. */
export const NO_TIME = `X'8000000000000000'`;

/** A time in milliseconds as eight bytes: of two times the greater one has the greater bytes. */
export function timeBytes(time: number): Buffer {
  const bytes = Buffer.alloc(TIME);
  bytes.writeDoubleBE(time === 0 ? 0 : time);
  // The bits of a double are in the order of its value once the sign is turned; those of a negative one in the opposite order.
  if (time < 0) for (let i = 0; i < TIME; i += 1) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
  else bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes;
}

/** Back from the bytes. */
export function timeIn(bytes: Uint8Array): number {
  const turned = Buffer.from(bytes);
  if ((turned[0] ?? 0) >= 0x80) turned[0] = (turned[0] ?? 0) ^ 0x80;
  else for (let i = 0; i < TIME; i += 1) turned[i] = (turned[i] ?? 0) ^ 0xff;
  return turned.readDoubleBE();
}

/** One place at which the bytes of a file were found. */
export interface Copy {
  readonly sha256: string;
  readonly path: string;
  /** In milliseconds since 1970; 0 if unknown. */
  readonly modified: number;
}

/** A place as a table has it beside digest and path: `head` is the checksum, and how long both are. */
export function packCopy({ sha256, path, modified }: Copy): {
  readonly head: Buffer;
  readonly modified: Buffer;
  readonly sum: number;
} {
  const [digest, place, time] = [Buffer.from(sha256), Buffer.from(path), timeBytes(modified)];
  const head = Buffer.alloc(SUM + LENGTHS);
  head.writeUInt32LE(digest.length, SUM);
  head.writeUInt32LE(place.length, SUM + 4);
  const sum = crc32(Buffer.concat([head.subarray(SUM), time, digest, place]));
  head.writeUInt32LE(sum);
  return { head, modified: time, sum };
}

/** Reads places that stand one behind the other: head, time, digest, path. */
export class CopyFrames {
  readonly #bytes: Buffer;
  #begin = 0;
  #digest = 0;
  #next = 0;
  /** Checksum of the place. */
  sum = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Goes to the next one; false where there is none. Throws where one is not as it was written. */
  next(): boolean {
    const begin = this.#next;
    if (begin >= this.#bytes.length) return false;
    this.#begin = begin + SUM + LENGTHS;
    this.sum = this.#bytes.readUInt32LE(begin);
    this.#digest = this.#begin + TIME + this.#bytes.readUInt32LE(begin + SUM);
    this.#next = this.#digest + this.#bytes.readUInt32LE(begin + SUM + 4);
    if (this.#next > this.#bytes.length || crc32(this.#bytes.subarray(begin + SUM, this.#next)) !== this.sum)
      throw new Error('a place is not as it was written');
    return true;
  }

  get sha256(): string {
    return this.#bytes.toString('utf8', this.#begin + TIME, this.#digest);
  }

  get path(): string {
    return this.#bytes.toString('utf8', this.#digest, this.#next);
  }

  get modified(): number {
    return timeIn(this.#bytes.subarray(this.#begin, this.#begin + TIME));
  }
}

/** All of them. */
export function* placesIn(frames: CopyFrames): Generator<Copy> {
  while (frames.next()) yield { sha256: frames.sha256, path: frames.path, modified: frames.modified };
}
