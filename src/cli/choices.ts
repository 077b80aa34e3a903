/** A value that is none of those that an option takes. */
import { suggest } from '../building.js';
import { Usage } from './rim.js';

/** The message about it. `option`: with its dashes; `use`: what to write instead, where that is more than the list. */
export function wrongChoice(
  option: string,
  found: string,
  known: readonly string[],
  use = `: ${known.join(', ')}`,
): Usage {
  const near = suggest(found, known);
  return new Usage(`Invalid ${option} "${found}".${near === undefined ? '' : ` Did you mean ${near}?`} Use${use}.`);
}
