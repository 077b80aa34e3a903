/** What all that write to the disk share: whole pieces, and a `Refusal` where the system does not take them. */
import { mkdirSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
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

/** Makes a folder and those above it. Some systems have folders that take none: there, what Node does by itself has no end. */
export function makeFolders(folder: string, mode: number): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const above = dirname(folder);
  if (above !== folder) makeFolders(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process was faster, or a file is there.
    if (reasonOf(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

/** Writes all bytes to an open file. Where the disk is nearly full, the system writes a part of them and reports no error. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
