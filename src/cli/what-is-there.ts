/** What is at a path, as far as it can be told without opening it. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** `device`: what is neither a file nor a folder, such as a pipe. `nothing`: also where the system does not tell. */
export type There = { readonly is: 'file' | 'folder' | 'device' | 'nothing' } | Below;

/** Part of the path is a file. */
interface Below {
  readonly is: 'below';
  readonly file: string;
}

/** What a path leads to, behind all links. */
export function whatIsThere(path: string): There {
  const is = kindAt(path);
  if (is !== 'nothing') return { is };
  const file = fileAbove(path);
  return file === undefined ? { is } : { is: 'below', file };
}

function kindAt(path: string): 'file' | 'folder' | 'device' | 'nothing' {
  try {
    const found = statSync(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'device';
  } catch {
    return 'nothing';
  }
}

/** The part of a path that is there, if it is a file: nothing can be below it. */
function fileAbove(path: string): string | undefined {
  for (let [below, at] = [path, parentOf(path)]; at !== below; [below, at] = [at, dirname(at)]) {
    const is = kindAt(at);
    if (is !== 'nothing') return is === 'file' ? at : undefined;
  }
  return undefined;
}

/** The folder of a path; of a path that ends in a slash, what is named before it. */
function parentOf(path: string): string {
  const named = path.replace(/[\\/]+$/, '');
  return named !== path && named !== '' ? named : dirname(path);
}
