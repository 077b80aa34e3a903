/** Options that choose among several files, where there is only one. */
import { printNote } from './rim.js';

/**
 * Says which of the options had nothing to choose from. That is no wrong use: a pattern, which the shell replaces by the
 * files that it finds, may have found one only. `options`: their values by their names.
 */
export function tellOnlyOne(files: readonly string[], options: Readonly<Record<string, unknown>>): void {
  if (files.length > 1) return;
  for (const [name, value] of Object.entries(options))
    if (value !== undefined) printNote(`--${name} had no effect, because there is only one file.`);
}
