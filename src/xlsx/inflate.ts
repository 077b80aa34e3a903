/** Unpacking as a port: a host brings its own way to do it, and where it has none, this is how. */
import { inflatePurely, type NotInflated } from './pure-inflate.js';

export type { NotInflated } from './pure-inflate.js';

/** What reading a package needs of its host. */
export interface Inflater {
  /** The bytes that a raw deflate stream holds, if they are not more than `most`; never takes the memory of more. */
  readonly inflate: (packed: Uint8Array, most: number) => Uint8Array | NotInflated;
  /** The checksum that zip archives keep of every entry. */
  readonly crc32: (bytes: Uint8Array) => number;
}

/** Needs nothing of its host but the language. */
export const PURE_INFLATER: Inflater = { inflate: inflatePurely, crc32: crc32Purely };

/** CRC-32 of each byte. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** CRC-32 as ISO 3309 has it, in the way it is computed where the host has none. */
export function crc32Purely(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
