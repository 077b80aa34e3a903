/** The one door to the platform's own decompression, so that everything else also runs where there is no Node. */
import { crc32 as platformCrc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Least size of a piece that zlib works with. */
const SMALLEST_PIECE = 64;

/** Inflates to `size` bytes or fewer; throws if there are more, or if the data is damaged. */
export function inflate(data: Uint8Array, size: number): Uint8Array {
  // In one piece, with room to spare: a piece that is full makes zlib begin another, and put them together in the end.
  return inflateRawSync(data, { maxOutputLength: Math.max(1, size), chunkSize: size + SMALLEST_PIECE });
}

/** The checksum that zip archives keep of every entry. */
export function crc32(data: Uint8Array): number {
  return platformCrc32(data);
}

export function deflate(data: Uint8Array): Uint8Array {
  return deflateRawSync(data);
}
