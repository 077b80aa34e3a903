/** Packing as a port, for whoever writes many packages; what a host lacks is done in plain code. */
import { deflateSync } from 'fflate';
import { crc32Purely } from './inflate.js';

/** What writing a package needs of its host. */
export interface Deflater {
  /** A raw deflate stream that holds the bytes. */
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** The checksum that zip archives keep of every entry. */
  readonly crc32: (bytes: Uint8Array) => number;
}

/** Needs nothing of its host but the language. */
export const PURE_DEFLATER: Deflater = { deflate: (bytes) => deflateSync(bytes), crc32: crc32Purely };
