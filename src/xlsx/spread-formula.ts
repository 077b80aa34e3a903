/** Formulas that fill a range from one cell: arrays and data tables. What stands in the other cells is their result, typed by nobody. */
import { parseA1, type CellPlace } from '../grid/address.js';
import type { GridCell, GridRow } from '../grid/grid.js';
import type { Allowance } from './budget.js';

interface Spread {
  readonly from: CellPlace;
  readonly to: CellPlace;
  readonly formula: string;
}

export class SpreadFormulas {
  readonly #ranges: Spread[] = [];

  /** Takes in the formula that fills a range such as `D6:E149`. */
  define(range: string, formula: string): void {
    const [from, to] = range.split(':', 2).map(parseA1);
    // One cell has its formula already.
    if (from && to && (from.row !== to.row || from.column !== to.column)) this.#ranges.push({ from, to, formula });
  }

  /** The rows, in each of which the cells that such a formula fills have it. Each row and each of the cells costs one of `cells`. */
  over(rows: GridRow[], cells: Allowance): GridRow[] {
    if (this.#ranges.length === 0) return rows;
    const last = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
    const filledBy = new Map<number, Spread[]>();
    for (const range of this.#ranges) {
      for (let index = firstFrom(rows, range.from.row); index < rows.length; index += 1) {
        if ((rows[index]?.row ?? 0) > range.to.row) break;
        cells.spend();
        const before = filledBy.get(index);
        if (before) before.push(range);
        else filledBy.set(index, [range]);
      }
    }
    for (const [index, ranges] of filledBy) {
      const row = rows[index];
      if (row) rows[index] = { row: row.row, cells: filledCells(row, ranges, { last, cells }) };
    }
    return rows;
  }
}

/** The cells of a row, up to the `last` column of the sheet. */
function filledCells(
  row: GridRow,
  ranges: readonly Spread[],
  { last, cells }: { readonly last: number; readonly cells: Allowance },
): GridCell[] {
  const filled = new Map(row.cells.map((cell) => [cell.column, cell]));
  for (const { from, to, formula } of ranges) {
    for (let column = from.column; column <= Math.min(to.column, last); column += 1) {
      cells.spend();
      const cell = filled.get(column);
      if (cell?.formula === undefined) filled.set(column, new FilledCell(column, cell, formula));
    }
  }
  return [...filled.values()].sort((a, b) => a.column - b.column);
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
