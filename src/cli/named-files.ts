/** Files that a command takes one by one: shells that leave patterns to programs, as those of Windows do, get what they mean. */
import { isPattern } from './expect-paths.js';
import { expectNoInput, placeOf } from './files-apart.js';
import { Usage } from './rim.js';
import { whatIsThere } from './what-is-there.js';

/**
 * The files, each pattern replaced by the files that it means, by name. One that is named twice by that is one file.
 * Throws `Usage` for a pattern without any, or if `output` is one of them.
 */
export async function namedFiles(paths: readonly string[], output?: string): Promise<string[]> {
  const files = new Map<string, string>();
  for (const path of paths) for (const file of await meantBy(path)) files.set(placeOf(file), file);
  if (output !== undefined) expectNoInput(output, [...files.values()]);
  return [...files.values()];
}

async function meantBy(path: string): Promise<string[]> {
  // A file may be called as a pattern is written.
  if (whatIsThere(path).is !== 'nothing' || !(await isPattern(path))) return [path];
  const { glob } = await import('tinyglobby');
  const found = await glob(path, { dot: false, expandDirectories: false });
  if (found.length === 0)
    throw new Usage(`No file found for "${path}". Specify the files, or a file pattern such as parts/*.xlsx.`);
  return found.sort();
}
