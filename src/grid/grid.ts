/** A workbook as values only: what is in its cells, without styles. Every reader of spreadsheets gives this. */
import { spelled } from './spelling.js';

/** What stands in a cell. `error` holds the error's text, e.g. `#REF!`. */
export type CellValue =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What is made of the text: see `TextValue`. */
      readonly once?: (make: (text: string) => string) => string;
    }
  /**
   * `format`: how the number is shown, where that is not as it is. `day`: the ISO day of a date that the file holds as such,
   * and not as a number.
   */
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly shown: NumberKind;
      readonly format?: string;
      readonly day?: string;
    }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly error: string };

/** Texts up to here are made into something else as fast as it could be kept. */
const SHORT = 24;

/** The text of a cell, or of many that share it: what is made of it is made once, however many cells there are. */
export class TextValue {
  readonly kind = 'text';
  /** In turn: how it is made, and what was made. */
  #made: unknown[] | undefined;

  constructor(readonly text: string) {}

  /** What `make` makes of the text. */
  once(make: (text: string) => string): string {
    if (this.text.length <= SHORT) return make(this.text);
    const at = this.#made?.indexOf(make) ?? -1;
    if (at >= 0) return String(this.#made?.[at + 1]);
    const made = make(this.text);
    (this.#made ??= []).push(make, made);
    return made;
  }
}

/** How a number's format shows it, as far as its meaning depends on that. */
export type NumberKind = 'plain' | 'percent' | 'date';

export interface GridCell {
  readonly column: number;
  /** undefined: a formula without a cached result. Empty cells are left out of the grid altogether. */
  readonly value: CellValue | undefined;
  /** The formula's text without `=`; `''` for one that shares a formula that is not there. undefined: a typed value. */
  readonly formula?: string;
  /** All that is written in it is struck through. */
  readonly struck?: boolean;
  /** How its text begins (`openingOf`), where that is known before the text is made. */
  readonly opening?: number | undefined;
}

/** True for a cell with a formula, whose text need not be made for that. */
export function hasFormula(cell: GridCell): boolean {
  return 'formula' in cell;
}

export interface GridRow {
  readonly row: number;
  /** Ascending by column. */
  readonly cells: readonly GridCell[];
  /** The same cells, where each is made when it is asked for; left out where they are all there. */
  readonly oneByOne?: CellsOneByOne;
}

/** Cells by their number in the row, and what is known of one before it is made. */
export interface CellsOneByOne {
  readonly count: number;
  columnAt(index: number): number;
  hasFormulaAt(index: number): boolean;
  /** How its text begins (`openingOf`); undefined where that is not known. */
  openingAt(index: number): number | undefined;
  cellAt(index: number): GridCell;
}

/** The cells of a row one by one, for whoever looks at all of them and needs few. */
export function oneByOne(row: GridRow): CellsOneByOne {
  return row.oneByOne ?? new MadeCells(row.cells);
}

/** Cells that are all there. */
class MadeCells implements CellsOneByOne {
  constructor(private readonly cells: readonly GridCell[]) {}

  get count(): number {
    return this.cells.length;
  }

  columnAt(index: number): number {
    return this.cellAt(index).column;
  }

  hasFormulaAt(index: number): boolean {
    return hasFormula(this.cellAt(index));
  }

  openingAt(index: number): number | undefined {
    return this.cells[index]?.opening;
  }

  cellAt(index: number): GridCell {
    const cell = this.cells[index];
    if (!cell) throw new Error('broken promise: nobody asks for a cell beyond the last one');
    return cell;
  }
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

export interface GridSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Ascending by row; rows without any value are left out. */
  readonly rows: readonly GridRow[];
  /** Ranges of cells that are shown as one, e.g. `E6:E7`; only the first cell of each holds a value. */
  readonly merges: readonly string[];
  /** Where cells lead to, by address: `https://…`, `#'Profile'!B6`. Left out where nothing does. */
  readonly links?: ReadonlyMap<string, string>;
  /** What people have said of cells in comments, by address. Left out where nobody has. */
  readonly comments?: ReadonlyMap<string, string>;
  /** What tells the fill of each cell from others, by address; cells without one are left out. Looked up when it is asked for. */
  readonly fills?: () => ReadonlyMap<string, string>;
}

/** A defined name and the text it stands for, e.g. `'Calc'!$B$4`. */
export interface GridName {
  readonly name: string;
  readonly refersTo: string;
}

export interface Grid {
  /** In the order of the workbook's tabs. */
  readonly sheets: readonly GridSheet[];
  readonly names: readonly GridName[];
  /** True where day 0 of date serials is 1 January 1904 instead of the usual calendar. */
  readonly date1904: boolean;
}

/** The row with number `row`, by binary search. */
export function findRow(sheet: GridSheet, row: number): GridRow | undefined {
  let low = 0;
  let high = sheet.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sheet.rows[middle];
    if (found === undefined) return undefined;
    if (found.row === row) return found;
    if (found.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The rows from one number on, up to another one that is left out. */
export function* rowsFrom({ rows }: GridSheet, from: number, to: number): Generator<GridRow> {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (; low < rows.length; low += 1) {
    const row = rows[low];
    if (!row || row.row >= to) return;
    yield row;
  }
}

/** The cell of a row in `column`, by binary search. */
export function findCell(row: GridRow | undefined, column: number): GridCell | undefined {
  if (row === undefined) return undefined;
  if (row.oneByOne) return findPacked(row.oneByOne, column);
  const { cells } = row;
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = cells[middle];
    if (found === undefined || found.column === column) return found;
    if (found.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The same among cells that are made when they are asked for. */
function findPacked(cells: CellsOneByOne, column: number): GridCell | undefined {
  let low = 0;
  let high = cells.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = cells.columnAt(middle);
    if (found === column) return cells.cellAt(middle);
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** A cell's text where it holds text, otherwise undefined. */
export function textOf(cell: GridCell | undefined): string | undefined {
  return cell?.value?.kind === 'text' ? cell.value.text : undefined;
}

/** What is made of what stands in a cell, once for all cells that share a text. */
export function madeOf(value: CellValue | undefined, make: (text: string) => string): string {
  return value?.kind === 'text' && value.once ? value.once(make) : make(describeValue(value));
}

const trim = (text: string): string => text.trim();

/** As `describeValue`, without spaces around. */
export function bareText(value: CellValue | undefined): string {
  return madeOf(value, trim);
}

/** A cell's text as `normalize` has it; `''` for one that holds no text, or more than any word of ours. */
export function spelledText(cell: GridCell | undefined): string {
  const value = cell?.value;
  return value?.kind === 'text' ? madeOf(value, spelled) : '';
}

/** What a person would say stands in the cell; `''` for nothing. */
export function describeValue(value: CellValue | undefined): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
  }
}
