/** The bytes of one workbook, from a file or out of a zip archive, whoever needs them. */
import { readFileSync, statSync } from 'node:fs';
import { find, type Parsed } from '../diagnostic/finding.js';
import { readArchive, readEntry } from '../xlsx/archive.js';
import { refuseSize } from '../xlsx/read.js';
import type { ZipArchive } from '../xlsx/zip.js';
import type { Item } from './discover.js';
import { openFileSource, type FileSource } from './file-source.js';
import { reasonOf } from '../host/system.js';
import { ZLIB } from '../host/zlib.js';

/** What lies at an item's place. */
export interface ReadItem {
  readonly bytes: Uint8Array;
  /** When the file was last written, in milliseconds since 1970; for an entry of an archive, what the archive says of it; 0 where it is not known. */
  readonly modified: number;
}

/** Archives can't leave a time out: programs that know none write the first day there is. */
const NO_TIME = Date.UTC(1980, 0, 2);

/** Reads items one after the other. The archive that was opened last stays open: its entries come one after the other. */
export class ItemReader {
  #last: { readonly file: string; readonly source: FileSource; readonly zip: ZipArchive } | undefined;

  /** The bytes of an item; the reason where there is nothing to read. */
  read({ file, entry }: Item): Parsed<ReadItem> {
    try {
      return entry === undefined ? readWhole(file) : this.#readEntry(file, entry);
    } catch (error) {
      return { findings: [find('file-unreadable', {}, { reason: reasonOf(error) })] };
    }
  }

  #readEntry(file: string, entry: string): Parsed<ReadItem> {
    const { value: zip, findings } = this.#open(file);
    if (!zip) return { findings };
    const { value: bytes, findings: found } = readEntry(zip, entry);
    const modified = zip.modified(entry) ?? 0;
    return bytes
      ? { value: { bytes, modified: modified < NO_TIME ? 0 : modified }, findings: found }
      : { findings: found };
  }

  #open(file: string): Parsed<ZipArchive> {
    if (this.#last?.file === file) return { value: this.#last.zip, findings: [] };
    this.close();
    const source = openFileSource(file);
    const opened = readArchive(source, ZLIB);
    if (opened.value) this.#last = { file, source, zip: opened.value };
    else source.close();
    return opened;
  }

  /** Lets go of the archive that is still open. */
  close(): void {
    this.#last?.source.close();
    this.#last = undefined;
  }
}

function readWhole(file: string): Parsed<ReadItem> {
  const stat = statSync(file);
  if (!stat.isFile()) {
    const reason = stat.isDirectory() ? 'EISDIR' : 'device';
    return { findings: [find('file-unreadable', {}, { reason })] };
  }
  const tooLarge = refuseSize(stat.size);
  if (tooLarge) return { findings: [tooLarge] };
  const bytes = new Uint8Array(readFileSync(file));
  return { value: { bytes, modified: Math.floor(stat.mtimeMs) }, findings: [] };
}
