/** Files of the disk as what they hold, or the reason why they can't be read. */
import { readFileSync, statSync } from 'node:fs';
import type { Sent } from '../desk/source.js';
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { refuseSize } from '../xlsx/read.js';
import { reasonOf } from './system.js';

/** Why a path can't be read. */
export function unreadable(error: unknown, path?: string): Finding {
  return find('file-unreadable', path === undefined ? {} : { file: path }, { reason: reasonOf(error) });
}

/** Reads a file that was found a moment ago. Only files: to read a device may never end. */
export function readFile(path: string): Parsed<Sent> {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) {
      const reason = stat.isDirectory() ? 'EISDIR' : 'device';
      return { findings: [find('file-unreadable', {}, { reason })] };
    }
    const tooLarge = refuseSize(stat.size);
    if (tooLarge) return { findings: [tooLarge] };
    const bytes = new Uint8Array(readFileSync(path));
    return { value: { bytes, modified: Math.floor(stat.mtimeMs) }, findings: [] };
  } catch (error) {
    return { findings: [unreadable(error)] };
  }
}

/** Reads what a person has named: a file, or a pipe such as `<(…)` of a shell. */
export function readNamed(path: string): Parsed<Uint8Array> {
  try {
    const tooLarge = refuseSize(statSync(path).size);
    if (tooLarge) return { findings: [{ ...tooLarge, file: path }] };
    return { value: new Uint8Array(readFileSync(path)), findings: [] };
  } catch (error) {
    const isThere = reasonOf(error) !== 'ENOENT';
    return { findings: [isThere ? unreadable(error, path) : find('file-not-found', { file: path }, { found: path })] };
  }
}
