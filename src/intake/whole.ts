/** Whether a file that is being written or synchronized is there to its end. */
import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFound } from '../host/open-found.js';

/** What a zip archive begins with, and the record at its end (APPNOTE 4.3.16), which a comment of a stranger may follow. */
const [BEGIN, END] = [0x04034b50, 0x06054b50] as const;
const LONGEST_END = 22 + 65_535;

/** False of a zip archive, such as a workbook, without its end. Of other files nobody can tell. */
export function hasWholePackage(path: string): boolean {
  try {
    const file = openFound(path);
    try {
      const { size } = fstatSync(file);
      const length = Math.min(size, LONGEST_END);
      const [begin, end] = [Buffer.alloc(4), Buffer.alloc(length)];
      readSync(file, begin, 0, 4, 0);
      if (begin.readUInt32LE() !== BEGIN) return true;
      readSync(file, end, 0, length, size - length);
      const mark = Buffer.alloc(4);
      mark.writeUInt32LE(END);
      return end.includes(mark);
    } finally {
      closeSync(file);
    }
  } catch {
    // It is locked by whoever writes it, or gone.
    return false;
  }
}
