/** What comes by standard input, kept as a file for as long as it is needed: each worker reads for itself. */
import { closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Parsed } from '../diagnostic/finding.js';
import { unreadable } from '../host/files.js';
import { STANDARD_STREAM } from '../host/standard-stream.js';
import { RIGHTS } from '../host/rights.js';
import { beginIn, ended, removeLeftIn } from '../host/unfinished.js';
import { orUnwritable, writeAll } from '../host/writing.js';
import { refuseSize } from '../xlsx/read.js';

/** A file that is there until it is removed. */
export interface KeptInput {
  readonly file: string;
  /** Removes it. */
  readonly remove: () => void;
}

/**
 * Keeps standard input up to its end, piece by piece: there may be more than memory holds. Whoever wants to stop it is heard
 * in between.
 * @throws A `Refusal` if the temporary file cannot be written.
 */
export async function keepStandardInput(): Promise<Parsed<KeptInput>> {
  removeLeftIn(tmpdir());
  const file = beginIn(tmpdir());
  const remove = (): void => {
    rmSync(file, { force: true });
    ended(file);
  };
  // Exclusive, and for its owner alone: many people write to this folder.
  const kept = orUnwritable(file, () => openSync(file, 'wx', RIGHTS.private));
  try {
    let size = 0;
    for await (const piece of piecesOf(process.stdin)) {
      orUnwritable(file, () => writeAll(kept, piece));
      size += piece.length;
      const tooLarge = refuseSize(size);
      if (!tooLarge) continue;
      remove();
      return { findings: [{ ...tooLarge, file: STANDARD_STREAM }] };
    }
    return { value: { file, remove }, findings: [] };
  } catch (error) {
    remove();
    if (error instanceof Unreadable) return { findings: [unreadable(error.cause, STANDARD_STREAM)] };
    throw error;
  } finally {
    closeSync(kept);
  }
}

/** What reading has failed with, as opposed to keeping. */
class Unreadable extends Error {}

async function* piecesOf(input: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of input) yield piece as Uint8Array; // no encoding is set
  } catch (error) {
    throw new Unreadable('unreadable', { cause: error });
  }
}
