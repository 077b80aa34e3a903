/** The bytes of one workbook, from a file or out of a zip archive, whoever needs them. */
import { readFileSync, statSync } from 'node:fs';
import { diagnose, type Parsed } from '../diagnostic/diagnostic.js';
import { readArchive, readEntry } from '../xlsx/archive.js';
import type { ZipArchive } from '../xlsx/zip.js';
import type { Item } from './discover.js';

/** What lies at an item's place. */
export interface ReadItem {
  readonly bytes: Uint8Array;
  /** When the file was last written, in milliseconds since 1970. */
  readonly modified: number;
}

/** The archive that was opened last: its entries come one after the other. */
let last: { readonly file: string; readonly zip: ZipArchive } | undefined;

/** Reads an item; the reason where there is nothing to read. */
export function readItem({ file, entry }: Item): Parsed<ReadItem> {
  try {
    const modified = Math.floor(statSync(file).mtimeMs);
    if (entry === undefined) return { value: { bytes: new Uint8Array(readFileSync(file)), modified }, diagnostics: [] };
    if (last?.file !== file) {
      const opened = readArchive(new Uint8Array(readFileSync(file)));
      if (!opened.value) return { diagnostics: opened.diagnostics };
      last = { file, zip: opened.value };
    }
    const { value: bytes, diagnostics } = readEntry(last.zip, entry);
    return bytes ? { value: { bytes, modified }, diagnostics } : { diagnostics };
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? '';
    return { diagnostics: [diagnose('file-unreadable', {}, { detail })] };
  }
}
