/** The bytes of workbooks, from files or out of zip archives, whoever needs them. */
import type { Item, Sent } from '../desk/source.js';
import type { Parsed } from '../diagnostic/finding.js';
import { readFile, unreadable } from '../host/files.js';
import { ZLIB } from '../host/zlib.js';
import { readArchive, readEntry } from '../xlsx/archive.js';
import type { ZipArchive } from '../xlsx/zip.js';
import { openFileSource, type FileSource } from './file-source.js';

/** Archives can't leave a time out: programs that know none write the first day there is. */
const NO_TIME = Date.UTC(1980, 0, 2);

/** Reads items. The archive that was opened last stays open, since its entries come one after the other; close it in the end. */
export class ItemReader {
  #last: { readonly file: string; readonly source: FileSource; readonly zip: ZipArchive } | undefined;

  /** What lies at an item's place; of an entry, the time is what the archive says of it. */
  read({ file, entry }: Item): Parsed<Sent> {
    try {
      return entry === undefined ? readFile(file) : this.#readFromArchive(file, entry);
    } catch (error) {
      return { findings: [unreadable(error)] };
    }
  }

  /** Bytes that an entry of an archive says it unpacks to; undefined where that can't be told. */
  sizeOf({ file, entry }: Item): number | undefined {
    try {
      return entry === undefined ? undefined : this.#open(file).value?.sizeOf(entry);
    } catch {
      return undefined;
    }
  }

  /** Closes the archive that was looked into last. */
  close(): void {
    this.#last?.source.close();
    this.#last = undefined;
  }

  #readFromArchive(file: string, entry: string): Parsed<Sent> {
    const opened = this.#open(file);
    if (!opened.value) return { findings: opened.findings };
    const { value: bytes, findings } = readEntry(opened.value, entry);
    const modified = opened.value.modified(entry) ?? 0;
    return bytes ? { value: { bytes, modified: modified < NO_TIME ? 0 : modified }, findings } : { findings };
  }

  #open(file: string): Parsed<ZipArchive> {
    if (this.#last?.file === file) return { value: this.#last.zip, findings: [] };
    this.close();
    const source = openFileSource(file);
    const { value: zip, findings } = readArchive(source, ZLIB);
    if (!zip) {
      source.close();
      return { findings };
    }
    this.#last = { file, source, zip };
    return { value: zip, findings };
  }
}
