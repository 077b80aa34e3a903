/** What is said of rows and columns that are not read, or not as they stand: nobody's answer must vanish unseen. */
import type { Comparing } from '../diagnostic/distance.js';
import { find, type About, type Report } from '../diagnostic/finding.js';
import { suggested } from '../diagnostic/suggest.js';
import { parseA1, toA1 } from '../grid/address.js';
import {
  bareText,
  findCell,
  findRow,
  oneByOne,
  spelledText,
  textOf,
  type GridCell,
  type GridRow,
  type GridSheet,
} from '../grid/grid.js';
import type { Head } from './heads.js';
import type { Affects } from '../diagnostic/catalogue.js';
import type { Input, InputTable } from './inputs.js';
import { cellIn, placesOf, type LocatedCell } from './located-cells.js';
import { rowsApart } from './rows-apart.js';

export const addressOf = (located: LocatedCell): string => toA1(located);

export interface LocatedTable {
  /** By row key, then column. Rows and columns that are missing were reported and are absent. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, LocatedCell>>;
  /** Left out where the cells were found one by one. */
  readonly head?: Head;
}

export type Rows = Map<string, ReadonlyMap<string, LocatedCell>>;

/** What is wrong where some inputs can't be read: the worst of them counts. */
export function affectsOf(inputs: Iterable<readonly [string, Input]>): Affects {
  let worst: Affects = 'nothing';
  for (const [, { asked }] of inputs) {
    const { affects = 'record' } = asked.field;
    if (affects === 'score') return affects;
    if (affects === 'record') worst = affects;
  }
  return worst;
}

/** What is wrong where nothing of some tables can be read. */
export function affectedByTables(tables: readonly InputTable[]): Affects {
  return affectsOf(tables.flatMap(({ rows }) => [...rows.values()].flatMap((inputs) => [...inputs])));
}

/** What is wrong where a whole column can't be read. */
export function affectedBy(table: InputTable, column: string): Affects {
  return affectsOf([...table.rows.values()].flatMap((inputs) => [...inputs].filter(([id]) => id === column)));
}

/** What was found out of a table before, by row and column; a row has no column without a name. */
const KNOWN = new WeakMap<InputTable, Map<string, Map<string, About>>>();

/** What a finding about a row, or about one of its inputs, is about. */
export function about(table: InputTable, key: string, column?: string): About {
  if (!table.rows.has(key)) return aboutOf(table, key, column);
  const ofTable = KNOWN.get(table) ?? new Map<string, Map<string, About>>();
  KNOWN.set(table, ofTable);
  const ofRow = ofTable.get(key) ?? new Map<string, About>();
  ofTable.set(key, ofRow);
  const found = ofRow.get(column ?? '') ?? aboutOf(table, key, column);
  ofRow.set(column ?? '', found);
  return found;
}

function aboutOf(table: InputTable, key: string, column?: string): About {
  const inputs = [...(table.rows.get(key) ?? [])].filter(([id]) => column === undefined || id === column);
  return {
    ...(table.of === 'objective' ? { objective: key } : {}),
    ...(column === undefined ? {} : { field: inputs[0]?.[1].asked.name ?? column }),
    affects: affectsOf(inputs),
  };
}

const shownIn = (cell: GridCell | undefined): string =>
  cell?.formula === undefined ? bareText(cell?.value) : `=${cell.formula}`;

/** True for a cell that says nothing. */
export const isEmpty = (cell: GridCell | undefined): boolean => shownIn(cell) === '';

/** A row of a table that is not read, since another one of the same thing is. Nothing is kept of it: there may be very many. */
export interface UnusedRow {
  readonly row: GridRow;
  readonly head: Head;
  readonly read: ReadonlyMap<string, LocatedCell>;
  readonly table: InputTable;
  readonly key: string;
}

/** Inputs of a row that is not read, where they say something else than the one that is. */
export function reportUnused({ row, head, read, table, key }: UnusedRow, report: Report): void {
  for (const [field, column] of head.columns) {
    const here = shownIn(findCell(row, column));
    if (here === '' || here === shownIn(read.get(field)?.cell)) continue;
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column }) };
    report(find('input-not-used', { ...at, ...about(table, key, field), affects: 'record' }, { found: here }));
  }
}

/** What may be wrong because one of two rows of the same thing is read: what they say of it otherwise. */
export function affectedByChoice({ row, head, read, table, key }: UnusedRow): Affects {
  return affectsOf(inputsThatDiffer());

  function* inputsThatDiffer(): Iterable<readonly [string, Input]> {
    for (const each of table.rows.get(key) ?? []) {
      const column = head.columns.get(each[0]);
      const here = column === undefined ? undefined : findCell(row, column);
      if (shownIn(here) !== shownIn(read.get(each[0])?.cell)) yield each;
    }
  }
}

/** Rows whose words are those of another row: ids and words were sorted apart. */
export function reportMixedUp(rows: Rows, head: Head, table: InputTable, report: Report): void {
  const { describedColumn, keyColumn, sheet } = head;
  if (describedColumn === undefined || table.keyOfWords.size === 0) return;
  const mixedUp = (row: GridRow, key: string, others: readonly string[]): void => {
    const at = { sheet: sheet.name, cell: toA1({ row: row.row, column: keyColumn }) };
    report(find('row-mixed-up', { ...at, ...about(table, key) }, { found: key, expected: others }));
  };
  const unknown: { key: string; row: GridRow }[] = [];
  for (const [key, cells] of rows) {
    const [first] = placesOf(cells);
    const row = first && findRow(sheet, first.row);
    const words = textOf(findCell(row, describedColumn));
    if (row === undefined || words === table.words.get(key)) continue;
    const other = words === undefined ? undefined : table.keyOfWords.get(words);
    if (other === undefined) unknown.push({ key, row });
    else mixedUp(row, key, [other]);
  }
  for (const { key, row, others } of rowsApart(unknown, head, table)) mixedUp(row, key, others);
}

/** Columns that are there twice with different content, and columns of people's own with anything in our rows. */
export function reportColumns(
  { sheet, row, heads, columns }: Head,
  rows: Rows,
  table: InputTable,
  report: Report,
): void {
  const ours = new Map<number, string>([...columns].map(([id, column]) => [column, id]));
  if (heads === undefined) return;
  const places = new Map<number, string>();
  for (const [key, cells] of rows) {
    const [first] = placesOf(cells);
    if (first?.sheet === sheet.name) places.set(first.row, key);
  }
  const foreign = new Map<number, { filled: number; differs: boolean; id: string | undefined }>();
  for (const each of sheet.rows) {
    const key = places.get(each.row);
    if (key === undefined) continue;
    const cells = oneByOne(each);
    for (let i = 0; i < cells.count; i += 1) {
      const column = cells.columnAt(i);
      if (ours.has(column)) continue;
      const head = heads.get(column);
      if (head?.is === 'issued') continue;
      const cell = cells.cellAt(i);
      const seen = foreign.get(cell.column) ?? {
        filled: 0,
        differs: false,
        id: head?.is === 'input' ? head.id : undefined,
      };
      const here = shownIn(cell);
      if (here === '') continue;
      seen.filled += 1;
      if (seen.id !== undefined) seen.differs ||= here !== shownIn(cellIn(rows.get(key), seen.id));
      foreign.set(cell.column, seen);
    }
  }
  for (const [column, { filled, differs, id }] of foreign) {
    const at = { sheet: sheet.name, cell: toA1({ row, column }) };
    const found = textOf(findCell(findRow(sheet, row), column));
    if (id !== undefined && differs) {
      const first = toA1({ row, column: columns.get(id) ?? 0 });
      report(
        find(
          'duplicate-column',
          { ...at, field: id, affects: affectedBy(table, id) },
          { ...(found ? { found } : {}), original: first },
        ),
      );
    } else if (id === undefined) report(find('unknown-column', at, { ...(found ? { found } : {}), filled }));
  }
}

/** A row that is not one of ours but has something in our input columns: nobody's answer must vanish unseen. */
export function reportStrayInputs(
  row: GridRow,
  key: string,
  head: Head,
  table: InputTable,
  report: Report,
  { comparing }: { readonly comparing?: Comparing },
): void {
  const isHeading = (cell: GridCell): boolean => {
    const text = spelledText(cell);
    return text !== '' && table.issued.headers.has(text);
  };
  const filled = [...head.columns.values()].flatMap((column) => {
    const cell = findCell(row, column);
    return cell && shownIn(cell) !== '' && !isHeading(cell) ? [cell] : [];
  });
  if (filled.length === 0) return;
  if (key !== '') {
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
    report(
      find('unknown-row', at, { found: key, ...(comparing ? suggested(key, [...table.rows.keys()], comparing) : {}) }),
    );
  }
  for (const cell of filled) {
    const at = { sheet: head.sheet.name, cell: toA1({ row: row.row, column: cell.column }) };
    report(find('input-not-used', at, { found: shownIn(cell) }));
  }
}

/** Reports every input of a copied row that says something else than the one that is read; true if there is any. */
export function compareRow(
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
    const original = first ? `${first.sheet}!${addressOf(first)}` : table.sheet;
    report(
      find('conflicting-copy', { ...at, ...about(table, key, column) }, { found: here, expected: [there], original }),
    );
  }
  return differs;
}

/** Of merged cells only the first holds a value: whoever merged them may have meant it for all. */
export function reportMerged(sheet: GridSheet, rows: Rows, table: InputTable, report: Report): void {
  const merges = sheet.merges.flatMap((range) => {
    const [from, to] = range.split(':', 2).map(parseA1);
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
      const subject = { table: table.id, row: key, column: field };
      report(find('merged-cells', { ...at, ...about(table, key, field), subject }, { found: merge.range }));
    }
  }
}
