/** How much there is in a value from JSON, before anything is made of each piece. */
import { LIMITS } from '../diagnostic/limits.js';

/** Values of a whole answers file, its conflicts included. */
export const MOST_VALUES = LIMITS.values + LIMITS.valuesInConflicts;

/** Values inside of a value, itself included, up to `most` and one more. Nesting costs no stack. */
export function countValues(value: unknown, most: number): number {
  const open = [value];
  let count = 0;
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    count += 1;
    if (typeof next === 'object' && next !== null)
      for (const each of Object.values(next)) {
        open.push(each);
        if (open.length + count > most) return most + 1;
      }
  }
  return count;
}
