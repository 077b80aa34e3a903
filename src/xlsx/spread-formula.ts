/** Formulas that fill a range from one cell: arrays and data tables. What stands in the other cells is their result, typed by nobody. */
import { parseA1, type CellPlace } from '../grid/address.js';
import type { GridCell, GridRow } from '../grid/grid.js';

interface Spread {
  readonly from: CellPlace;
  readonly to: CellPlace;
  readonly formula: string;
}

export class SpreadFormulas {
  readonly #ranges: Spread[] = [];

  /** Takes in the formula that fills a range such as `D6:E149`. */
  define(range: string, formula: string): void {
    const [from, to] = range.split(':').map(parseA1);
    if (from && to) this.#ranges.push({ from, to, formula });
  }

  /** The rows, in each of which the cells that such a formula fills have it. Each of them costs one of `budget`. */
  over(rows: GridRow[], budget: { spend(): void }): GridRow[] {
    if (this.#ranges.length === 0) return rows;
    const last = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
    for (const { from, to, formula } of this.#ranges) {
      for (let index = firstFrom(rows, from.row); index < rows.length; index += 1) {
        const row = rows[index];
        if (!row || row.row > to.row) break;
        const filled = new Map(row.cells.map((cell) => [cell.column, cell]));
        for (let column = from.column; column <= Math.min(to.column, last); column += 1) {
          budget.spend();
          const cell = filled.get(column);
          if (cell?.formula === undefined) filled.set(column, new FilledCell(column, cell, formula));
        }
        rows[index] = { row: row.row, cells: [...filled.values()].sort((a, b) => a.column - b.column) };
      }
    }
    return rows;
  }
}

/** A cell that a formula elsewhere fills. */
class FilledCell implements GridCell {
  constructor(
    readonly column: number,
    private readonly result: GridCell | undefined,
    readonly formula: string,
  ) {}

  get value(): GridCell['value'] {
    return this.result?.value;
  }
}

function firstFrom(rows: readonly GridRow[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
