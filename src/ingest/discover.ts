/** Which workbooks are meant by folders, patterns, files and zip archives; in the order they are given, and by name within each. */
import { existsSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { readArchive } from '../xlsx/archive.js';
import { openFileSource } from './file-source.js';

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
  /** Files of folders and archives that are no workbooks: lock files of open ones, hidden files, and others. */
  readonly skipped: number;
}

/** Kinds of spreadsheets that are read or refused by name; other files of a folder are none of ours. */
const SHEETS = new Set(['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsb', '.xls', '.ods', '.numbers', '.csv']);
const ARCHIVE = '.zip';
const isHidden = (path: string): boolean => /(^|[\\/])(\.|~\$|__MACOSX)/.test(path);
const isWanted = (path: string): boolean => {
  const extension = extname(path).toLowerCase();
  return !isHidden(path) && (SHEETS.has(extension) || extension === ARCHIVE);
};

/** Finds every workbook that the paths mean; reads nothing but folders and the tables of contents of archives. */
export async function discover(paths: readonly string[]): Promise<Discovered> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  const missing: string[] = [];
  /** By absolute path, so that one that is given twice is taken once. */
  const files = new Map<string, string>();
  let skipped = 0;
  const addAll = (folder: string, found: readonly string[]): void => {
    for (const each of [...found].sort(byName)) {
      if (isWanted(each)) files.set(resolve(folder, each), files.get(resolve(folder, each)) ?? join(folder, each));
      else skipped += 1;
    }
  };
  const inFolder = (folder: string): Promise<string[]> =>
    glob('**/*', { cwd: folder, dot: true, followSymbolicLinks: false, expandDirectories: false });
  for (const path of paths) {
    if (isFolder(path)) addAll(path, await inFolder(path));
    // What is named outright is taken, whatever its name is.
    else if (existsSync(path)) files.set(resolve(path), files.get(resolve(path)) ?? path);
    else {
      const found = isDynamicPattern(path)
        ? await glob(path, { dot: false, onlyFiles: false, expandDirectories: false, followSymbolicLinks: false })
        : [];
      if (found.length === 0) missing.push(path);
      const folders = found.filter(isFolder).map((each) => each.replace(/\/$/, ''));
      addAll(
        '',
        found.filter((each) => !isFolder(each)),
      );
      // A folder that a pattern means is taken as a whole; what is in it may be meant by the pattern as well.
      for (const folder of folders.sort(byName)) if (!isHidden(folder)) addAll(folder, await inFolder(folder));
    }
  }
  const items: Item[] = [];
  for (const path of files.values()) {
    const entries = extname(path).toLowerCase() === ARCHIVE ? entriesOf(path) : undefined;
    if (!entries) items.push({ path, file: path });
    for (const entry of entries ?? []) {
      if (isHidden(entry) || !SHEETS.has(extname(entry).toLowerCase())) skipped += 1;
      else items.push({ path: `${path}/${entry}`, file: path, entry });
    }
  }
  return { items, missing, skipped };
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Names in a zip archive; undefined where it can't be opened, so that the reader says why. */
function entriesOf(path: string): string[] | undefined {
  try {
    const source = openFileSource(path);
    try {
      const archive = readArchive(source).value;
      // A workbook under the name of an archive is taken for what it is.
      return archive && !archive.has('[Content_Types].xml') ? [...archive.names()].sort(byName) : undefined;
    } finally {
      source.close();
    }
  } catch {
    return undefined;
  }
}
