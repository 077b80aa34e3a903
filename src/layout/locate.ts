/** Backward: finds our tables in a workbook that people have edited. By keys, never by address. */
import { diagnose, suggest, type Report } from '../diagnostic/diagnostic.js';
import { toA1 } from '../grid/address.js';
import { describeValue, findCell, findRow, textOf, type GridCell, type GridRow, type GridSheet } from '../grid/grid.js';
import { normalize } from '../assessment/read-cell.js';
import type { InputTable } from './inputs.js';
import { keyMark } from './place.js';

const MARK = keyMark('');

/** A key row of ours: the hidden row above a table's headers. */
export interface Mark {
  readonly table: string;
  readonly sheet: GridSheet;
  readonly row: number;
  readonly column: number;
}

/** Every key row on the sheets, in reading order. */
export function findMarks(sheets: readonly GridSheet[]): Mark[] {
  const marks: Mark[] = [];
  for (const sheet of sheets) {
    for (const { row, cells } of sheet.rows) {
      for (const cell of cells) {
        const text = textOf(cell);
        if (text?.startsWith(MARK)) marks.push({ table: text.slice(MARK.length), sheet, row, column: cell.column });
      }
    }
  }
  return marks;
}

/** A cell to be filled in, where it was found. */
export interface LocatedCell {
  readonly sheet: string;
  readonly address: string;
  readonly cell: GridCell | undefined;
}

export interface LocatedTable {
  /** By row key, then column. Rows and columns that are missing were reported and are absent. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, LocatedCell>>;
}

/** Finds one table by its key row, or by its heading words where that is lost; reports what is missing, doubled or unknown. */
export function locateTable(
  table: InputTable,
  marks: readonly Mark[],
  sheets: readonly GridSheet[],
  report: Report,
): LocatedTable | undefined {
  const mark = marks.find((each) => each.table === table.id);
  const head = mark ? headFromMark(mark, table) : headFromWords(table, sheets);
  if (!head) {
    report(diagnose('missing-sheet', {}, { expected: [table.sheet] }));
    return undefined;
  }
  const { sheet } = head;
  for (const { id, header } of table.columns) {
    if (!head.columns.has(id))
      report(diagnose('missing-column', { sheet: sheet.name }, { expected: [header], field: id }));
  }
  const end = marks.find((each) => each.sheet === sheet && each.row > head.row)?.row ?? Number.POSITIVE_INFINITY;
  const rows = new Map<string, ReadonlyMap<string, LocatedCell>>();
  for (const row of sheet.rows) {
    if (row.row <= head.row || row.row >= end) continue;
    const keyCell = findCell(row, head.keyColumn);
    const key = keyCell?.value ? describeValue(keyCell.value).trim() : '';
    const place = { sheet: sheet.name, cell: toA1({ row: row.row, column: head.keyColumn }) };
    if (!table.rows.has(key)) {
      reportStrayInputs(row, key, head, table, place, report);
    } else if (rows.has(key)) {
      const first = [...(rows.get(key)?.values() ?? [])][0];
      report(diagnose('duplicate-row', place, { found: key, detail: first?.address ?? '' }));
    } else {
      rows.set(key, cellsOf(row, head, sheet));
    }
  }
  for (const key of table.rows.keys()) {
    if (rows.has(key)) continue;
    report(
      diagnose(
        'missing-row',
        { sheet: sheet.name },
        { expected: [key], ...(isObjective(table) ? { objective: key } : {}) },
      ),
    );
  }
  return { rows };
}

const isObjective = (table: InputTable): boolean => table.id === 'answers';

interface Head {
  readonly sheet: GridSheet;
  /** The last row above the data that is known: key row or header row. */
  readonly row: number;
  readonly keyColumn: number;
  readonly columns: ReadonlyMap<string, number>;
}

function headFromMark(mark: Mark, table: InputTable): Head {
  const keyRow = findRow(mark.sheet, mark.row);
  const columns = new Map<string, number>();
  for (const { id } of table.columns) {
    const cell = keyRow?.cells.find((each) => textOf(each) === id && each.column !== mark.column);
    if (cell) columns.set(id, cell.column);
  }
  return { sheet: mark.sheet, row: headerRowBelow(mark, table) ?? mark.row, keyColumn: mark.column, columns };
}

/** How far below a key row its headings may stand: one row for groups of columns, and one that somebody put between. */
const HEADINGS_WITHIN = 3;

function headerRowBelow(mark: Mark, table: InputTable): number | undefined {
  const heading = normalize(table.keyHeader);
  for (let row = mark.row + 1; row <= mark.row + HEADINGS_WITHIN; row += 1) {
    if (normalize(textOf(findCell(findRow(mark.sheet, row), mark.column)) ?? '') === heading) return row;
  }
  return undefined;
}

/** A row that holds the key's heading and at least half of the headings of the inputs. */
function headFromWords(table: InputTable, sheets: readonly GridSheet[]): Head | undefined {
  const wanted = new Map(table.columns.map(({ id, header }) => [normalize(header), id]));
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const keyCell = row.cells.find((cell) => normalize(textOf(cell) ?? '') === normalize(table.keyHeader));
      if (!keyCell) continue;
      const columns = new Map<string, number>();
      for (const cell of row.cells) {
        const id = wanted.get(normalize(textOf(cell) ?? ''));
        if (id !== undefined && !columns.has(id)) columns.set(id, cell.column);
      }
      if (columns.size * 2 >= wanted.size) return { sheet, row: row.row, keyColumn: keyCell.column, columns };
    }
  }
  return undefined;
}

function cellsOf(row: GridRow, head: Head, sheet: GridSheet): Map<string, LocatedCell> {
  const cells = new Map<string, LocatedCell>();
  for (const [id, column] of head.columns) {
    cells.set(id, { sheet: sheet.name, address: toA1({ row: row.row, column }), cell: findCell(row, column) });
  }
  return cells;
}

/** A row that is not one of ours but has something in our input columns: nobody's answer must vanish unseen. */
function reportStrayInputs(
  row: GridRow,
  key: string,
  head: Head,
  table: InputTable,
  place: { sheet: string; cell: string },
  report: Report,
): void {
  const headers = new Set(table.columns.map(({ header }) => normalize(header)));
  const filled = [...head.columns.values()].flatMap((column) => {
    const cell = findCell(row, column);
    return cell?.value && !headers.has(normalize(describeValue(cell.value))) ? [cell] : [];
  });
  const [first] = filled;
  if (!first) return;
  if (key === '') {
    const cell = toA1({ row: row.row, column: first.column });
    report(diagnose('input-not-used', { sheet: place.sheet, cell }, { found: describeValue(first.value) }));
    return;
  }
  const suggestion = suggest(key, [...table.rows.keys()]);
  report(diagnose('unknown-row', place, { found: key, ...(suggestion ? { suggestion } : {}) }));
}
