/** Days of a report: ends of quarters, months of an axis. All are ISO texts. */
import { isoOf, serialOf } from '../assessment/dates.js';

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  return isoOf((serialOf(day) ?? 0) + days) ?? day;
}

/** The ends of the next quarters after a day; one that ends on that day is not ahead any more. */
export function quarterEndsAfter(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const ends: string[] = [];
  for (let quarter = Math.ceil(month / 3); ends.length < count; quarter += 1) {
    const end = addDays(firstOf(year, quarter * 3 + 1), -1);
    if (end > day) ends.push(end);
  }
  return ends;
}

/** The first days of so many months, from the month of a day on. */
export function monthsFrom(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => firstOf(year, month + index));
}

/** Months may be above 12: those of later years. */
function firstOf(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
