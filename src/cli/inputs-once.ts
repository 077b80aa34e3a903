/** What the inputs of one command line may not be: one of them twice. */
import { STANDARD_STREAM } from '../building.js';
import { placeOf } from './files-apart.js';
import { Usage } from './rim.js';

/** Options and arguments that name editions, or folders with models. */
const EDITIONS: ReadonlySet<string> = new Set(['model', 'to', 'as']);
/** Options and arguments that name what is read, each for a purpose of its own. */
const INPUTS: ReadonlySet<string> = new Set([
  ...['file', 'files', 'paths', 'answers', 'old', 'new', 'from', 'aicaiq', 'benchmark', 'by'],
  ...['list', 'store', 'previous', 'issued', 'key', ...EDITIONS],
]);
/** Arguments of commands that search folders and patterns, which may overlap: those commands take each workbook once. */
const OVERLAPPING: ReadonlySet<string> = new Set([
  ...['check files', 'score files', 'review files', 'ingest paths', 'enqueue paths'],
]);

/** True for a way to split, such as `owner`, which is no list of people. */
const isWay = (name: string, text: string): boolean => name === 'by' && !/[./\\]/.test(text);

/**
 * Throws `Usage` where two inputs are the same, also through a link: nothing is compared or merged with itself.
 * `names`: options and arguments of the command that may name a file.
 */
export function expectOnce(command: string, values: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const places = new Map<string, string>();
  for (const name of names.filter((each) => INPUTS.has(each) && !OVERLAPPING.has(`${command} ${each}`)))
    for (const text of [values[name]].flat()) {
      if (typeof text !== 'string' || text === STANDARD_STREAM || isWay(name, text)) continue;
      const place = placeOf(text);
      const first = places.get(place);
      const is = first === text ? 'was given twice' : `is the same as "${String(first)}"`;
      if (first !== undefined)
        throw new Usage(`"${text}" ${is}. Use different ${EDITIONS.has(name) ? 'editions' : 'files'}.`);
      places.set(place, text);
    }
}
