/** Whether a number format shows a date, a percentage, or a plain number. */
import { LIMITS } from '../diagnostic/limits.js';
import type { NumberKind } from '../grid/grid.js';

/** What a format of one's own shows: quoted texts, escapes, colors and locales in brackets don't count. */
export function formatKind(code: string): NumberKind {
  const plain = withoutLiterals(code.slice(0, LIMITS.format));
  if (plain.includes('%')) return 'percent';
  // Names such as `Standard` and `Estándar` are no dates, though letters of dates are in them.
  const words = plain.match(/[a-zà-ÿ]+/gi) ?? [];
  return words.some((word) => /^[ymdhs]+$/i.test(word)) ? 'date' : 'plain';
}

/** Hours, minutes or seconds in brackets: a duration. */
const ELAPSED = /^\[[hms]+\]/i;

function withoutLiterals(code: string): string {
  let plain = '';
  /** Where a quoted text, and a piece in brackets, end last: behind it none does. */
  const last = { '"': code.lastIndexOf('"'), '[': code.lastIndexOf(']') };
  for (let at = 0; at < code.length; at += 1) {
    const mark = code[at] ?? '';
    if ((mark === '\\' || mark === '_' || mark === '*') && at + 1 < code.length && code[at + 1] !== '\n') at += 1;
    else if (mark === '"' && at < last['"']) at = code.indexOf('"', at + 1);
    else if (mark === '[' && at < last['[']) {
      const end = code.indexOf(']', at);
      // A duration counts.
      if (ELAPSED.test(code.slice(at, end + 1))) plain += mark;
      else at = end;
    } else plain += mark;
  }
  return plain;
}
