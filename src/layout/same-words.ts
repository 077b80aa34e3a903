/** Tells a text that was retyped or slightly edited from another one. */
import { distanceWithin, type Comparing } from '../diagnostic/distance.js';
import { normalize } from '../grid/spelling.js';

/** Share of the letters that may differ. Any two objectives of one model differ in far more (see the law on near duplicates). */
const MAY_DIFFER = 0.1;
/** No statement of ours is nearly as long. */
const LONGEST = 2_000;

/** Compares words with the texts of one table, each of which is looked at once. */
export class Nearest {
  #plain: ReadonlyMap<string, string> | undefined;

  /** `texts` by key. `comparing`: of the file that the words are from. */
  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly comparing: Comparing,
  ) {}

  /** The key of the one text that `words` are, or nearly are; undefined where none is near, or two are as near. */
  of(words: string, isSought: (key: string) => boolean): string | undefined {
    if (words.length > LONGEST || !this.comparing.spend(words.length)) return undefined;
    const wanted = normalize(words);
    this.#plain ??= new Map([...this.texts].map(([key, text]) => [key, normalize(text)]));
    let best: string | undefined;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const [key, plain] of this.#plain) {
      if (!isSought(key)) continue;
      const most = Math.floor(Math.max(plain.length, wanted.length) * MAY_DIFFER);
      const distance = distanceWithin(wanted, plain, most, this.comparing);
      if (distance === undefined) continue;
      if (distance === bestDistance) best = undefined;
      else if (distance < bestDistance) {
        best = key;
        bestDistance = distance;
      }
    }
    return best;
  }
}
