/** A folder of files is written whole: under a temporary name beside its place, then renamed. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { reasonOf } from './system.js';
import { FOLDER_RIGHTS, RIGHTS, type Rights } from './rights.js';
import { beginIn, ended, removeLeftIn } from './unfinished.js';
import { makeFolders, unwritable } from './writing.js';

/** Refuses what is there already, also an empty folder, and a place that takes no folder. Throws a `Refusal`. */
export function expectNoFolder(path: string): void {
  if (existsSync(resolve(path))) throw new Refusal(find('folder-exists', { file: path }, { found: path }));
}

/**
 * Writes files by their paths below a new folder, for the owner alone unless they are public. All of them are there in the
 * end, or nothing is. Throws a `Refusal`.
 */
export function writeFolder(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  { isPublic = false }: Rights = {},
): void {
  expectNoFolder(path);
  const whose = isPublic ? 'public' : 'private';
  const makeFolder = (folder: string): void => makeFolders(folder, FOLDER_RIGHTS[whose]);
  const full = resolve(path);
  let temporary: string | undefined;
  try {
    makeFolder(dirname(full));
    removeLeftIn(dirname(full));
    temporary = beginIn(dirname(full));
    for (const [name, text] of files) {
      makeFolder(dirname(join(temporary, name)));
      writeFileSync(join(temporary, name), text, { flag: 'wx', mode: RIGHTS[whose] });
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
    throw unwritable(path, reasonOf(error));
  }
}
