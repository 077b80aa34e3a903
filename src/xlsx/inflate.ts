/** The one door to the platform's own decompression, so that everything else also runs where there is no Node. */
import { crc32 as platformCrc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Inflates at most `limit` bytes; throws if there are more, or if the data is damaged. */
export function inflate(data: Uint8Array, limit: number): Uint8Array {
  return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
}

/** The checksum that zip archives keep of every entry. */
export function crc32(data: Uint8Array): number {
  return platformCrc32(data);
}

export function deflate(data: Uint8Array): Uint8Array {
  return deflateRawSync(data);
}
