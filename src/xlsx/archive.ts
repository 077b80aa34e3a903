/** A zip archive that holds workbooks, opened within limits of its own. */
import type { Parsed } from '../diagnostic/diagnostic.js';
import { guarded } from './read.js';
import { ZipArchive } from './zip.js';

/** Many workbooks of a few hundred kilobytes; only one is unpacked at a time. */
const LIMITS = { entries: 60_000, total: 64 * 1024 * 1024 * 1024 };

export function readArchive(bytes: Uint8Array): Parsed<ZipArchive> {
  return guarded(undefined, () => ({ value: new ZipArchive(bytes, LIMITS), diagnostics: [] }));
}

/** The bytes of one workbook in it. */
export function readEntry(archive: ZipArchive, name: string): Parsed<Uint8Array> {
  return guarded(undefined, () => {
    const value = archive.read(name);
    return { ...(value ? { value } : {}), diagnostics: [] };
  });
}
