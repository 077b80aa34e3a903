/** What the inputs of one command line may not be: one of them twice. */
import { STANDARD_STREAM } from '../building.js';
import { placeOf } from './files-apart.js';
import type { PathIs, TypedPath } from './path-roles.js';
import { Usage } from './rim.js';

/** Inputs with a purpose of their own. What is searched may overlap: those who search take each workbook once. */
const INPUTS: ReadonlySet<PathIs> = new Set(['file', 'folder', 'model', 'store']);

/** Throws `Usage` where two inputs are the same, also through a link: nothing is compared or merged with itself. */
export function expectOnce(paths: readonly TypedPath[]): void {
  const seen = new Map<string, TypedPath>();
  for (const each of paths) {
    const { path, role, isName } = each;
    // A way to split is no file, whatever it is called; an edition twice is one compared with itself.
    if (!INPUTS.has(role.is) || path === STANDARD_STREAM || (isName && role.is !== 'model')) continue;
    const place = placeOf(path);
    const first = seen.get(place);
    if (first) throw new Usage(`"${path}" ${sameAs(first, each)}. Use different ${differentOf(first, each)}.`);
    seen.set(place, each);
  }
}

const sameAs = (first: TypedPath, { path }: TypedPath): string =>
  first.path === path ? 'was given twice' : `is the same as "${first.path}"`;

/** What to use instead; the edition that is there without `--model` need not be named. */
function differentOf(first: TypedPath, { role, option }: TypedPath): string {
  if (role.is !== 'model') return 'files';
  return [first.option, option].includes('--model') ? 'editions, or omit --model' : 'editions';
}
