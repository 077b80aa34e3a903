/** JSON of strangers. A text of a few megabytes may hold millions of values, and each takes a hundred times the memory of its letters. */
import { find, type Parsed } from './finding.js';
import { jsonFault, type PlacedFault } from './json-fault.js';
import { LIMITS } from './limits.js';
import { otherKindOfText } from './other-kind.js';

/** What a text holds; in a field of its own, since it may well be nothing. */
export interface Json {
  readonly raw: unknown;
}

/** Reads JSON. A text with more than `most` values, or too many inside each other, is refused before anything is made of it. */
export function parseJson(text: string, most: number): Parsed<Json> {
  const plain = text.replace(/^\uFEFF/, '');
  const kind = otherKindOfText(plain);
  if (kind) return { findings: [find('invalid-json', {}, { fault: { is: 'other-kind', kind } })] };
  const { values, levels } = extentOf(plain, most);
  if (values > most) return { findings: [find('hostile-file', {}, { fault: 'too-many-values', most })] };
  if (levels > LIMITS.depth)
    return { findings: [find('hostile-file', {}, { fault: 'too-many-levels', most: LIMITS.depth })] };
  try {
    return { value: { raw: JSON.parse(plain) as unknown }, findings: [] };
  } catch {
    const { fault, ...at } = jsonFault(plain) ?? BROKEN;
    return { findings: [find('invalid-json', at, { fault })] };
  }
}

/** What is told if the platform refuses a text in which no fault was found. */
const BROKEN: PlacedFault = { line: 1, column: 1, fault: { is: 'unexpected', expected: 'value', found: '' } };

/** How much there is in a text, if it is JSON. */
interface Extent {
  /** At least so many; ends at `most` and one more. */
  readonly values: number;
  /** How many are open at once. */
  readonly levels: number;
}

/** Looks at each character once, and makes nothing: values are counted by what stands before them. */
function extentOf(text: string, most: number): Extent {
  let [values, open, levels] = [1, 0, 0];
  /** True right behind what opens an object or a list. */
  let isFirst = false;
  for (let i = 0; i < text.length && values <= most && levels <= LIMITS.depth; i += 1) {
    const sign = text[i];
    if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') continue;
    const closes = sign === ']' || sign === '}';
    if (sign === ',' || (isFirst && !closes)) values += 1;
    isFirst = sign === '[' || sign === '{';
    if (isFirst) levels = Math.max(levels, (open += 1));
    else if (closes) open -= 1;
    else if (sign === '"') i = endOfText(text, i) - 1;
  }
  return { values, levels };
}

/** Where the text that begins at a quote has ended. */
export function endOfText(json: string, start: number): number {
  let i = start + 1;
  while (i < json.length && json[i] !== '"') i += json[i] === '\\' ? 2 : 1;
  return i + 1;
}
