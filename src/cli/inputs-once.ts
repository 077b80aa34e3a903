/** What the inputs of one command line may not be: one of them twice. */
import { STANDARD_STREAM } from '../building.js';
import { placeOf } from './files-apart.js';
import type { PathIs, TypedPath } from './path-roles.js';
import { Usage } from './rim.js';

/** Inputs with a purpose of their own. What is searched may overlap: those who search take each workbook once. */
const INPUTS: ReadonlySet<PathIs> = new Set(['file', 'folder', 'model', 'store']);

/** Throws `Usage` where two inputs are the same, also through a link: nothing is compared or merged with itself. */
export function expectOnce(paths: readonly TypedPath[]): void {
  const seen = new Map<string, string>();
  for (const { path, role, isName } of paths) {
    // A way to split is no file, whatever it is called; an edition twice is one compared with itself.
    if (!INPUTS.has(role.is) || path === STANDARD_STREAM || (isName && role.is !== 'model')) continue;
    const place = placeOf(path);
    const first = seen.get(place);
    const is = first === path ? 'was given twice' : `is the same as "${String(first)}"`;
    if (first !== undefined)
      throw new Usage(`"${path}" ${is}. Use different ${role.is === 'model' ? 'editions' : 'files'}.`);
    seen.set(place, path);
  }
}
