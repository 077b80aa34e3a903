/** Whether a number format shows a date, a percentage, or a plain number. */
import type { NumberKind } from '../grid/grid.js';

/** Longest format that is looked at; real ones have a few dozen characters. */
const LONGEST_FORMAT = 512;

/** What a format of one's own shows: quoted texts, escapes, colors and locales in brackets don't count. */
export function formatKind(code: string): NumberKind {
  const plain = code.slice(0, LONGEST_FORMAT).replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  if (plain.includes('%')) return 'percent';
  // Names such as `Standard` and `Estándar` are no dates, though letters of dates are in them.
  const words = plain.match(/[a-zà-ÿ]+/gi) ?? [];
  return words.some((word) => /^[ymdhs]+$/i.test(word)) ? 'date' : 'plain';
}
