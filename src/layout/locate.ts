/** Backward: finds our tables in a workbook that people have edited. By keys, names and words, never by address. */
import type { Comparing } from '../diagnostic/distance.js';
import { find, type Report } from '../diagnostic/finding.js';
import { toA1 } from '../grid/address.js';
import { bareText, findCell, findRow, madeOf, rowsFrom, textOf, type CellValue, type GridRow } from '../grid/grid.js';
import { normalize } from '../grid/spelling.js';
import {
  headFromMark,
  headFromNames,
  headFromWords,
  LONGEST_KEY,
  sheetsWithInputs,
  spotOf,
  type Found,
  type Head,
  type Mark,
} from './heads.js';
import type { InputTable } from './inputs.js';
import {
  about,
  affectedBy,
  affectedByChoice,
  affectedByTables,
  addressOf,
  compareRow,
  isEmpty,
  reportColumns,
  reportMerged,
  reportMixedUp,
  reportStrayInputs,
  reportUnused,
  type LocatedTable,
  type Rows,
} from './row-findings.js';
import { CellsOfRow, type LocatedCell } from './located-cells.js';
import { reportMoved } from './moved-cells.js';
import { Nearest } from './same-words.js';

/**
 * Finds one table: by its key row, else by its heading words, else by its defined names. Within it a column by its heading
 * or key, a row by its id or, with a warning, by its words. Reports what is missing, doubled, moved or unknown.
 */
export function locateTable(table: InputTable, found: Found, report: Report): LocatedTable | undefined {
  const marks = found.marks.filter((each) => each.table === table.id);
  const mark = marks.find(({ sheet }) => sheet.name === table.sheet) ?? marks[0];
  const head = mark
    ? headFromMark(mark, table, found, report)
    : (headFromWords(table, sheetsWithInputs(found), found.marks) ?? headFromNames(table, found));
  if (!head) {
    const cells = cellsFromNames(table, found);
    const affects = affectedByTables([table]);
    const gone = affects === 'nothing' ? 'sheet-removed' : 'missing-sheet';
    report(find(cells ? 'found-by-name' : gone, { affects }, { expected: [table.sheet] }));
    return cells;
  }
  for (const { id, header } of table.columns) {
    if (head.columns.has(id)) continue;
    const at = { sheet: head.sheet.name, field: id, affects: affectedBy(table, id) };
    report(find('missing-column', at, { expected: [header] }));
  }
  const rows = rowsBelow(head, table, found, report);
  for (const copy of marks) if (copy !== mark) readCopy(copy, table, found, rows, report);
  for (const key of table.rows.keys()) {
    if (!rows.has(key))
      report(find('missing-row', { sheet: head.sheet.name, ...about(table, key) }, { expected: [key] }));
  }
  reportColumns(head, rows, table, report);
  reportMerged(head.sheet, rows, table, report);
  reportMoved(table, head, found, report);
  return { rows, head };
}

/** True if the table can be found at all, by whatever way. */
export function hasTable(table: InputTable, found: Found): boolean {
  if (found.marks.some((each) => each.table === table.id)) return true;
  return (headFromWords(table, sheetsWithInputs(found), found.marks) ?? headFromNames(table, found)) !== undefined;
}

/** What makes a key the same key: case, spaces and dashes don't. */
const sameKey = (key: string): string => (key.length > LONGEST_KEY ? '' : normalize(key).replace(/[\s_-]+/g, ''));
const sameBareKey = (text: string): string => sameKey(text.trim());
const keyIn = (value: CellValue | undefined): string => madeOf(value, sameBareKey);

/** Keys of the rows of a table by what makes them the same. */
const LOOSE_KEYS = new WeakMap<InputTable, ReadonlyMap<string, string>>();

function looseKeysOf(table: InputTable): ReadonlyMap<string, string> {
  const known = LOOSE_KEYS.get(table) ?? new Map([...table.rows.keys()].map((each) => [sameKey(each), each]));
  LOOSE_KEYS.set(table, known);
  return known;
}

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

function rowsBelow(head: Head, table: InputTable, found: Found, report: Report, suggesting = true): Rows {
  const { sheet } = head;
  const end = endOf(head, table, found);
  const rows: Rows = new Map();
  const strange: { row: GridRow; key: string }[] = [];
  for (const row of rowsFrom(sheet, head.row + 1, end)) {
    const value = findCell(row, head.keyColumn)?.value;
    const typed = bareText(value);
    let key: string | undefined = table.rows.has(typed) ? typed : undefined;
    if (key === undefined && typed !== '') {
      key = looseKeysOf(table).get(keyIn(value));
    }
    const read = key === undefined ? undefined : rows.get(key);
    if (key === undefined) strange.push({ row, key: typed });
    else if (read) {
      const [first] = read.values();
      const at = { sheet: sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
      const original = first ? addressOf(first) : '';
      const unused = { row, head, read, table, key };
      const affects = affectedByChoice(unused);
      report(find('duplicate-row', { ...at, ...about(table, key), affects }, { found: key, original }));
      reportUnused(unused, report);
    } else rows.set(key, new CellsOfRow(head.sheet.name, row, head.columns));
  }
  reportMixedUp(rows, head, table, report);
  findByWords(strange, { head, table, rows, report, comparing: found.comparing, suggesting });
  return rows;
}

/** Where rows are looked for, and what is told of them. */
interface Searching {
  readonly head: Head;
  readonly table: InputTable;
  readonly rows: Rows;
  readonly report: Report;
  readonly comparing: Comparing;
  /** False where nothing of it is told. */
  readonly suggesting: boolean;
}

/** Rows without an id of ours: those whose words are those of a missing row are it; inputs in the others are reported. */
function findByWords(
  strange: readonly { row: GridRow; key: string }[],
  { head, table, rows, report, comparing, suggesting }: Searching,
): void {
  if (strange.length === 0) return;
  const nearest = new Nearest(table.words, comparing);
  for (const [index, { row, key }] of strange.entries()) {
    if (index >= MOST_STRANGE) {
      reportStrayInputs(row, key, head, table, report, {});
      continue;
    }
    const words = head.describedColumn === undefined ? undefined : textOf(findCell(row, head.describedColumn));
    const match = words === undefined ? undefined : nearest.of(words, (each) => !rows.has(each));
    if (match === undefined) {
      reportStrayInputs(row, key, head, table, report, suggesting ? { comparing } : {});
      continue;
    }
    rows.set(match, new CellsOfRow(head.sheet.name, row, head.columns));
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
    report(find('found-by-text', { ...at, ...about(table, match) }, { found: key, expected: [match] }));
  }
}

/** A sheet that somebody has copied brings its tables along; rows that the first lacks are read from the copy. */
function readCopy(copy: Mark, table: InputTable, found: Found, used: Rows, report: Report): void {
  const quiet: Report = () => undefined;
  const rows = rowsBelow(headFromMark(copy, table, found, quiet), table, found, quiet, false);
  const at = { sheet: copy.sheet.name, cell: toA1(copy) };
  // A blank that was kept in the file contradicts nobody.
  const isBlank = [...rows.values()].every((cells) => [...cells.values()].every(({ cell }) => isEmpty(cell)));
  if (isBlank && [...rows.keys()].every((key) => used.has(key))) {
    report(find('duplicate-sheet', at, { original: table.sheet }));
    return;
  }
  const more = [...rows].filter(([key]) => !used.has(key));
  const differs = [...rows].filter(([key, cells]) => compareRow(cells, used.get(key), table, key, report)).length > 0;
  for (const [key, cells] of more) used.set(key, cells);
  if (more.length > 0) report(find('table-continued', at, { rows: more.length, original: table.sheet }));
  else if (!differs) report(find('duplicate-sheet', at, { original: table.sheet }));
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
