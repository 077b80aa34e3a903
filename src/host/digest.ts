/** Digests by Node's own crypto. */
import { createHash } from 'node:crypto';
import type { FileDigest } from '../formats/sha256.js';

/** Gives what the pure one gives, in a fraction of the time. */
export const sha256: FileDigest = (bytes) => createHash('sha256').update(bytes).digest('hex');
