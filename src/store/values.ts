/** Values in the columns of a store, whichever database keeps them. */
import { crc32 } from 'node:zlib';

/** The value of one column. */
export type Value = string | number | null;

/** A text as a database gives it back: without halves of characters. */
export const whole = (value: Value): Value => (typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value);

/** By it values are known again: 32 bits, of which no flipped bit leaves the same ones. */
export function sumOf(values: readonly Value[]): number {
  return crc32(JSON.stringify(values));
}

/** Of two times of the same copy the earlier one; 0 is none. */
export function earlier(known: number, found: number): number {
  return known === 0 || (found > 0 && found < known) ? found : known;
}
