/** An answer that somebody has to settle stands in its cell behind a question mark, and is refused as long as it does. */

const MARK = '?';
/** Characters that are searched for the mark: the text behind it may be long, and comes in thousands of cells. */
const MOST_BEFORE = 64;

/** As it stands in a cell; the mark alone where nothing is known. */
export function unsettled(answer: string): string {
  return `${MARK} ${answer}`.trim();
}

/** What stands behind the mark, `''` for nothing; undefined for a text without one. */
export function behindMark(text: string): string | undefined {
  const isMarked = text.slice(0, MOST_BEFORE).trimStart().startsWith(MARK);
  return isMarked ? text.trim().slice(MARK.length).trim() : undefined;
}
