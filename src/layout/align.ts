/** Where the rows and columns of an issued sheet stand now, found by the texts that stand there only once. */
import { describeValue, type GridSheet } from '../grid/grid.js';
import type { CellPlace } from '../grid/address.js';
import type { PlannedSheet } from '../xlsx/plan.js';

export interface Alignment {
  /** undefined for a row or column that is not there any more. */
  readonly of: (place: CellPlace) => CellPlace | undefined;
}

/** What two texts have in common however they were saved. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

export function align(planned: PlannedSheet, sheet: GridSheet): Alignment {
  const issued = onlyOnce(
    planned.cells.flatMap(({ row, column, value, formula }) =>
      formula === undefined && typeof value === 'string' && value !== ''
        ? [{ row, column, text: plainText(value) }]
        : [],
    ),
  );
  const now = onlyOnce(
    sheet.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value }) =>
        value?.kind === 'text' ? [{ row, column, text: plainText(describeValue(value)) }] : [],
      ),
    ),
  );
  const rows = new Votes();
  const columns = new Votes();
  for (const [text, from] of issued) {
    const to = now.get(text);
    if (!to) continue;
    rows.add(from.row, to.row);
    columns.add(from.column, to.column);
  }
  return {
    of: ({ row, column }) => ({ row: rows.of(row), column: columns.of(column) }),
  };
}

function onlyOnce(cells: readonly (CellPlace & { text: string })[]): Map<string, CellPlace> {
  const counts = new Map<string, number>();
  for (const { text } of cells) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map(cells.filter(({ text }) => counts.get(text) === 1).map(({ text, ...place }) => [text, place]));
}

/** For each number the one that most of its texts moved to; where none did, it moved as far as the nearest one before it. */
class Votes {
  readonly #votes = new Map<number, Map<number, number>>();

  add(from: number, to: number): void {
    const votes = this.#votes.get(from) ?? new Map<number, number>();
    this.#votes.set(from, votes.set(to, (votes.get(to) ?? 0) + 1));
  }

  of(from: number): number {
    for (let at = from; at > 0; at -= 1) {
      const votes = this.#votes.get(at);
      if (!votes) continue;
      const [best] = [...votes].sort((a, b) => b[1] - a[1] || Math.abs(a[0] - at) - Math.abs(b[0] - at));
      if (best) return best[0] + from - at;
    }
    return from;
  }
}
