/** What the paths of one command line may not be together: an output that is also an input, standard input twice. */
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { STANDARD_STREAM } from '../building.js';
import { kindByName } from './file-kinds.js';
import { keyFileOf } from './key-file.js';
import type { PathIs, TypedPath } from './path-roles.js';
import { Usage } from './rim.js';
import { fileOfStore } from './store-name.js';

/** Throws `Usage` where two paths of one command line cannot both be meant. */
export function expectApart(paths: readonly TypedPath[]): void {
  const those = (...roles: readonly PathIs[]): string[] =>
    paths.filter(({ role }) => roles.includes(role.is)).map(({ path }) => path);
  const inputs = those('file', 'folder', 'searched', 'model', 'store');
  const searched = those('searched')
    .filter((path) => path !== STANDARD_STREAM)
    .map(folderOf);
  const stores = those('store').map((store) => placeOf(fileOfStore(store)));
  const input = those('searched', 'file').find((path) => stores.includes(placeOf(path)));
  if (input !== undefined) throw new Usage(`"${input}" is the store of this command. Use another file as input.`);
  if (inputs.filter((each) => each === STANDARD_STREAM).length > 1)
    throw new Usage('Standard input can be read only once. Use “-” once.');
  const folders = those('folder');
  for (const output of those('new-file')) {
    expectNoInput(output, those('store').flatMap(filesOfStore), 'the store');
    expectNoInput(output, [...inputs, ...folders.map(keyFileOf)]);
    // What is searched may be the folder that a report is written into.
    if (output !== STANDARD_STREAM)
      expectOutside(output, READ_AGAIN.includes(kindByName(output)) ? [...folders, ...searched] : folders);
  }
  for (const output of those('new-folder')) {
    expectNoInput(output, searched);
    expectOutside(output, [...folders, ...searched]);
  }
}

/** A store, and the files that SQLite keeps beside it. */
const filesOfStore = (store: string): string[] =>
  ['', '-wal', '-shm', '-journal'].map((ending) => fileOfStore(store) + ending);

/** The folder in which a pattern with `**` finds files, in all folders below; any other path as it is. */
const folderOf = (path: string): string => /^(.*?)[^\\/]*\*\*/.exec(path)?.[1]?.replace(/^$/, '.') ?? path;

/** What is searched and would be read the next time. */
const READ_AGAIN: readonly (string | undefined)[] = ['xlsx', 'csv'];

/** Throws `Usage` where a file to write is one of those to read, also through a link, so that nothing of it is lost. `what`: what those are. */
export function expectNoInput(output: string, inputs: readonly string[], what = 'an input'): void {
  if (output === STANDARD_STREAM) return;
  const place = placeOf(output);
  if (inputs.some((each) => placeOf(each) === place))
    throw new Usage(`"${output}" is also ${what} of this command. Use another name for the output.`);
}

/** Throws `Usage` where a file or folder to write is in a folder to read, or is that folder: the next run would read it. */
function expectOutside(output: string, folders: readonly string[]): void {
  for (const folder of folders) {
    const way = relative(placeOf(folder), placeOf(output));
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) continue;
    throw new Usage(`"${output}" is in "${folder}", which is an input of this command. Use another folder.`);
  }
}

/** The file that a path means, behind all links; of one that does not exist yet, behind those of its folders. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const full = resolve(path);
    const folder = dirname(full);
    return folder === full ? full : join(placeOf(folder), basename(full));
  }
}
