/** One command at a time works on a folder: whoever comes second is told, and changes nothing. */
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { FOLDER_RIGHTS, RIGHTS } from './rights.js';
import { reasonOf } from './system.js';
import { beginIn, ended, isAbandoned, keepUntilEnd } from './unfinished.js';
import { makeFolders, unwritable } from './writing.js';

/** Beside the folder, so that whoever sends the folder does not send it. */
export const lockOf = (folder: string): string => `${resolve(folder)}.lock`;

/** Attempts: after each, the lock of a process that has ended is gone. */
const ATTEMPTS = 5;

/** Runs something while no other process does so for the same folder. Throws a `Refusal` where one does. */
export async function alone<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const path = lockOf(folder);
  lock(path);
  try {
    return await run();
  } finally {
    rmSync(path, { force: true });
    ended(path);
  }
}

function lock(path: string): void {
  const temporary = beginIn(dirname(path));
  try {
    makeFolders(dirname(path), FOLDER_RIGHTS.private);
    const file = openSync(temporary, 'wx', RIGHTS.private);
    try {
      // The name says which process of which machine: whoever finds the lock can tell whether it still runs.
      writeSync(file, temporary);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (isLinked(temporary, path)) {
        keepUntilEnd(path);
        return;
      }
      if (!removeLeft(path)) break;
    }
  } catch (error) {
    throw unwritable(path, reasonOf(error));
  } finally {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // The first fault is the one to report.
    }
    ended(temporary);
  }
  throw new Refusal(find('folder-in-use', { file: path }, { found: path }));
}

/** False where another process has the lock. */
function isLinked(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a process that has ended; false where it is at work. Of several that try, one moves it away. */
function removeLeft(path: string): boolean {
  try {
    const owner = readFileSync(path, 'utf8');
    if (!isAbandoned(owner)) return false;
    const aside = beginIn(dirname(path));
    renameSync(path, aside);
    // Meanwhile another process may have put its own lock there.
    const isSame = readFileSync(aside, 'utf8') === owner;
    if (!isSame) linkSync(aside, path);
    rmSync(aside, { force: true });
    ended(aside);
    return isSame;
  } catch (error) {
    // Whoever had it has just removed it.
    if (reasonOf(error) === 'ENOENT') return true;
    throw error;
  }
}
