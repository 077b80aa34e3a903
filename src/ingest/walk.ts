/** All files below a folder. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.js';

export interface Walked {
  /** As seen from the folder. */
  readonly files: readonly string[];
  /** Links to folders: what they lead to is taken where it lies, or not at all, and links may go round in circles. */
  readonly skipped: number;
  /** Folders that can't be read. */
  readonly findings: readonly Diagnostic[];
}

/** Walks a folder and those in it. Links to files are files. */
export function walk(folder: string): Walked {
  const files: string[] = [];
  const findings: Diagnostic[] = [];
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
      findings.push(unreadable(join(folder, below), error));
    }
  }
  return { files, skipped, findings };
}

/** What a path leads to; undefined where it leads to nothing, and the reason where nobody can say. */
export function lookAt(path: string): 'file' | 'folder' | Diagnostic | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    // A pattern may well be longer than any name can be.
    return (error as NodeJS.ErrnoException).code === 'ENAMETOOLONG' ? undefined : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Diagnostic {
  return diagnose('file-unreadable', { file: path }, { detail: reasonOf(error) });
}

/** Why the system refuses to read, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? code;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links go round in circles',
  EMFILE: 'too many files are open',
  ENOENT: 'it is gone, or its name is not valid text',
  ENOTDIR: 'part of the path is not a folder',
  EIO: 'the disk does not answer',
};
