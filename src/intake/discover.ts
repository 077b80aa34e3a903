/** Which workbooks are meant by folders, patterns, files, zip archives and saved messages; in the order they are given, and by name within each. */
import { statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Item } from '../desk/source.js';
import { hasEndOfArchive, hasEndOfMail, isHidden, kindByName } from '../desk/wanted.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { STANDARD_STREAM } from '../host/standard-stream.js';
import { isPackage, readArchive } from '../xlsx/archive.js';
import { openFileSource } from './file-source.js';
import { MailLister } from './mail-lister.js';
import { byName, lookAt, walk } from './walk.js';

/** What is heard on the way. */
export interface DiscoverOptions {
  /** The file in which what came by standard input is kept, if `-` is among the paths. */
  readonly standardInput?: string | undefined;
  /** Asked of each file before it is looked into; left out, all are wanted. */
  readonly isWanted?: (file: string) => boolean;
  /** A path or pattern that leads to nothing, or a folder that can't be read. */
  readonly report?: (finding: Finding) => void;
  /**
   * A file of a folder or archive that is no workbook: a lock file of an open one, a hidden file, or another; or an archive or
   * a message with nothing in it. `inside`: the path of what may hold workbooks inside of another one, and is not looked into.
   */
  readonly skip?: (inside?: string) => void;
}

const isOfOurs = (path: string): boolean => !['other', 'closed'].includes(kindByName(path));

/**
 * Finds every workbook that the paths mean, one after the other as they are asked for: there may be more than memory holds.
 * Reads nothing but folders, the tables of contents of archives, and messages.
 * @throws What `skip` throws.
 */
export async function* discover(paths: readonly string[], options: DiscoverOptions = {}): AsyncGenerator<Item> {
  const { skip = () => undefined, isWanted = () => true } = options;
  const mails = new MailLister();
  try {
    for await (const { path, file } of filesOf(paths, options)) {
      if (!isWanted(file)) continue;
      const entries = hasEndOfMail(file)
        ? await mails.list(file)
        : path !== file || hasEndOfArchive(path)
          ? entriesOf(file)
          : undefined;
      if (!entries) yield { path, file };
      if (entries?.length === 0) skip();
      for (const entry of entries ?? []) {
        const kind = kindByName(entry);
        if (kind === 'workbook') yield { path: `${path}/${entry}`, file, entry };
        else if (kind === 'other') skip();
        else skip(`${path}/${entry}`);
      }
    }
  } finally {
    await mails.close();
  }
}

/** A file that may hold workbooks: as it is shown, and where it lies. */
type Found = Pick<Item, 'path' | 'file'>;

/** Files that the paths mean, each once. */
async function* filesOf(paths: readonly string[], options: DiscoverOptions): AsyncGenerator<Found> {
  const { standardInput, report = () => undefined, skip = () => undefined } = options;
  const there = new Map(paths.map((path) => [path, lookAt(path)]));
  const patterns = paths.some((path) => there.get(path) === undefined) ? await import('tinyglobby') : undefined;
  const isPattern = (path: string): boolean =>
    there.get(path) === undefined && patterns?.isDynamicPattern(path) === true;
  const isNew = paths.some(isPattern) || mayMeet(paths) ? once() : () => true;
  function* inFolder(folder: string): Generator<Found> {
    for (const below of walk(folder, { isWanted: isOfOurs, skip: () => skip(), report })) {
      const path = join(folder, below);
      if (isNew(path)) yield { path, file: path };
    }
  }
  for (const path of paths) {
    const is = there.get(path);
    if (path === STANDARD_STREAM && standardInput !== undefined) {
      if (isNew(standardInput)) yield { path, file: standardInput };
    } else if (is === 'folder') yield* inFolder(path);
    // What is named outright is taken, whatever its name is.
    else if (is === 'file') {
      if (isNew(path)) yield { path, file: path };
    } else if (is !== undefined) report(is);
    else {
      const found = patterns?.isDynamicPattern(path)
        ? await patterns.glob(path, {
            dot: false,
            onlyFiles: false,
            expandDirectories: false,
            followSymbolicLinks: false,
          })
        : [];
      if (found.length === 0) report(find('file-not-found', { file: path }, { found: path }));
      const folders: string[] = [];
      for (const each of found.sort(byName)) {
        if (lookAt(each) === 'folder') folders.push(each);
        else if (!isOfOurs(each)) skip();
        else if (isNew(each)) yield { path: each, file: each };
      }
      // A folder that a pattern means is taken as a whole; what is in it may be meant by the pattern as well.
      for (const folder of folders) if (!isHidden(folder)) yield* inFolder(folder);
    }
  }
}

/** Tells whether a path is told for the first time. Holds them all: only for paths that may meet. */
function once(): (path: string) => boolean {
  const known = new Set<string>();
  return (path) => {
    const full = resolve(path);
    if (known.has(full)) return false;
    known.add(full);
    return true;
  };
}

/** True where one of the paths is another one, or lies in it. Next to each other in order is enough: what lies between lies in it as well. */
function mayMeet(paths: readonly string[]): boolean {
  const inOrder = paths.map((path) => resolve(path) + sep).sort(byName);
  return inOrder.some((path, i) => i > 0 && path.startsWith(inOrder[i - 1] ?? ''));
}

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
