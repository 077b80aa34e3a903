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
import { hostile } from '../xlsx/fault.js';

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

/** A workbook of ours has about 20; with every sheet copied a few times, still fewer than these. */
const MOST_MARKS = 200;

/** Every key row on the sheets, in reading order. Throws a `FileFault` where there are more than people make. */
export function findMarks(sheets: readonly GridSheet[]): Mark[] {
  const marks: Mark[] = [];
  for (const sheet of sheets) {
    for (const { row, cells } of sheet.rows) {
      for (let i = 0; i < cells.length && i < MARK_WITHIN; i += 1) {
        const text = textOf(cells[i]);
        if (!text?.startsWith(MARK)) continue;
        marks.push({ table: text.slice(MARK.length), sheet, row, column: cells[i]?.column ?? 0 });
        if (marks.length > MOST_MARKS) throw hostile(`it holds more than ${MOST_MARKS} key rows of tables`);
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
  /** All tables that are looked for. */
  readonly tables: readonly InputTable[];
  /** Sheets that are issued without inputs: their headings are alike, and nothing on them is an answer. */
  readonly others: ReadonlySet<string>;
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
    : (headFromWords(table, sheetsWithInputs(found)) ?? headFromNames(table, found));
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
  for (const copy of marks) if (copy !== mark) readCopy(copy, table, found, rows, report);
  for (const key of table.rows.keys()) {
    if (!rows.has(key))
      report(diagnose('missing-row', { sheet: head.sheet.name }, { expected: [key], ...about(table, key) }));
  }
  reportColumns(head, rows, report);
  reportMerged(head.sheet, rows, table, report);
  return { rows };
}

const sheetsWithInputs = ({ sheets, others }: Found): GridSheet[] => sheets.filter(({ name }) => !others.has(name));

/** True if the table can be found at all, by whatever way. */
export function hasTable(table: InputTable, found: Found): boolean {
  if (found.marks.some((each) => each.table === table.id)) return true;
  return (headFromWords(table, sheetsWithInputs(found)) ?? headFromNames(table, found)) !== undefined;
}

const isObjective = (table: InputTable): boolean => table.id === 'answers';
const about = (table: InputTable, key: string): { objective?: string } =>
  isObjective(table) ? { objective: key } : {};

type Rows = Map<string, Map<string, LocatedCell>>;

/** What makes a key the same key: case, spaces and dashes don't. */
const sameKey = (key: string): string => (key.length > LONGEST_KEY ? '' : normalize(key).replace(/[\s_-]+/g, ''));
/** No id or heading of ours is nearly as long; longer texts are not looked at, since they may be very long. */
const LONGEST_KEY = 200;
/** Rows without an id of ours that are looked at closely; a table of ours has fewer rows in all. */
const MOST_STRANGE = 400;

/** Where the next table begins on the same sheet, by its key row or else by its headings. */
function endOf({ sheet, row }: Head, table: InputTable, { marks, tables }: Found): number {
  const below = (rows: readonly (number | undefined)[]): number[] =>
    rows.filter((each) => each !== undefined).filter((each) => each > row);
  const marked = below(marks.map((each) => (each.sheet === sheet ? each.row : undefined)));
  const isMarked = marks.some((each) => each.sheet === sheet && each.table === table.id);
  const headed = isMarked
    ? []
    : below(tables.map((each) => (each !== table ? headFromWords(each, [sheet])?.row : undefined)));
  return Math.min(Number.POSITIVE_INFINITY, ...marked, ...headed);
}

function rowsBelow(head: Head, table: InputTable, found: Found, report: Report): Rows {
  const { sheet } = head;
  const end = endOf(head, table, found);
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
      reportUnused(cellsOf(row, head), rows.get(key), table, key, report);
    } else rows.set(key, cellsOf(row, head));
  }
  reportMixedUp(rows, head, table, report);
  findByWords(strange, head, table, rows, report);
  return rows;
}

/** Inputs of a row that is not read, where they say something else than the one that is. */
function reportUnused(
  cells: ReadonlyMap<string, LocatedCell>,
  read: ReadonlyMap<string, LocatedCell> | undefined,
  table: InputTable,
  key: string,
  report: Report,
): void {
  for (const [field, located] of cells) {
    const here = shownIn(located.cell);
    if (here === '' || here === shownIn(read?.get(field)?.cell)) continue;
    const at = { sheet: located.sheet, cell: addressOf(located) };
    report(diagnose('input-not-used', at, { found: here, field, ...about(table, key) }));
  }
}

const shownIn = (cell: GridCell | undefined): string =>
  cell?.formula === undefined ? describeValue(cell?.value).trim() : `=${cell.formula}`;

/** Rows whose words are those of another row: ids and words were sorted apart. */
function reportMixedUp(rows: Rows, head: Head, table: InputTable, report: Report): void {
  const { describedColumn, keyColumn, sheet } = head;
  if (describedColumn === undefined || table.keyOfWords.size === 0) return;
  for (const [key, cells] of rows) {
    const [first] = cells.values();
    const row = first && findRow(sheet, first.row);
    const words = textOf(findCell(row, describedColumn));
    if (row === undefined || words === undefined || words === table.words.get(key)) continue;
    const other = table.keyOfWords.get(words);
    if (other === undefined) continue;
    const at = { sheet: sheet.name, cell: toA1({ row: row.row, column: keyColumn }) };
    report(diagnose('row-mixed-up', at, { found: key, expected: [other], ...about(table, key) }));
  }
}

/** Columns that are there twice with different content, and columns of people's own with anything in our rows. */
function reportColumns({ sheet, row, heads, columns }: Head, rows: Rows, report: Report): void {
  const ours = new Map<number, string>([...columns].map(([id, column]) => [column, id]));
  if (heads === undefined) return;
  const places = new Map<number, string>();
  for (const [key, cells] of rows) {
    const [first] = cells.values();
    if (first?.sheet === sheet.name) places.set(first.row, key);
  }
  const foreign = new Map<number, { filled: number; differs: boolean; id: string | undefined }>();
  for (const each of sheet.rows) {
    const key = places.get(each.row);
    if (key === undefined) continue;
    for (const cell of each.cells) {
      if (ours.has(cell.column)) continue;
      const head = heads.get(cell.column);
      if (head?.is === 'issued') continue;
      const seen = foreign.get(cell.column) ?? {
        filled: 0,
        differs: false,
        id: head?.is === 'input' ? head.id : undefined,
      };
      const here = shownIn(cell);
      if (here === '') continue;
      seen.filled += 1;
      if (seen.id !== undefined) seen.differs ||= here !== shownIn(rows.get(key)?.get(seen.id)?.cell);
      foreign.set(cell.column, seen);
    }
  }
  for (const [column, { filled, differs, id }] of foreign) {
    const at = { sheet: sheet.name, cell: toA1({ row, column }) };
    const found = textOf(findCell(findRow(sheet, row), column));
    if (id !== undefined && differs) {
      const first = toA1({ row, column: columns.get(id) ?? 0 });
      report(diagnose('duplicate-column', at, { ...(found ? { found } : {}), detail: first, field: id }));
    } else if (id === undefined)
      report(diagnose('unknown-column', at, { ...(found ? { found } : {}), detail: String(filled) }));
  }
}

/** Rows without an id of ours: those whose words are those of a missing row are it; inputs in the others are reported. */
function findByWords(
  strange: readonly { row: GridRow; key: string }[],
  head: Head,
  table: InputTable,
  rows: Rows,
  report: Report,
): void {
  for (const [index, { row, key }] of strange.entries()) {
    if (index >= MOST_STRANGE) {
      reportStrayInputs(row, key, head, table, report, { suggesting: false });
      continue;
    }
    const words = head.describedColumn === undefined ? undefined : textOf(findCell(row, head.describedColumn));
    const missing = words === undefined ? [] : [...table.words].filter(([each]) => !rows.has(each));
    const match = words === undefined ? undefined : nearest(words, missing);
    if (match === undefined) {
      reportStrayInputs(row, key, head, table, report, { suggesting: true });
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
  /** What the columns are, by number; those that are not in it are foreign. undefined: nothing is known of them. */
  readonly heads: ReadonlyMap<number, ColumnKind> | undefined;
}

/** An issued column without inputs, or one of an input (of which the first is read). */
type ColumnKind = { readonly is: 'issued' } | { readonly is: 'input'; readonly id: string };

/** What each column is, by its key and its heading. */
function kindsOf(rows: readonly (GridRow | undefined)[], table: InputTable): Map<number, ColumnKind> {
  const byHeading = new Map(table.columns.map(({ id, header }) => [normalize(header), id]));
  const inputs = new Set(table.columns.map(({ id }) => id));
  const kinds = new Map<number, ColumnKind>();
  for (const row of rows) {
    for (const cell of row?.cells ?? []) {
      const text = textOf(cell);
      if (text === undefined || text.length > LONGEST_KEY) continue;
      const heading = normalize(text);
      const id = inputs.has(text) ? text : byHeading.get(heading);
      if (id !== undefined) kinds.set(cell.column, { is: 'input', id });
      else if (table.issued.ids.has(text) || table.issued.headers.has(heading))
        kinds.set(cell.column, { is: 'issued' });
    }
  }
  return kinds;
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
    heads: kindsOf([keyRow, headerRow === undefined ? undefined : findRow(sheet, headerRow)], table).set(mark.column, {
      is: 'issued',
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
        return {
          sheet,
          row: row.row,
          keyColumn: keyCell.column,
          describedColumn,
          columns,
          heads: kindsOf([row], table).set(keyCell.column, { is: 'issued' }),
        };
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
    : {
        sheet: key.sheet,
        row: key.row - 1,
        keyColumn: key.column,
        describedColumn: undefined,
        columns,
        heads: undefined,
      };
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
function reportStrayInputs(
  row: GridRow,
  key: string,
  head: Head,
  table: InputTable,
  report: Report,
  { suggesting }: { readonly suggesting: boolean },
): void {
  const isHeading = (cell: GridCell): boolean => {
    const text = describeValue(cell.value);
    return text.length <= LONGEST_KEY && table.issued.headers.has(normalize(text));
  };
  const filled = [...head.columns.values()].flatMap((column) => {
    const cell = findCell(row, column);
    return cell && shownIn(cell) !== '' && !isHeading(cell) ? [cell] : [];
  });
  if (filled.length === 0) return;
  if (key !== '') {
    const suggestion = suggesting ? suggest(key, [...table.rows.keys()]) : undefined;
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
    report(diagnose('unknown-row', at, { found: key, ...(suggestion ? { suggestion } : {}) }));
  }
  for (const cell of filled) {
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: cell.column }) };
    report(diagnose('input-not-used', at, { found: shownIn(cell) }));
  }
}

/** A sheet that somebody has copied brings its tables along; rows that the first lacks are read from the copy. */
function readCopy(copy: Mark, table: InputTable, found: Found, used: Rows, report: Report): void {
  const quiet: Report = () => undefined;
  const rows = rowsBelow(headFromMark(copy, table, found, quiet), table, found, quiet);
  const at = { sheet: copy.sheet.name, cell: toA1(copy) };
  const more = [...rows].filter(([key]) => !used.has(key));
  const differs = [...rows].filter(([key, cells]) => compareRow(cells, used.get(key), table, key, report)).length > 0;
  for (const [key, cells] of more) used.set(key, cells);
  if (more.length > 0) report(diagnose('table-continued', at, { found: String(more.length), detail: table.sheet }));
  else if (!differs) report(diagnose('duplicate-sheet', at, { detail: table.sheet }));
}

/** Reports every input of a copied row that says something else than the one that is read; true if there is any. */
function compareRow(
  cells: ReadonlyMap<string, LocatedCell>,
  read: ReadonlyMap<string, LocatedCell> | undefined,
  table: InputTable,
  key: string,
  report: Report,
): boolean {
  let differs = false;
  for (const [column, located] of read ? cells : []) {
    const first = read?.get(column);
    const [here, there] = [shownIn(located.cell), shownIn(first?.cell)];
    if (here === there) continue;
    differs = true;
    const at = { sheet: located.sheet, cell: addressOf(located) };
    const detail = first ? `${first.sheet}!${addressOf(first)}` : table.sheet;
    const facts = { found: here, expected: [there], detail, field: column };
    report(diagnose('conflicting-copy', at, { ...facts, ...about(table, key) }));
  }
  return differs;
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
