/** Where quoted pieces of a formula end. Looked up in one go for the whole text, since a stranger may write nothing but quotes. */

/**
 * For each quote the place of the one that closes it, a doubled quote inside standing for itself: the last one that can.
 * -1 where none does. `least`: how many characters stand between at least.
 */
export function closingsOf(text: string, quote: string, least: 0 | 1): (open: number) => number {
  if (!text.includes(quote)) return () => -1;
  /** By place: where a piece ends whose next quote is the one there. */
  const ends = new Int32Array(text.length).fill(-1);
  /** By place: the next quote at it or behind. */
  const next = new Int32Array(text.length + 2).fill(-1);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] !== quote) {
      next[at] = next[at + 1] ?? -1;
      continue;
    }
    next[at] = at;
    const behind = text[at + 1] === quote ? (next[at + 2] ?? -1) : -1;
    const end = behind < 0 ? -1 : (ends[behind] ?? -1);
    ends[at] = end < 0 ? at : end;
  }
  return (open) => {
    const first = next[open + 1] ?? -1;
    const end = first < 0 ? -1 : (ends[first] ?? -1);
    return end >= 0 && end - open > least ? end : -1;
  };
}
