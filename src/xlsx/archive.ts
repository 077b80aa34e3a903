/** A zip archive that holds workbooks, opened within limits of its own: what is wrong with one of them costs the others nothing. */
import type { Parsed } from '../diagnostic/finding.js';
import { PURE_INFLATER, type Inflater } from './inflate.js';
import { guarded } from './read.js';
import { CONTENT_TYPES } from './relations.js';
import { ZipArchive, type ZipLimits } from './zip.js';
import type { Source } from './zip-directory.js';

/** Many workbooks of a few hundred kilobytes; only one is unpacked at a time. */
const OF_AN_ARCHIVE: ZipLimits = {
  entries: 250_000,
  total: Number.POSITIVE_INFINITY,
  ignoreCase: false,
  asOne: false,
};

/** Reads the table of contents. */
export function readArchive(source: Source, inflater: Inflater = PURE_INFLATER): Parsed<ZipArchive> {
  return guarded(undefined, () => ({
    value: new ZipArchive(source, { limits: OF_AN_ARCHIVE, inflater }),
    findings: [],
  }));
}

/** True for an archive that is itself a workbook or another document of such parts, whatever its name says. */
export function isPackage(archive: ZipArchive): boolean {
  return archive.has(CONTENT_TYPES);
}

/** The bytes of one workbook in it. */
export function readEntry(archive: ZipArchive, name: string): Parsed<Uint8Array> {
  return guarded(undefined, () => {
    const value = archive.read(name);
    return { ...(value ? { value } : {}), findings: [] };
  });
}
