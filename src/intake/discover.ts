/** Which workbooks are meant by folders, patterns, files and zip archives; in the order they are given, and by name within each. */
import { statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { find, type Finding } from '../diagnostic/finding.js';
import { STANDARD_STREAM } from '../host/files.js';
import { isPackage, readArchive } from '../xlsx/archive.js';
import { openFileSource } from './file-source.js';
import { lookAt, walk } from './walk.js';

/** One workbook to take in: a file, or an entry of a zip archive. */
export interface Item {
  /** As it is shown: the path, or `batch.zip/inner/acme.xlsx`. */
  readonly path: string;
  readonly file: string;
  readonly entry?: string;
}

export interface Discovered {
  readonly items: readonly Item[];
  /** Paths and patterns that lead to nothing, and folders that can't be read. */
  readonly findings: readonly Finding[];
  /** Files of folders and archives that are no workbooks: lock files of open ones, hidden files, and others. */
  readonly skipped: number;
  /** Of those: archives inside archives, which are not looked into. */
  readonly archivesInside: readonly string[];
}

/** Kinds of spreadsheets that are read or refused by name; other files of a folder are none of ours. */
const SHEETS = new Set(['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsb', '.xls', '.ods', '.numbers', '.csv']);
const ARCHIVE = '.zip';
/** `.` and `..` are on the way to a file, and hide nothing. */
const isHidden = (path: string): boolean => /(^|[\\/])(\.(?!\.?[\\/])|~\$|__MACOSX)/.test(path);
const isWanted = (path: string): boolean => {
  const extension = extname(path).toLowerCase();
  return !isHidden(path) && (SHEETS.has(extension) || extension === ARCHIVE);
};

/**
 * Finds every workbook that the paths mean; reads nothing but folders and the tables of contents of archives.
 * `standardInput`: the file in which what came by it is kept, if `-` is among the paths.
 */
export async function discover(
  paths: readonly string[],
  { standardInput }: { readonly standardInput?: string } = {},
): Promise<Discovered> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  const findings: Finding[] = [];
  const archivesInside: string[] = [];
  /** By absolute path, so that one that is given twice is taken once. */
  const files = new Map<string, { readonly path: string; readonly file: string }>();
  let skipped = 0;
  const add = (path: string, file = path): unknown =>
    files.has(resolve(file)) || files.set(resolve(file), { path, file });
  const addWanted = (folder: string, found: readonly string[]): void => {
    for (const each of [...found].sort(byName)) {
      if (isWanted(each)) add(join(folder, each));
      else skipped += 1;
    }
  };
  const addFolder = (path: string): void => {
    const found = walk(path);
    addWanted(path, found.files);
    skipped += found.skipped;
    findings.push(...found.findings);
  };
  for (const path of paths) {
    if (path === STANDARD_STREAM && standardInput !== undefined) {
      add(path, standardInput);
      continue;
    }
    const there = lookAt(path);
    if (there === 'folder') addFolder(path);
    // What is named outright is taken, whatever its name is.
    else if (there === 'file') add(path);
    else if (there !== undefined) findings.push(there);
    else {
      const found = isDynamicPattern(path)
        ? await glob(path, { dot: false, onlyFiles: false, expandDirectories: false, followSymbolicLinks: false })
        : [];
      if (found.length === 0) findings.push(find('file-not-found', { file: path }, { found: path }));
      const isFolder = (each: string): boolean => lookAt(each) === 'folder';
      addWanted(
        '',
        found.filter((each) => !isFolder(each)),
      );
      // A folder that a pattern means is taken as a whole; what is in it may be meant by the pattern as well.
      for (const folder of found.filter(isFolder).sort(byName)) if (!isHidden(folder)) addFolder(folder);
    }
  }
  const items: Item[] = [];
  for (const { path, file } of files.values()) {
    const entries = path !== file || extname(path).toLowerCase() === ARCHIVE ? entriesOf(file) : undefined;
    if (!entries) items.push({ path, file });
    for (const entry of entries ?? []) {
      if (!isHidden(entry) && SHEETS.has(extname(entry).toLowerCase())) {
        items.push({ path: `${path}/${entry}`, file, entry });
        continue;
      }
      skipped += 1;
      if (!isHidden(entry) && extname(entry).toLowerCase() === ARCHIVE) archivesInside.push(`${path}/${entry}`);
    }
  }
  return { items, findings, skipped, archivesInside };
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names in a zip archive; undefined where it can't be opened, so that the reader says why. */
function entriesOf(path: string): string[] | undefined {
  try {
    // Opening a pipe would wait for somebody to write into it.
    if (!statSync(path).isFile()) return undefined;
    const source = openFileSource(path);
    try {
      const archive = readArchive(source).value;
      // A workbook under the name of an archive is taken for what it is.
      return archive && !isPackage(archive) ? [...archive.names()].sort(byName) : undefined;
    } finally {
      source.close();
    }
  } catch {
    return undefined;
  }
}
