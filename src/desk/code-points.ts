/** Texts in the order of their code points. */

/** As bytes of UTF-8 are: JavaScript compares halves of the characters beyond the basic plane. */
export function byCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((character, index) => character !== other[index]);
  if (at < 0) return -1;
  return (one[at]?.codePointAt(0) ?? -1) - (other[at]?.codePointAt(0) ?? -1);
}
