/** What was probably meant: the nearest of several words. */
import leven from 'leven';

/** Longest piece of a text that is compared; no word of ours is nearly as long. */
const LONGEST_COMPARED = 80;

/** The option that `found` most likely meant: at most a third of its letters differ. */
export function suggest(found: string, options: readonly string[]): string | undefined {
  const wanted = found.trim().toLowerCase().slice(0, LONGEST_COMPARED);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const option of options) {
    const distance = leven(wanted, option.toLowerCase(), { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = option;
      bestDistance = distance;
    }
  }
  return best;
}

/** The suggestion as a fact; nothing where there is none. */
export function suggested(found: string, options: readonly string[]): { readonly suggestion?: string } {
  const suggestion = suggest(found, options);
  return suggestion === undefined ? {} : { suggestion };
}
