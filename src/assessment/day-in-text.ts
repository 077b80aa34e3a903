/** Days that somebody has typed as text. */
import { hasSpecialDigits, LONGEST_SPELLED, normalize } from '../grid/spelling.js';
import { serialOf } from './dates.js';

function dayOf(year: string, month: number, day: number): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return serialOf(iso) === undefined ? undefined : iso;
}

/**
 * A day written as text, if day and month can't be taken for each other. `months`: their numbers by name, in small letters;
 * no other word is taken for one, however it begins.
 */
export function dayInText(text: string, months: ReadonlyMap<string, number>): string | undefined {
  if (text.length > LONGEST_SPELLED || hasSpecialDigits(text)) return undefined;
  const plain = normalize(text);
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/.exec(plain);
  if (yearFirst) return dayOf(yearFirst[1] ?? '', Number(yearFirst[2]), Number(yearFirst[3]));
  const worded = /^(?:(\d{1,2})\.? (\p{L}+)\.?|(\p{L}+)\.? (\d{1,2})),? (\d{4})$/u.exec(plain);
  if (worded) {
    const month = months.get(worded[2] ?? worded[3] ?? '');
    return month === undefined ? undefined : dayOf(worded[5] ?? '', month, Number(worded[1] ?? worded[4]));
  }
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(plain);
  if (!numeric) return undefined;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), numeric[4] ?? ''];
  if (first > 12 || first === second || numeric[2] === '.') return dayOf(year, second, first);
  return second > 12 ? dayOf(year, first, second) : undefined;
}

/** `20261130` → `2026-11-30`: what was meant by eight digits, which a spreadsheet takes for a number. */
export function dayInDigits(text: string): string | undefined {
  const [, year = '', month, day] = /^(20\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  return dayOf(year, Number(month), Number(day));
}
