/** What is said of rows and columns that are not read, or not as they stand: nobody's answer must vanish unseen. */
import { diagnose, suggest, type Report } from '../diagnostic/diagnostic.js';
import { parseA1, toA1 } from '../grid/address.js';
import { describeValue, findCell, findRow, textOf, type GridCell, type GridRow, type GridSheet } from '../grid/grid.js';
import { normalize } from '../assessment/read-cell.js';
import { LONGEST_KEY, type Head } from './heads.js';
import type { InputTable } from './inputs.js';

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

export type Rows = Map<string, Map<string, LocatedCell>>;

const isObjective = (table: InputTable): boolean => table.id === 'answers';
export const about = (table: InputTable, key: string): { objective?: string } =>
  isObjective(table) ? { objective: key } : {};

const shownIn = (cell: GridCell | undefined): string =>
  cell?.formula === undefined ? describeValue(cell?.value).trim() : `=${cell.formula}`;

/** Inputs of a row that is not read, where they say something else than the one that is. */
export function reportUnused(
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

/** Rows whose words are those of another row: ids and words were sorted apart. */
export function reportMixedUp(rows: Rows, head: Head, table: InputTable, report: Report): void {
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
export function reportColumns({ sheet, row, heads, columns }: Head, rows: Rows, report: Report): void {
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

/** A row that is not one of ours but has something in our input columns: nobody's answer must vanish unseen. */
export function reportStrayInputs(
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
    const detail = first ? `${first.sheet}!${addressOf(first)}` : table.sheet;
    const facts = { found: here, expected: [there], detail, field: column };
    report(diagnose('conflicting-copy', at, { ...facts, ...about(table, key) }));
  }
  return differs;
}

/** Of merged cells only the first holds a value: whoever merged them may have meant it for all. */
export function reportMerged(sheet: GridSheet, rows: Rows, table: InputTable, report: Report): void {
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
