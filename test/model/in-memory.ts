/** Files of models in memory, as the loader reads them. */
import { stringify } from 'yaml';
import type { Files, ListFolder } from '../../src/model/load.js';

/** One text of a translation: address, source, target. */
export type TestUnit = readonly [address: string, source: string, target: string];

/** A file of units. */
export function unitsFile(units: readonly TestUnit[]): string {
  return stringify(
    { units: units.map(([address, source, target]) => ({ address, source, target })) },
    { version: '1.2' },
  );
}

/** Files by path, with the folders that their paths make. */
export function inMemory(texts: ReadonlyMap<string, string>): Files {
  return { read: (path) => texts.get(path), list: listing([...texts.keys()]) };
}

/** What is in a folder, from the paths of all files. */
export function listing(paths: readonly string[]): ListFolder {
  return (folder) => {
    const below = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
    const names = below.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path));
    return [...new Set(names)].sort();
  };
}
