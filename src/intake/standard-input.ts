/** What comes by standard input, kept as a file for as long as it is needed: each worker reads for itself. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Parsed } from '../diagnostic/finding.js';
import { readNamed, STANDARD_STREAM } from '../host/files.js';
import { beginIn, ended, removeLeftIn } from '../host/unfinished.js';

/** A file that is there until it is removed. */
export interface KeptInput {
  readonly file: string;
  /** Removes it. */
  readonly remove: () => void;
}

/** Reads standard input to its end. */
export function keepStandardInput(): Parsed<KeptInput> {
  const { value: bytes, findings } = readNamed(STANDARD_STREAM);
  if (!bytes) return { findings };
  removeLeftIn(tmpdir());
  const file = beginIn(tmpdir());
  const remove = (): void => {
    rmSync(file, { force: true });
    ended(file);
  };
  try {
    // Exclusive, and for its owner alone: many people write to this folder.
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    remove();
    throw error;
  }
  return { value: { file, remove }, findings };
}
