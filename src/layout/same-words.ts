/** Tells a text that was retyped or slightly edited from another one. */
import leven from 'leven';
import { normalize } from '../grid/spelling.js';

/** Share of the letters that may differ. Any two objectives of one model differ in far more (see the law on near duplicates). */
const MAY_DIFFER = 0.1;

/** The key of the one text that `words` are, or nearly are; undefined where none is near, or two are as near. */
export function nearest(words: string, texts: Iterable<readonly [key: string, text: string]>): string | undefined {
  const wanted = normalize(words);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [key, text] of texts) {
    const plain = normalize(text);
    const most = Math.floor(Math.max(plain.length, wanted.length) * MAY_DIFFER);
    if (Math.abs(plain.length - wanted.length) > most) continue;
    const distance = plain === wanted ? 0 : leven(wanted, plain);
    if (distance > most) continue;
    if (distance === bestDistance) best = undefined;
    else if (distance < bestDistance) {
      best = key;
      bestDistance = distance;
    }
  }
  return best;
}
