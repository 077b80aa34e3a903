/** Which workbooks are meant by folders, patterns, files and zip archives; in an order that depends on their names only. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { readArchive } from '../xlsx/archive.js';

/** One workbook to take in: a file, or an entry of a zip archive. */
export interface Item {
  /** As it is shown: the path, or `batch.zip/inner/acme.xlsx`. */
  readonly path: string;
  readonly file: string;
  readonly entry?: string;
}

export interface Discovered {
  readonly items: readonly Item[];
  /** Paths and patterns that lead to nothing. */
  readonly missing: readonly string[];
  /** Files of folders that are no workbooks: lock files of open ones, hidden files, and others. */
  readonly skipped: number;
}

/** Kinds of spreadsheets that are read or refused by name; other files of a folder are none of ours. */
const SHEETS = new Set(['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv']);
const isHidden = (path: string): boolean => /(^|[\\/])(\.|~\$|__MACOSX)/.test(path);

/** Finds every workbook that the paths mean; reads nothing but folders and the contents of archives. */
export async function discover(paths: readonly string[]): Promise<Discovered> {
  const { glob } = await import('tinyglobby');
  const missing: string[] = [];
  const files = new Map<string, string>();
  let skipped = 0;
  for (const path of paths) {
    if (existsSync(path) && statSync(path).isDirectory()) {
      const found = await glob('**/*', { cwd: path, dot: true, followSymbolicLinks: false });
      for (const each of found) {
        const extension = extname(each).toLowerCase();
        if (isHidden(each) || !(SHEETS.has(extension) || extension === '.zip')) skipped += 1;
        else files.set(resolve(path, each), join(path, each));
      }
    } else if (existsSync(path)) files.set(resolve(path), path);
    else {
      const found = await glob(path, { dot: false });
      if (found.length === 0) missing.push(path);
      for (const each of found) {
        if (isHidden(basename(each))) skipped += 1;
        else files.set(resolve(each), each);
      }
    }
  }
  const items: Item[] = [];
  for (const path of [...files.values()].sort(byName)) {
    const entries = extname(path).toLowerCase() === '.zip' ? entriesOf(path) : undefined;
    if (!entries) items.push({ path, file: path });
    for (const entry of entries ?? []) {
      if (isHidden(entry) || !SHEETS.has(extname(entry).toLowerCase())) skipped += 1;
      else items.push({ path: `${path}/${entry}`, file: path, entry });
    }
  }
  return { items, missing, skipped };
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names in a zip archive; undefined where it can't be opened, so that the reader says why. */
function entriesOf(path: string): string[] | undefined {
  const archive = readArchive(new Uint8Array(readFileSync(path))).value;
  return archive && [...archive.names()].sort(byName);
}
