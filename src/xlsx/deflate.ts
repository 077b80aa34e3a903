/** Packing as a port, for whoever writes many packages; what a host lacks is done in plain code. */
import { deflateSync } from 'fflate';
import { crc32Purely } from './inflate.js';

/** What writing a package needs of its host. */
export interface Deflater {
  /** A raw deflate stream that holds the bytes; `small` takes longer for a shorter one. */
  readonly deflate: (bytes: Uint8Array, options?: { readonly small: boolean }) => Uint8Array;
  /** The checksum that zip archives keep of every entry. */
  readonly crc32: (bytes: Uint8Array) => number;
}

/** What is packed where nothing is said. */
export const USUALLY = { small: false } as const;

/** Needs nothing of its host but the language. */
export const PURE_DEFLATER: Deflater = {
  deflate: (bytes, { small } = USUALLY) => deflateSync(bytes, small ? { level: 9 } : {}),
  crc32: crc32Purely,
};
