/** Backward: finds our tables in a workbook that people have edited. By keys, names and words, never by address. */
import { diagnose, suggest, type Report } from '../diagnostic/diagnostic.js';
import { parseA1, splitReference, toA1 } from '../grid/address.js';
import {
  describeValue,
  findCell,
  findRow,
  textOf,
  type GridCell,
  type GridName,
  type GridRow,
  type GridSheet,
} from '../grid/grid.js';
import { normalize } from '../assessment/read-cell.js';
import type { InputTable } from './inputs.js';
import { keyMark } from './place.js';
import { nearest } from './same-words.js';

const MARK = keyMark('');

/** A key row of ours: the hidden row above a table's headers. */
export interface Mark {
  readonly table: string;
  readonly sheet: GridSheet;
  readonly row: number;
  readonly column: number;
}

/** How many filled cells of a row may stand before the mark: it is the first, unless a column was put in before it. */
const MARK_WITHIN = 2;

/** Every key row on the sheets, in reading order. */
export function findMarks(sheets: readonly GridSheet[]): Mark[] {
  const marks: Mark[] = [];
  for (const sheet of sheets) {
    for (const { row, cells } of sheet.rows) {
      for (let i = 0; i < cells.length && i < MARK_WITHIN; i += 1) {
        const text = textOf(cells[i]);
        if (text?.startsWith(MARK))
          marks.push({ table: text.slice(MARK.length), sheet, row, column: cells[i]?.column ?? 0 });
      }
    }
  }
  return marks;
}

/** A cell to be filled in, where it was found. */
export interface LocatedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell | undefined;
}

export const addressOf = (located: LocatedCell): string => toA1(located);

export interface LocatedTable {
  /** By row key, then column. Rows and columns that are missing were reported and are absent. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, LocatedCell>>;
}

/** What is looked through. */
export interface Found {
  readonly sheets: readonly GridSheet[];
  readonly marks: readonly Mark[];
  readonly names: () => readonly GridName[];
}

/**
 * Finds one table: by its key row, else by its heading words, else by its defined names. Within it a column by its heading
 * or key, a row by its id or, with a warning, by its words. Reports what is missing, doubled, moved or unknown.
 */
export function locateTable(table: InputTable, found: Found, report: Report): LocatedTable | undefined {
  const marks = found.marks.filter((each) => each.table === table.id);
  const mark = marks.find(({ sheet }) => sheet.name === table.sheet) ?? marks[0];
  const head = mark
    ? headFromMark(mark, table, found, report)
    : (headFromWords(table, found.sheets) ?? headFromNames(table, found));
  if (!head) {
    const cells = cellsFromNames(table, found);
    report(diagnose(cells ? 'found-by-name' : 'missing-sheet', {}, { expected: [table.sheet] }));
    return cells;
  }
  for (const { id, header } of table.columns) {
    if (!head.columns.has(id))
      report(diagnose('missing-column', { sheet: head.sheet.name }, { expected: [header], field: id }));
  }
  const rows = rowsBelow(head, table, found, report);
  for (const copy of marks) if (copy !== mark) compareCopy(copy, table, found, rows, report);
  reportMerged(head.sheet, rows, table, report);
  return { rows };
}

/** True if the table can be found at all, by whatever way. */
export function hasTable(table: InputTable, { marks, ...found }: Found): boolean {
  if (marks.some((each) => each.table === table.id)) return true;
  return (headFromWords(table, found.sheets) ?? headFromNames(table, { marks, ...found })) !== undefined;
}

const isObjective = (table: InputTable): boolean => table.id === 'answers';
const about = (table: InputTable, key: string): { objective?: string } =>
  isObjective(table) ? { objective: key } : {};

type Rows = Map<string, Map<string, LocatedCell>>;

/** What makes a key the same key: case, spaces and dashes don't. */
const sameKey = (key: string): string => normalize(key).replace(/[\s_-]+/g, '');

function rowsBelow(head: Head, table: InputTable, { marks }: Found, report: Report): Rows {
  const { sheet } = head;
  const end = marks.find((each) => each.sheet === sheet && each.row > head.row)?.row ?? Number.POSITIVE_INFINITY;
  const rows: Rows = new Map();
  const strange: { row: GridRow; key: string }[] = [];
  let loose: Map<string, string> | undefined;
  for (const row of sheet.rows) {
    if (row.row <= head.row || row.row >= end) continue;
    const typed = describeValue(findCell(row, head.keyColumn)?.value).trim();
    let key: string | undefined = table.rows.has(typed) ? typed : undefined;
    if (key === undefined && typed !== '') {
      loose ??= new Map([...table.rows.keys()].map((each) => [sameKey(each), each]));
      key = loose.get(sameKey(typed));
    }
    if (key === undefined) strange.push({ row, key: typed });
    else if (rows.has(key)) {
      const first = [...(rows.get(key)?.values() ?? [])][0];
      const at = { sheet: sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
      report(
        diagnose('duplicate-row', at, { found: key, detail: first ? addressOf(first) : '', ...about(table, key) }),
      );
    } else rows.set(key, cellsOf(row, head));
  }
  findByWords(strange, head, table, rows, report);
  for (const key of table.rows.keys()) {
    if (!rows.has(key))
      report(diagnose('missing-row', { sheet: sheet.name }, { expected: [key], ...about(table, key) }));
  }
  return rows;
}

/** Rows without an id of ours: those whose words are those of a missing row are it; inputs in the others are reported. */
function findByWords(
  strange: readonly { row: GridRow; key: string }[],
  head: Head,
  table: InputTable,
  rows: Rows,
  report: Report,
): void {
  for (const { row, key } of strange) {
    const words = head.describedColumn === undefined ? undefined : textOf(findCell(row, head.describedColumn));
    const missing = words === undefined ? [] : [...table.words].filter(([each]) => !rows.has(each));
    const match = words === undefined ? undefined : nearest(words, missing);
    if (match === undefined) {
      reportStrayInputs(row, key, head, table, report);
      continue;
    }
    rows.set(match, cellsOf(row, head));
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
    report(diagnose('found-by-text', at, { found: key, expected: [match], ...about(table, match) }));
  }
}

interface Head {
  readonly sheet: GridSheet;
  /** The last row above the data that is known: key row or header row. */
  readonly row: number;
  readonly keyColumn: number;
  readonly describedColumn: number | undefined;
  readonly columns: ReadonlyMap<string, number>;
}

function headFromMark(mark: Mark, table: InputTable, found: Found, report: Report): Head {
  const { sheet } = mark;
  const keyRow = findRow(sheet, mark.row);
  const headerRow = headerRowBelow(mark, table);
  const headings = headerRow === undefined ? undefined : columnsByWords(findRow(sheet, headerRow), table);
  const byKey = (id: string): number | undefined =>
    keyRow?.cells.find((each) => each.column !== mark.column && textOf(each) === id)?.column;
  const columns = new Map<string, number>();
  for (const { id, header, name } of table.columns) {
    const [keyed, headed] = [byKey(id), headings?.get(id)];
    // People see the heading, not the hidden key: where both are there and differ, the heading says what was meant.
    if (keyed !== undefined && headed !== undefined && keyed !== headed && headerRow !== undefined) {
      const at = { sheet: sheet.name, cell: toA1({ row: headerRow, column: headed }) };
      report(diagnose('column-moved', at, { found: header, field: id }));
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
  };
}

/** A name may be left pointing to where another column has moved: one that has a key is that key's. */
function spareColumn(column: number | undefined, keyRow: GridRow | undefined): number | undefined {
  return column === undefined || findCell(keyRow, column)?.value ? undefined : column;
}

/** How far below a key row its headings may stand: one row for groups of columns, and one that somebody put between. */
const HEADINGS_WITHIN = 3;

function headerRowBelow(mark: Mark, table: InputTable): number | undefined {
  const heading = normalize(table.key.header);
  for (let row = mark.row + 1; row <= mark.row + HEADINGS_WITHIN; row += 1) {
    if (normalize(textOf(findCell(findRow(mark.sheet, row), mark.column)) ?? '') === heading) return row;
  }
  return undefined;
}

/** Columns by the words above them; the first of two that say the same. */
function columnsByWords(row: GridRow | undefined, table: InputTable): Map<string, number> {
  const wanted = new Map(
    [...(table.described ? [table.described] : []), ...table.columns].map(({ id, header }) => [normalize(header), id]),
  );
  const columns = new Map<string, number>();
  for (const cell of row?.cells ?? []) {
    const id = wanted.get(normalize(textOf(cell) ?? ''));
    if (id !== undefined && !columns.has(id)) columns.set(id, cell.column);
  }
  return columns;
}

/** A row that holds the key's heading and at least half of the headings of the inputs. */
function headFromWords(table: InputTable, sheets: readonly GridSheet[]): Head | undefined {
  const heading = normalize(table.key.header);
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const keyCell = row.cells.find((cell) => normalize(textOf(cell) ?? '') === heading);
      if (!keyCell) continue;
      const columns = columnsByWords(row, table);
      const describedColumn = table.described && columns.get(table.described.id);
      if (table.described && !table.columns.includes(table.described)) columns.delete(table.described.id);
      if (columns.size * 2 >= table.columns.length)
        return { sheet, row: row.row, keyColumn: keyCell.column, describedColumn, columns };
    }
  }
  return undefined;
}

/** By the defined names of whole columns, which programs move along with the cells. */
function headFromNames(table: InputTable, found: Found): Head | undefined {
  const key = spotOf(table.key.name, found);
  if (!key) return undefined;
  const columns = new Map<string, number>();
  for (const { id, name } of table.columns) {
    const column = columnFromName(name, key.sheet, found);
    if (column !== undefined) columns.set(id, column);
  }
  return columns.size === 0
    ? undefined
    : { sheet: key.sheet, row: key.row - 1, keyColumn: key.column, describedColumn: undefined, columns };
}

/** By the defined name of every single cell. */
function cellsFromNames(table: InputTable, found: Found): LocatedTable | undefined {
  const rows: Rows = new Map();
  for (const [key, inputs] of table.rows) {
    const cells = new Map<string, LocatedCell>();
    for (const [column, { name }] of inputs) {
      const spot = spotOf(name, found);
      if (spot) {
        const cell = findCell(findRow(spot.sheet, spot.row), spot.column);
        cells.set(column, { sheet: spot.sheet.name, row: spot.row, column: spot.column, cell });
      }
    }
    if (cells.size > 0) rows.set(key, cells);
  }
  return rows.size > 0 ? { rows } : undefined;
}

interface Spot {
  readonly sheet: GridSheet;
  readonly row: number;
  readonly column: number;
}

/** The first cell that a defined name stands for. */
function spotOf(name: string | undefined, { names, sheets }: Found): Spot | undefined {
  if (name === undefined) return undefined;
  const refersTo = names().find((each) => each.name === name)?.refersTo ?? '';
  const { sheet: sheetName, address } = splitReference(refersTo);
  const sheet = sheets.find((each) => each.name === sheetName);
  const place = parseA1(address.split(':')[0] ?? '');
  return sheet && place ? { sheet, ...place } : undefined;
}

function columnFromName(name: string | undefined, sheet: GridSheet, found: Found): number | undefined {
  const spot = spotOf(name, found);
  return spot?.sheet === sheet ? spot.column : undefined;
}

function cellsOf(row: GridRow, head: Head): Map<string, LocatedCell> {
  const cells = new Map<string, LocatedCell>();
  for (const [id, column] of head.columns)
    cells.set(id, { sheet: head.sheet.name, row: row.row, column, cell: findCell(row, column) });
  return cells;
}

/** A row that is not one of ours but has something in our input columns: nobody's answer must vanish unseen. */
function reportStrayInputs(row: GridRow, key: string, head: Head, table: InputTable, report: Report): void {
  const headers = new Set(table.columns.map(({ header }) => normalize(header)));
  const filled = [...head.columns.values()].flatMap((column) => {
    const cell = findCell(row, column);
    return cell && (cell.value ?? cell.formula) !== undefined && !headers.has(normalize(describeValue(cell.value)))
      ? [cell]
      : [];
  });
  if (filled.length === 0) return;
  const suggestion = suggest(key, [...table.rows.keys()]);
  if (key !== '') {
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
    report(diagnose('unknown-row', at, { found: key, ...(suggestion ? { suggestion } : {}) }));
  }
  for (const { column, value, formula } of filled) {
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column }) };
    report(diagnose('input-not-used', at, { found: value ? describeValue(value) : `=${formula ?? ''}` }));
  }
}

/** A sheet that somebody has copied brings its tables along. */
function compareCopy(copy: Mark, table: InputTable, found: Found, used: Rows, report: Report): void {
  const quiet: Report = () => undefined;
  const rows = rowsBelow(headFromMark(copy, table, found, quiet), table, found, quiet);
  let differs = false;
  for (const [key, cells] of rows) {
    for (const [column, located] of cells) {
      const here = describeValue(located.cell?.value).trim();
      const first = used.get(key)?.get(column);
      const there = describeValue(first?.cell?.value).trim();
      if (here === there) continue;
      differs = true;
      const at = { sheet: located.sheet, cell: addressOf(located) };
      const detail = first ? `${first.sheet}!${addressOf(first)}` : table.sheet;
      report(
        diagnose('conflicting-copy', at, {
          found: here,
          expected: [there],
          detail,
          field: column,
          ...about(table, key),
        }),
      );
    }
  }
  if (!differs)
    report(diagnose('duplicate-sheet', { sheet: copy.sheet.name, cell: toA1(copy) }, { detail: table.sheet }));
}

/** Of merged cells only the first holds a value: whoever merged them may have meant it for all. */
function reportMerged(sheet: GridSheet, rows: Rows, table: InputTable, report: Report): void {
  const merges = sheet.merges.flatMap((range) => {
    const [from, to] = range.split(':').map(parseA1);
    return from && to ? [{ from, to, range }] : [];
  });
  if (merges.length === 0) return;
  for (const [key, cells] of rows) {
    for (const [field, located] of cells) {
      const { row, column } = located;
      const merge = merges.find(
        ({ from, to }) =>
          row >= from.row &&
          row <= to.row &&
          column >= from.column &&
          column <= to.column &&
          !(row === from.row && column === from.column),
      );
      if (!merge) continue;
      const at = { sheet: sheet.name, cell: addressOf(located) };
      report(diagnose('merged-cells', at, { found: merge.range, field, ...about(table, key) }));
    }
  }
}
