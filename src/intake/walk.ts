/** All files below a folder. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostic/finding.js';
import { unreadable } from '../host/files.js';
import { reasonOf } from '../host/system.js';

export interface Walked {
  /** As seen from the folder. */
  readonly files: readonly string[];
  /** Links to folders: what they lead to is taken where it lies, or not at all, and links may go round in circles. */
  readonly skipped: number;
  /** Folders that can't be read. */
  readonly findings: readonly Finding[];
}

/** Walks a folder and those in it. Links to files are files. */
export function walk(folder: string): Walked {
  const files: string[] = [];
  const findings: Finding[] = [];
  let skipped = 0;
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    try {
      for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
        const path = join(below, entry.name);
        if (entry.isDirectory()) open.push(path);
        else if (entry.isSymbolicLink() && lookAt(join(folder, path)) === 'folder') skipped += 1;
        else files.push(path);
      }
    } catch (error) {
      findings.push(unreadable(error, join(folder, below)));
    }
  }
  return { files, skipped, findings };
}

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
