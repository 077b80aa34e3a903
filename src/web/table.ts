/** The lines of many workbooks: filtered, sorted and cut into pages, as plain data. */
import { ROW_STATES, type RowState, type TableRow } from './telling.js';

export type Filter = RowState | 'all';
export type SortBy = 'state' | 'name' | 'asOf' | 'maturity' | 'floor' | 'completeness';

/** What somebody wants to see. */
export interface Wanted {
  readonly filter: Filter;
  readonly text: string;
  readonly by: SortBy;
  readonly isDown: boolean;
  readonly page: number;
}

/** Lines of one page of the table. */
export const LINES = 50;

/** How many rows are in each state; they sum up to all. */
export function countsOf(rows: readonly TableRow[]): Readonly<Record<Filter, number>> {
  const counts = { all: rows.length, unread: 0, correct: 0, blank: 0, warnings: 0, clean: 0, twice: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where one has no figure it comes last, whichever way the others are ordered. */
function compared(a: TableRow, b: TableRow, by: SortBy, sign: number): number {
  if (by === 'state') return sign * (ROW_STATES.indexOf(a.state) - ROW_STATES.indexOf(b.state));
  if (by === 'name') return sign * compareTexts(a.name.toLowerCase(), b.name.toLowerCase());
  const [one, other] = [a[by], b[by]];
  const isNone = (value: string | number | null): boolean => value === null || value === '';
  if (isNone(one) || isNone(other)) return Number(isNone(one)) - Number(isNone(other));
  return sign * (typeof one === 'number' ? one - Number(other) : compareTexts(String(one), String(other)));
}

/** The lines that are wanted, and how many pages of them there are. */
export function linesOf(
  rows: readonly TableRow[],
  { filter, text, by, isDown, page }: Wanted,
): { readonly lines: readonly TableRow[]; readonly found: number; readonly page: number; readonly pages: number } {
  const sought = text.trim().toLowerCase();
  const found = rows
    .filter(({ state }) => filter === 'all' || state === filter)
    .filter(({ name, path }) => sought === '' || `${name}\n${path}`.toLowerCase().includes(sought))
    .sort((a, b) => compared(a, b, by, isDown ? -1 : 1) || compareTexts(a.path, b.path));
  const pages = Math.max(1, Math.ceil(found.length / LINES));
  const shown = Math.min(page, pages - 1);
  return { lines: found.slice(shown * LINES, (shown + 1) * LINES), found: found.length, page: shown, pages };
}
