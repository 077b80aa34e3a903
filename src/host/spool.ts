/** What is to be read again once, and may be longer than memory: in a file of its own, that only its owner can read. */
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { holdText } from './held.js';
import { RIGHTS } from './rights.js';
import { beginIn, ended, removeLeftIn } from './unfinished.js';
import { orUnwritable, writeAll } from './writing.js';

/** Bytes that are read at a time. */
const PIECE = 256 * 1024;

/** Text that is kept outside of memory. */
export interface Spool {
  /** Adds to the end. */
  readonly write: (text: string) => void;
  /** All of it, piece by piece; a piece holds until the next one is asked for. */
  readonly pieces: () => Generator<Uint8Array>;
  /** Leaves nothing behind. */
  readonly remove: () => void;
}

/**
 * Begins one in the folder for temporary files. A process that is stopped removes it as well. This and all that it can do
 * throw a `Refusal` where the disk has no room, or nothing may be written.
 */
export function openSpool(): Spool {
  removeLeftIn(tmpdir());
  const path = beginIn(tmpdir());
  // Exclusive, and for its owner alone: many people write to this folder.
  const file = orUnwritable(path, () => openSync(path, 'wx+', RIGHTS.private));
  const held = holdText((bytes) => orUnwritable(path, () => writeAll(file, bytes)));
  return {
    write: held.add,
    *pieces() {
      held.flush();
      const piece = new Uint8Array(PIECE);
      for (let at = 0; ;) {
        const read = readSync(file, piece, 0, PIECE, at);
        if (read === 0) return;
        at += read;
        yield piece.subarray(0, read);
      }
    },
    remove: () => {
      closeSync(file);
      rmSync(path, { force: true });
      ended(path);
    },
  };
}
