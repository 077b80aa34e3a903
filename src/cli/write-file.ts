/** Writes files, and says so. */
import { writeWhole, type OutputOptions } from '../node.js';
import { printNote } from './world.js';

/** Writes a whole file; `quiet` is without a note that it was written. */
export function writeFile(
  path: string,
  content: Uint8Array | string,
  { quiet = false, ...options }: OutputOptions & { readonly quiet?: boolean },
): void {
  writeWhole(path, content, options);
  if (!quiet) printNote(`wrote ${path}`);
}
