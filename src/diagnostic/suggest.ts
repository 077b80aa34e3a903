/** What was probably meant: the nearest of several words. */
import { Comparing, distanceWithin } from './distance.js';

/** Longest piece of a text that is compared; no word of ours is nearly as long. */
const LONGEST_COMPARED = 80;

/** The option that `found` most likely meant: at most a third of its letters differ, or one sign of a text with digits. `comparing`: of the file that it is from. */
export function suggest(
  found: string,
  options: readonly string[],
  comparing: Comparing = new Comparing(),
): string | undefined {
  const wanted = found.slice(0, LONGEST_LOOKED_AT).trim().toLowerCase().slice(0, LONGEST_COMPARED);
  // Half of a compound is nearer to it than to another word of its length: `saas` means `api-saas`, not `paas`.
  const compounds = options.filter((option) => option.toLowerCase().split('-').slice(1).includes(wanted));
  if (compounds.length === 1 && !options.some((option) => option.toLowerCase() === wanted)) return compounds[0];
  let best: string | undefined;
  // Two ids such as GOV-2A and GOV-9B are as near as two spellings of a word, and mean different things.
  let most = /\d/.test(wanted) ? 1 : Math.max(1, Math.floor(wanted.length / 3));
  for (const option of options) {
    const distance = distanceWithin(wanted, option.toLowerCase(), most, comparing);
    if (distance === undefined) continue;
    best = option;
    most = distance - 1;
    if (most < 0) break;
  }
  return best;
}

/** Of a longer text the beginning is enough. */
const LONGEST_LOOKED_AT = 2 * LONGEST_COMPARED;

/** The suggestion as a fact; nothing where there is none. */
export function suggested(
  found: string,
  options: readonly string[],
  comparing?: Comparing,
): { readonly suggestion?: string } {
  const suggestion = suggest(found, options, comparing);
  return suggestion === undefined ? {} : { suggestion };
}
