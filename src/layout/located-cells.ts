/** The cells of a row of an AISMM table, by column: most are blank, and the place of few is ever needed. */
import { findCell, type GridCell, type GridRow } from '../grid/grid.js';

/** A cell to be filled in, where it was found. */
export interface LocatedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell | undefined;
}

/** The cells of one row in the columns of a table. Each is made when code asks for it. */
export class CellsOfRow implements ReadonlyMap<string, LocatedCell> {
  /** `columns`: ids of columns with their numbers on the sheet. */
  constructor(
    readonly sheet: string,
    readonly row: GridRow,
    readonly columns: ReadonlyMap<string, number>,
  ) {}

  get size(): number {
    return this.columns.size;
  }

  has(id: string): boolean {
    return this.columns.has(id);
  }

  get(id: string): LocatedCell | undefined {
    const column = this.columns.get(id);
    return column === undefined ? undefined : this.#at(column);
  }

  keys(): MapIterator<string> {
    return this.columns.keys();
  }

  *values(): MapIterator<LocatedCell> {
    for (const column of this.columns.values()) yield this.#at(column);
  }

  *entries(): MapIterator<[string, LocatedCell]> {
    for (const [id, column] of this.columns) yield [id, this.#at(column)];
  }

  [Symbol.iterator](): MapIterator<[string, LocatedCell]> {
    return this.entries();
  }

  forEach(take: (cell: LocatedCell, id: string, all: ReadonlyMap<string, LocatedCell>) => void): void {
    for (const [id, cell] of this) take(cell, id, this);
  }

  #at(column: number): LocatedCell {
    return { sheet: this.sheet, row: this.row.row, column, cell: findCell(this.row, column) };
  }
}

/** The content of one of the cells, for code that does not need its place; undefined for a blank one. */
export function cellIn(cells: ReadonlyMap<string, LocatedCell> | undefined, id: string): GridCell | undefined {
  if (!(cells instanceof CellsOfRow)) return cells?.get(id)?.cell;
  const column = cells.columns.get(id);
  return column === undefined ? undefined : findCell(cells.row, column);
}

/** Where the cells of a row are: all in one place, unless they were found one by one, or on sheets that people added. */
export function placesOf(cells: ReadonlyMap<string, LocatedCell>): readonly Pick<LocatedCell, 'sheet' | 'row'>[] {
  if (!(cells instanceof CellsOfRow)) return [...cells.values()];
  return cells.size === 0 ? [] : [{ sheet: cells.sheet, row: cells.row.row }];
}
