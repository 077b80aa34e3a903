/** Writes files, and says so. */
import { writeWhole } from '../node.js';
import { printNote } from './world.js';

/** Writes a whole file; `quiet` is without a note that it was written. */
export function writeFile(
  path: string,
  content: Uint8Array | string,
  { force, quiet = false }: { readonly force: boolean; readonly quiet?: boolean },
): void {
  writeWhole(path, content, { force });
  if (!quiet) printNote(`wrote ${path}`);
}
