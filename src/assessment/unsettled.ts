/** An answer that somebody has to settle stands in its cell behind a question mark, and is refused as long as it does. */

const MARK = '?';

/** As it stands in a cell; the mark alone where nothing is known. */
export function unsettled(answer: string): string {
  return `${MARK} ${answer}`.trim();
}

/** What stands behind the mark, `''` for nothing; undefined for a text without one. */
export function behindMark(text: string): string | undefined {
  const typed = text.trim();
  return typed.startsWith(MARK) ? typed.slice(MARK.length).trim() : undefined;
}
