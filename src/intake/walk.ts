/** All files below a folder, one after the other: no more of them are held than one folder has on each level. */
import { opendirSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import type { Finding } from '../diagnostic/finding.js';
import { unreadable } from '../host/files.js';
import { reasonOf } from '../host/system.js';

/** What a walk is about, and who hears of what is passed over. */
export interface Walk {
  /** Of files only: as seen from the folder. */
  readonly isWanted: (path: string) => boolean;
  /** A file that is not wanted, or a link to a folder: what that leads to is taken where it lies, or not at all, and links may go round in circles. */
  readonly skip: () => void;
  /** A folder that can't be read. */
  readonly report: (finding: Finding) => void;
}

/** Entries that the system is asked for at a time. */
const AT_A_TIME = 512;

/** Walks a folder and those in it; gives files as seen from the folder, by name. Links to files are files. */
export function* walk(folder: string, parts: Walk, below = ''): Generator<string> {
  for (const name of namesIn(folder, below, parts)) {
    const path = join(below, name);
    if (name.endsWith(sep)) yield* walk(folder, parts, path);
    else yield path;
  }
}

/** Names of wanted files and of folders, which end in a slash, in the order that their paths have. */
function namesIn(folder: string, below: string, { isWanted, skip, report }: Walk): string[] {
  const names: string[] = [];
  const isFolderByLink = (entry: Dirent): boolean =>
    entry.isSymbolicLink() && lookAt(join(folder, below, entry.name)) === 'folder';
  try {
    const open = opendirSync(join(folder, below), { bufferSize: AT_A_TIME });
    try {
      for (let entry = open.readSync(); entry; entry = open.readSync()) {
        if (entry.isDirectory()) names.push(`${entry.name}${sep}`);
        // To open a pipe would wait for whoever writes into it.
        else if (entry.isFIFO() || entry.isSocket() || !isWanted(join(below, entry.name)) || isFolderByLink(entry))
          skip();
        else names.push(entry.name);
      }
    } finally {
      open.closeSync();
    }
  } catch (error) {
    report(unreadable(error, join(folder, below)));
  }
  return names.sort(byName);
}

/** As bytes of UTF-16, which are the same everywhere. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a path leads to; undefined where it leads to nothing, and the reason where nobody can say. */
export function lookAt(path: string): 'file' | 'folder' | Finding | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    // A pattern may well be longer than any name can be.
    return reasonOf(error) === 'ENAMETOOLONG' ? undefined : unreadable(error, path);
  }
}
