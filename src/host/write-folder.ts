/** A folder of files is written whole: under a temporary name beside its place, then renamed. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { reasonOf } from './system.js';
import { beginIn, ended } from './unfinished.js';

/** Refuses what is there already, also an empty folder, and a place that takes no folder. Throws a `Refusal`. */
export function expectNoFolder(path: string): void {
  if (existsSync(resolve(path))) throw new Refusal(find('folder-exists', { file: path }, { found: path }));
}

/** Writes files by their paths below a new folder. All of them are there in the end, or nothing is. Throws a `Refusal`. */
export function writeFolder(path: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  expectNoFolder(path);
  const full = resolve(path);
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(full), { recursive: true });
    temporary = beginIn(dirname(full));
    for (const [name, text] of files) {
      mkdirSync(dirname(join(temporary, name)), { recursive: true });
      writeFileSync(join(temporary, name), text, { flag: 'wx' });
    }
    renameSync(temporary, full);
    ended(temporary);
  } catch (error) {
    if (temporary !== undefined) {
      try {
        rmSync(temporary, { force: true, recursive: true });
      } catch {
        // The first fault is the one to report.
      }
      ended(temporary);
    }
    throw new Refusal(find('file-unwritable', { file: path }, { reason: reasonOf(error) }));
  }
}
