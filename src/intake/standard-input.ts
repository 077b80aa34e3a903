/** What comes by standard input, kept as a file for as long as it is needed: each worker reads for itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parsed } from '../diagnostic/finding.js';
import { readNamed, STANDARD_STREAM } from '../host/files.js';

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
  const folder = mkdtempSync(join(tmpdir(), 'aismm-'));
  const file = join(folder, 'standard-input');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    remove();
    throw error;
  }
  return { value: { file, remove }, findings };
}
