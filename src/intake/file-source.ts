/** A file that is read piece by piece: archives may be larger than memory. */
import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFound } from '../host/open-found.js';
import type { Source } from '../xlsx/zip-directory.js';

/** A file that was opened; close it when nothing more is wanted of it. */
export interface FileSource extends Source {
  readonly close: () => void;
}

/** Opens a file for reading; throws what the system says where it can't be opened. */
export function openFileSource(path: string): FileSource {
  const file = openFound(path);
  const { size: length } = fstatSync(file);
  return {
    length,
    slice: (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, length) - from));
      let read = 0;
      while (read < bytes.length) {
        const more = readSync(file, bytes, read, bytes.length - read, from + read);
        if (more === 0) break;
        read += more;
      }
      return read === bytes.length ? bytes : bytes.subarray(0, read);
    },
    close: () => closeSync(file),
  };
}
