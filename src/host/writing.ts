/** What all that write to the disk share: whole pieces, and a `Refusal` where the system does not take them. */
import { writeSync } from 'node:fs';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { reasonOf } from './system.js';

/** Why a file cannot be written, as people are told; `reason` is a code of the system. */
export const unwritable = (path: string, reason: string): Refusal =>
  new Refusal(find('file-unwritable', { file: path }, { reason }));

/** Does what writes to a file. Throws a `Refusal` with the reason of the system. */
export function orUnwritable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unwritable(path, reasonOf(error));
  }
}

/** Writes all bytes to an open file. Where the disk is nearly full, the system writes a part of them and reports no error. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
