/** The bytes of one workbook, from a file or out of a zip archive, whoever needs them. */
import { readFileSync, statSync } from 'node:fs';
import { find, type Parsed } from '../diagnostic/finding.js';
import { readArchive, readEntry } from '../xlsx/archive.js';
import { refuseSize } from '../xlsx/read.js';
import type { ZipArchive } from '../xlsx/zip.js';
import type { Item } from './discover.js';
import { openFileSource, type FileSource } from './file-source.js';
import { reasonOf } from '../host/system.js';

/** What lies at an item's place. */
export interface ReadItem {
  readonly bytes: Uint8Array;
  /** When the file was last written, in milliseconds since 1970; for an entry of an archive, what the archive says of it; 0 where it is not known. */
  readonly modified: number;
}

/** Archives can't leave a time out: programs that know none write the first day there is. */
const NO_TIME = Date.UTC(1980, 0, 2);

/** The archive that was opened last: its entries come one after the other. */
let last: { readonly file: string; readonly source: FileSource; readonly zip: ZipArchive } | undefined;

/** Reads an item; the reason where there is nothing to read. */
export function readItem({ file, entry }: Item): Parsed<ReadItem> {
  try {
    return entry === undefined ? readWhole(file) : readFromArchive(file, entry);
  } catch (error) {
    return { findings: [find('file-unreadable', {}, { reason: reasonOf(error) })] };
  }
}

function readWhole(file: string): Parsed<ReadItem> {
  const stat = statSync(file);
  if (!stat.isFile())
    return {
      findings: [find('file-unreadable', {}, { reason: stat.isDirectory() ? 'EISDIR' : 'device' })],
    };
  const tooLarge = refuseSize(stat.size);
  if (tooLarge) return { findings: [tooLarge] };
  const bytes = new Uint8Array(readFileSync(file));
  return { value: { bytes, modified: Math.floor(stat.mtimeMs) }, findings: [] };
}

function readFromArchive(file: string, entry: string): Parsed<ReadItem> {
  if (last?.file !== file) {
    last?.source.close();
    last = undefined;
    const source = openFileSource(file);
    const { value: zip, findings } = readArchive(source);
    if (!zip) {
      source.close();
      return { findings };
    }
    last = { file, source, zip };
  }
  const { value: bytes, findings } = readEntry(last.zip, entry);
  const modified = last.zip.modified(entry) ?? 0;
  return bytes ? { value: { bytes, modified: modified < NO_TIME ? 0 : modified }, findings } : { findings };
}
