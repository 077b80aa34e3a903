/** How many letters two texts differ by, as far as that is of interest, within what one file may cost. */
import { LIMITS } from './limits.js';

/** Steps that are left for comparing texts; one for all texts of a file. */
export class Comparing {
  #left: number;

  constructor(steps: number = LIMITS.comparing) {
    this.#left = steps;
  }

  /** False where nothing is left: then nothing is compared any more, and nothing is taken for something else. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }
}

/** Letters that have to be changed, put in or left out to make one text the other; undefined for more than `most`. */
export function distanceWithin(a: string, b: string, most: number, comparing: Comparing): number | undefined {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return undefined;
  if (!comparing.spend(a.length + b.length) || differsInMore(a, b, most)) return undefined;
  return comparing.spend(a.length * (2 * most + 1)) ? alongDiagonal(a, b, most) : undefined;
}

/** Letters are counted in so many boxes. */
const BOXES = 128;

/** True where one has so many letters that the other has not that no order of them could make up for it. */
function differsInMore(a: string, b: string, most: number): boolean {
  const counts = new Int32Array(BOXES);
  for (let i = 0; i < a.length; i += 1) counts[a.charCodeAt(i) % BOXES] = (counts[a.charCodeAt(i) % BOXES] ?? 0) + 1;
  for (let i = 0; i < b.length; i += 1) counts[b.charCodeAt(i) % BOXES] = (counts[b.charCodeAt(i) % BOXES] ?? 0) - 1;
  let [more, fewer] = [0, 0];
  for (const count of counts) {
    if (count > 0) more += count;
    else fewer -= count;
  }
  return Math.max(more, fewer) > most;
}

/** The usual table of distances, of which only the cells near the diagonal can matter. */
function alongDiagonal(a: string, b: string, most: number): number | undefined {
  const beyond = most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, beyond));
  for (let i = 1; i <= a.length; i += 1) {
    const here = new Array<number>(b.length + 1).fill(beyond);
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    if (i <= most) here[0] = i;
    let least = here[0] ?? beyond;
    for (let j = from; j <= to; j += 1) {
      const changed = (before[j - 1] ?? beyond) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const best = Math.min(changed, (before[j] ?? beyond) + 1, (here[j - 1] ?? beyond) + 1, beyond);
      here[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return undefined;
    before = here;
  }
  const distance = before[b.length] ?? beyond;
  return distance > most ? undefined : distance;
}
