/** The bytes of workbooks, from files, out of zip archives or out of messages, whoever needs them. */
import type { Item, Sent } from '../desk/source.js';
import { find, type Parsed } from '../diagnostic/finding.js';
import { hasEndOfMail } from '../desk/wanted.js';
import { fileState } from '../host/file-state.js';
import { readFile, unreadable, type Room } from '../host/files.js';
import { ZLIB } from '../host/zlib.js';
import { readArchive, readEntry } from '../xlsx/archive.js';
import type { ZipArchive } from '../xlsx/zip.js';
import { openFileSource, type FileSource } from './file-source.js';
import { isWorkbookIn, openMail, type Mail } from './mail.js';

/** Archives can't leave a time out: programs that know none write the first day there is. */
const NO_TIME = Date.UTC(1980, 0, 2);

/** Reads items. What was opened last stays open, since the files in it come one after the other; close it in the end. */
export class ItemReader {
  /** `room`: of whoever is done with a file before the next one is read. */
  constructor(private readonly room?: Room) {}

  #archive: { readonly is: string; readonly source: FileSource; readonly zip: ZipArchive } | undefined;
  #mail: { readonly is: string; readonly mail: Mail } | undefined;

  /** What lies at an item's place; of what lies in another file, the time is what that file says of it. */
  async read({ file, entry }: Item): Promise<Parsed<Sent>> {
    try {
      if (hasEndOfMail(file)) return await this.#readFromMail(file, entry);
      return entry === undefined ? readFile(file, this.room) : this.#readFromArchive(file, entry);
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

  /** Closes what was looked into last. */
  close(): void {
    this.#archive?.source.close();
    this.#archive = undefined;
    this.#mail = undefined;
  }

  #readFromArchive(file: string, entry: string): Parsed<Sent> {
    const opened = this.#open(file);
    if (!opened.value) return { findings: opened.findings };
    const { value: bytes, findings } = readEntry(opened.value, entry);
    const modified = opened.value.modified(entry) ?? 0;
    return bytes ? { value: { bytes, modified: modified < NO_TIME ? 0 : modified }, findings } : { findings };
  }

  #open(file: string): Parsed<ZipArchive> {
    const is = identityOf(file);
    if (this.#archive?.is === is) return { value: this.#archive.zip, findings: [] };
    this.close();
    const source = openFileSource(file);
    const { value: zip, findings } = readArchive(source, ZLIB);
    if (!zip) {
      source.close();
      return { findings };
    }
    this.#archive = { is, source, zip };
    return { value: zip, findings };
  }

  /** Without an entry it is a message that could not be listed. */
  async #readFromMail(file: string, entry: string | undefined): Promise<Parsed<Sent>> {
    const is = identityOf(file);
    if (this.#mail?.is !== is) {
      this.close();
      const { value: mail, findings } = await openMail(file);
      if (!mail) return namedAsMail(file) ?? { findings };
      this.#mail = { is, mail };
    }
    return (
      (entry === undefined ? undefined : this.#mail.mail.read(entry)) ?? { findings: [find('unreadable-mail', {})] }
    );
  }
}

/** A workbook under the name of a message is taken for what it is; undefined if it is none. */
function namedAsMail(file: string): Parsed<Sent> | undefined {
  const read = readFile(file);
  return read.value && isWorkbookIn(read.value.bytes) ? read : undefined;
}

/** Which file is at a path, and how it is: while a folder is watched, another file may take its place. */
const identityOf = (path: string): string => JSON.stringify([path, fileState(path)]);
