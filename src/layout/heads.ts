/** Where a table's head stands in a workbook that people have edited: by its key row, its heading words, or defined names. */
import type { Comparing } from '../diagnostic/distance.js';
import { find, type Report } from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';
import { parseA1, splitReference, toA1 } from '../grid/address.js';
import {
  bareText,
  findCell,
  findRow,
  oneByOne,
  spelledText,
  textOf,
  type GridCell,
  type GridName,
  type GridRow,
  type GridSheet,
} from '../grid/grid.js';
import { openingsOf } from '../grid/opening.js';
import { hostile } from '../xlsx/fault.js';
import type { InputTable } from './inputs.js';
import { keyMark } from './draft.js';

const MARK = keyMark('');
const MARK_OPENINGS = openingsOf([MARK]);

/** A key row of ours: the low row above a table's headers. */
export interface Mark {
  readonly table: string;
  readonly sheet: GridSheet;
  readonly row: number;
  readonly column: number;
}

/** How many filled cells of a row may stand before the mark: it is the first, unless a column was put in before it. */
const MARK_WITHIN = 2;

/** Every key row on the sheets, in reading order. Throws a `FileFault` where there are more than people make. */
export function findMarks(sheets: readonly GridSheet[]): Mark[] {
  const marks: Mark[] = [];
  for (const sheet of sheets) {
    for (const each of sheet.rows) {
      const cells = oneByOne(each);
      for (let i = 0; i < cells.count && i < MARK_WITHIN; i += 1) {
        const opening = cells.openingAt(i);
        if (opening !== undefined && !MARK_OPENINGS.has(opening)) continue;
        const text = textOf(cells.cellAt(i));
        if (!text?.startsWith(MARK)) continue;
        marks.push({ table: text.slice(MARK.length), sheet, row: each.row, column: cells.columnAt(i) });
        if (marks.length > LIMITS.keyRows) throw hostile('too-many-key-rows', { most: LIMITS.keyRows });
      }
    }
  }
  return marks;
}

/** Columns that are looked for one by one. */
const FEW_COLUMNS = 4;

/**
 * Gives each text below key rows, in their columns; each cell once, however many key rows stand above it. `bare`: without
 * spaces around.
 */
export function textsBelow(
  marks: readonly Pick<Mark, 'sheet' | 'row' | 'column'>[],
  take: (bare: string, text: string, sheet: GridSheet, row: GridRow, column: number) => void,
): void {
  /** By sheet, then column: the first key row. */
  const columns = new Map<GridSheet, Map<number, number>>();
  for (const { sheet, row, column } of marks) {
    const rows = columns.get(sheet) ?? new Map<number, number>();
    columns.set(sheet, rows.set(column, Math.min(row, rows.get(column) ?? row)));
  }
  for (const [sheet, firsts] of columns) {
    const look = (row: GridRow, cell: GridCell | undefined, first: number | undefined): void => {
      const value = cell && first !== undefined && row.row > first ? cell.value : undefined;
      if (cell && value?.kind === 'text') take(bareText(value), value.text, sheet, row, cell.column);
    };
    for (const row of sheet.rows) {
      // Usually it is one column; of many, each row is walked through once.
      if (firsts.size > FEW_COLUMNS) for (const cell of row.cells) look(row, cell, firsts.get(cell.column));
      else for (const [column, first] of firsts) look(row, findCell(row, column), first);
    }
  }
}

/** What is looked through. */
export interface Found {
  readonly sheets: readonly GridSheet[];
  readonly marks: readonly Mark[];
  /** What each defined name stands for. */
  readonly names: () => ReadonlyMap<string, string>;
  /** All tables that are looked for. */
  readonly tables: readonly InputTable[];
  /** Sheets that are issued without inputs: their headings are alike, and nothing on them is an answer. */
  readonly others: ReadonlySet<string>;
  /** What may still be spent on telling texts that were retyped. */
  readonly comparing: Comparing;
}

/** What each defined name stands for; the first of two that are called the same. */
export function byName(names: readonly GridName[]): ReadonlyMap<string, string> {
  return new Map([...names].reverse().map(({ name, refersTo }) => [name, refersTo]));
}

export const sheetsWithInputs = ({ sheets, others }: Found): GridSheet[] =>
  sheets.filter(({ name }) => !others.has(name));

/** No id or heading of ours is nearly as long; longer texts are not looked at, since they may be very long. */
export const LONGEST_KEY = 200;

export interface Head {
  readonly sheet: GridSheet;
  /** The last row above the data that is known: key row or header row. */
  readonly row: number;
  readonly keyColumn: number;
  readonly describedColumn: number | undefined;
  readonly columns: ReadonlyMap<string, number>;
  /** What the columns are, by number; those that are not in it are foreign. undefined: nothing is known of them. */
  readonly heads: ReadonlyMap<number, ColumnKind> | undefined;
}

/** An issued column without inputs, or one of an input (of which the first is read). */
type ColumnKind = { readonly is: 'issued'; readonly id: string } | { readonly is: 'input'; readonly id: string };

/** What each column is, by its key and its heading. */
function kindsOf(rows: readonly (GridRow | undefined)[], table: InputTable): Map<number, ColumnKind> {
  const { inputs, byHeading } = table.headings;
  const kinds = new Map<number, ColumnKind>();
  for (const row of rows) {
    for (const cell of row?.cells ?? []) {
      const text = textOf(cell);
      if (text === undefined || text.length > LONGEST_KEY) continue;
      const heading = spelledText(cell);
      const id = inputs.has(text) ? text : byHeading.get(heading);
      if (id !== undefined) kinds.set(cell.column, { is: 'input', id });
      else {
        const issued = table.issued.ids.has(text) ? text : table.issued.headers.get(heading);
        if (issued !== undefined) kinds.set(cell.column, { is: 'issued', id: issued });
      }
    }
  }
  return kinds;
}

export function headFromMark(mark: Mark, table: InputTable, found: Found, report: Report): Head {
  const { sheet } = mark;
  const keyRow = findRow(sheet, mark.row);
  const headerRow = headerRowBelow(mark, table);
  const headings = headerRow === undefined ? undefined : columnsByWords(findRow(sheet, headerRow), table);
  const byKey = (id: string): number | undefined =>
    keyRow?.cells.find((each) => each.column !== mark.column && textOf(each) === id)?.column;
  const columns = new Map<string, number>();
  for (const { id, header, name } of table.columns) {
    const [keyed, headed] = [byKey(id), headings?.get(id)];
    // People see the heading, not the key: where both are there and differ, the heading says what was meant.
    if (keyed !== undefined && headed !== undefined && keyed !== headed && headerRow !== undefined) {
      const at = { sheet: sheet.name, cell: toA1({ row: headerRow, column: headed }) };
      report(find('column-moved', { ...at, field: id }, { found: header }));
    }
    const column = headed ?? keyed ?? spareColumn(columnFromName(name, sheet, found), keyRow);
    if (column !== undefined) columns.set(id, column);
  }
  const { described } = table;
  return {
    sheet,
    row: headerRow ?? mark.row,
    keyColumn: mark.column,
    describedColumn: described && (byKey(described.id) ?? headings?.get(described.id)),
    columns,
    heads: kindsOf([keyRow, headerRow === undefined ? undefined : findRow(sheet, headerRow)], table).set(mark.column, {
      is: 'issued',
      id: table.key.id,
    }),
  };
}

/** A name may be left pointing to where another column has moved: one that has a key is that key's. */
function spareColumn(column: number | undefined, keyRow: GridRow | undefined): number | undefined {
  return column === undefined || findCell(keyRow, column)?.value ? undefined : column;
}

/** How far below a key row its headings may stand: one row for groups of columns, and one that somebody put between. */
const HEADINGS_WITHIN = 3;

function headerRowBelow(mark: Mark, table: InputTable): number | undefined {
  const heading = table.headings.key;
  for (let row = mark.row + 1; row <= mark.row + HEADINGS_WITHIN; row += 1) {
    if (spelledText(findCell(findRow(mark.sheet, row), mark.column)) === heading) return row;
  }
  return undefined;
}

/** Columns by the words above them; the first of two that say the same. */
function columnsByWords(row: GridRow | undefined, table: InputTable): Map<string, number> {
  const { wanted } = table.headings;
  const columns = new Map<string, number>();
  for (const cell of row?.cells ?? []) {
    const id = wanted.get(spelledText(cell));
    if (id !== undefined && !columns.has(id)) columns.set(id, cell.column);
  }
  return columns;
}

/**
 * A row that holds the key's heading and at least half of the headings of the inputs, and is not below the key row of
 * another table: two tables may have headings alike.
 */
export function headFromWords(
  table: InputTable,
  sheets: readonly GridSheet[],
  marks: readonly Mark[] = [],
): Head | undefined {
  const heading = table.headings.key;
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const keyCell = row.cells.find((cell) => spelledText(cell) === heading);
      if (!keyCell) continue;
      if (marks.some((mark) => mark.sheet === sheet && mark.row === row.row - 1 && mark.table !== table.id)) continue;
      const columns = columnsByWords(row, table);
      const describedColumn = table.described && columns.get(table.described.id);
      if (table.described && !table.columns.includes(table.described)) columns.delete(table.described.id);
      if (columns.size * 2 >= table.columns.length)
        return {
          sheet,
          row: row.row,
          keyColumn: keyCell.column,
          describedColumn,
          columns,
          heads: kindsOf([row], table).set(keyCell.column, { is: 'issued', id: table.key.id }),
        };
    }
  }
  return undefined;
}

/** By the defined names of whole columns, which programs move along with the cells. */
export function headFromNames(table: InputTable, found: Found): Head | undefined {
  const key = spotOf(table.key.name, found);
  if (!key) return undefined;
  const columns = new Map<string, number>();
  for (const { id, name } of table.columns) {
    const column = columnFromName(name, key.sheet, found);
    if (column !== undefined) columns.set(id, column);
  }
  return columns.size === 0
    ? undefined
    : {
        sheet: key.sheet,
        row: table.isFramed ? key.row : key.row - 1,
        keyColumn: key.column,
        describedColumn: undefined,
        columns,
        heads: undefined,
      };
}

interface Spot {
  readonly sheet: GridSheet;
  readonly row: number;
  readonly column: number;
}

/** The first cell that a defined name stands for. */
export function spotOf(name: string | undefined, { names, sheets }: Found): Spot | undefined {
  if (name === undefined) return undefined;
  const refersTo = names().get(name) ?? '';
  const { sheet: sheetName, address } = splitReference(refersTo);
  const sheet = sheets.find((each) => each.name === sheetName);
  const place = parseA1(address.split(':')[0] ?? '');
  return sheet && place ? { sheet, ...place } : undefined;
}

function columnFromName(name: string | undefined, sheet: GridSheet, found: Found): number | undefined {
  const spot = spotOf(name, found);
  return spot?.sheet === sheet ? spot.column : undefined;
}
