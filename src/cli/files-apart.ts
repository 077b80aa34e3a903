/** What the paths of one command line may not be together: an output that is also an input, standard input twice. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { STANDARD_STREAM } from '../building.js';
import { keyFileOf } from './key-file.js';
import type { PathIs, TypedPath } from './path-roles.js';
import { Usage } from './rim.js';

/** Throws `Usage` where two paths of one command line cannot both be meant. */
export function expectApart(paths: readonly TypedPath[]): void {
  const those = (...roles: readonly PathIs[]): string[] =>
    paths.filter(({ role }) => roles.includes(role.is)).map(({ path }) => path);
  const inputs = those('file', 'folder', 'searched', 'model', 'store');
  if (inputs.filter((each) => each === STANDARD_STREAM).length > 1)
    throw new Usage('Standard input can be read only once. Use “-” once.');
  const folders = those('folder');
  for (const output of those('new-file')) {
    expectNoInput(output, [...inputs, ...folders.map(keyFileOf)]);
    if (output !== STANDARD_STREAM) expectOutside(output, folders);
  }
  for (const output of those('new-folder')) {
    expectNoInput(output, those('searched'));
    expectOutside(output, folders);
  }
}

/** Throws `Usage` where a file to write is one of those to read, also through a link, so that nothing of it is lost. */
export function expectNoInput(output: string, inputs: readonly string[]): void {
  if (output === STANDARD_STREAM) return;
  const place = placeOf(output);
  if (inputs.some((each) => placeOf(each) === place))
    throw new Usage(`"${output}" is also an input of this command. Use another name for the output.`);
}

/** Throws `Usage` where a file or folder to write is in a folder to read, or is that folder. */
function expectOutside(output: string, folders: readonly string[]): void {
  for (const folder of folders) {
    const way = relative(placeOf(folder), placeOf(output));
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) continue;
    throw new Usage(`"${output}" is in "${folder}", which is an input of this command. Use another folder.`);
  }
}

/** The file that a path means, behind all links. For a file that does not exist yet: its full path. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
