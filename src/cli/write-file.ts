/** Writes files, and says so. */
import { STANDARD_STREAM, writeWhole, type OutputOptions } from '../building.js';
import { printNote } from './rim.js';

/** Writes a whole file, or `-` to standard output; `quiet` is without a note that it was written. */
export function writeFile(
  path: string,
  content: Uint8Array | string,
  { quiet = false, ...options }: OutputOptions & { readonly quiet?: boolean },
): void {
  if (path === STANDARD_STREAM) {
    process.stdout.write(content);
    return;
  }
  writeWhole(path, content, options);
  if (!quiet) printNote(`wrote ${path}`);
}
