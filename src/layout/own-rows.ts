/** Rows on a sheet of somebody's own that name a row of ours and answer it. */
import {
  bareText,
  hasFormula,
  madeOf,
  oneByOne,
  spelledText,
  type GridCell,
  type GridRow,
  type GridSheet,
} from '../grid/grid.js';
import { normalize } from '../grid/spelling.js';
import { headFromWords, LONGEST_KEY, type Head } from './heads.js';
import type { InputTable } from './inputs.js';
import type { LocatedCell } from './located-cells.js';

/** An option that a text stands for; `isLabel` where it is one of the dropdown's. */
interface Option {
  readonly id: string;
  readonly isLabel: boolean;
}

/** The options of the answers, as far as they are told for sure. */
export interface Options {
  option(text: string): Option | undefined;
  /** False where no text that begins so is an option. */
  mayBeOption(opening: number): boolean;
}

/** A row that answers one of ours. */
export interface OwnRow {
  readonly key: string;
  readonly cells: ReadonlyMap<string, LocatedCell>;
}

/** What was found on a sheet: rows that can be read, and options beside our ids in no column that is one of answers. */
export interface OwnRows {
  readonly rows: readonly OwnRow[];
  readonly strays: readonly { readonly key: string; readonly cell: LocatedCell }[];
  /** True where the sheet has more rows than are looked at. */
  readonly isCut: boolean;
}

const MOST_ROWS = 5_000;
const MOST_CELLS = 100;
/** How far above the first row a heading may stand. */
const HEADING_WITHIN = 3;

/** The column of a table that holds its answers. */
export const ANSWER_COLUMN = 'answer';

export function ownRows(sheet: GridSheet, table: InputTable, options: Options): OwnRows {
  const rows = sheet.rows.slice(0, MOST_ROWS);
  const isCut = rows.length < sheet.rows.length;
  const keyIn = keysOf(table);
  const head = headFromWords(table, [{ ...sheet, rows }]);
  if (head) return { rows: headedRows(rows, head, keyIn), strays: [], isCut };
  const keyed = rows.flatMap((row) => {
    const keys = new Set(row.cells.slice(0, MOST_CELLS).flatMap((cell) => keyIn(cell) ?? []));
    const [key] = keys;
    return key !== undefined && keys.size === 1 ? [{ key, row }] : [];
  });
  const columns = new Map<number, { filled: number; options: number; labels: number }>();
  const typedIn = ({ cells }: GridRow): GridCell[] =>
    cells.slice(0, MOST_CELLS).filter((cell) => bareText(cell.value) !== '' && !keyIn(cell) && !hasFormula(cell));
  for (const { row } of keyed) {
    for (const cell of typedIn(row)) {
      const seen = columns.get(cell.column) ?? { filled: 0, options: 0, labels: 0 };
      const option = optionIn(cell, options);
      seen.filled += 1;
      seen.options += option ? 1 : 0;
      seen.labels += option?.isLabel === true ? 1 : 0;
      columns.set(cell.column, seen);
    }
  }
  const whole = [...columns].filter(([, { filled, options, labels }]) => options === filled && labels > 0);
  const heading = normalize(table.columns.find(({ id }) => id === ANSWER_COLUMN)?.header ?? '');
  const first = rows.findIndex(({ row }) => row === keyed[0]?.row.row);
  const above = rows.slice(Math.max(0, first - HEADING_WITHIN), Math.max(0, first));
  const isHeaded = ([column]: (typeof whole)[number]): boolean =>
    above.some(({ cells }) => cells.some((cell) => cell.column === column && spelledText(cell) === heading));
  const answers = whole.length === 1 ? whole[0] : whole.find(isHeaded);
  const located = (row: GridRow, cell: GridCell): LocatedCell => ({
    ...{ sheet: sheet.name, row: row.row, column: cell.column, cell },
  });
  return {
    rows: keyed.flatMap(({ key, row }) => {
      const cell = answers && typedIn(row).find(({ column }) => column === answers[0]);
      return cell ? [{ key, cells: new Map([[ANSWER_COLUMN, located(row, cell)]]) }] : [];
    }),
    strays: answers
      ? []
      : keyed.flatMap(({ key, row }) =>
          typedIn(row).flatMap((cell) =>
            optionIn(cell, options) && (columns.get(cell.column)?.labels ?? 0) > 0
              ? [{ key, cell: located(row, cell) }]
              : [],
          ),
        ),
    isCut,
  };
}

function headedRows(rows: readonly GridRow[], head: Head, keyIn: (cell: GridCell) => string | undefined): OwnRow[] {
  return rows.flatMap((row): OwnRow[] => {
    if (row.row <= head.row) return [];
    const named = row.cells.filter(({ column }) => column === head.keyColumn || column === head.describedColumn);
    const key = named.map(keyIn).find((each) => each !== undefined);
    if (key === undefined) return [];
    const cells = new Map<string, LocatedCell>();
    for (const [id, column] of head.columns) {
      const cell = row.cells.find((each) => each.column === column);
      if (cell && !hasFormula(cell)) cells.set(id, { sheet: head.sheet.name, row: row.row, column, cell });
    }
    return [{ key, cells }];
  });
}

/** The row of ours that a cell names, by its id or by its whole statement. */
function keysOf(table: InputTable): (cell: GridCell) => string | undefined {
  const loose = new Map([...table.rows.keys()].map((key) => [plainKey(key), key]));
  return (cell) => {
    const { value } = cell;
    const text = value?.kind === 'text' ? bareText(value) : '';
    if (text === '') return undefined;
    return (text.length <= LONGEST_KEY ? loose.get(madeOf(value, plainKey)) : undefined) ?? table.keyOfWords.get(text);
  };
}

const plainKey = (text: string): string => normalize(text).replace(/[\s_-]+/g, '');

/** The option that a typed cell stands for. Asked of every cell of a sheet: texts that begin like no option are not made. */
export function optionIn(cell: GridCell | undefined, options: Options): Option | undefined {
  if (cell === undefined || hasFormula(cell)) return undefined;
  const { opening } = cell;
  if (opening !== undefined && !options.mayBeOption(opening)) return undefined;
  const { value } = cell;
  const text = value?.kind === 'text' ? bareText(value) : '';
  return text === '' || text.length > LONGEST_KEY ? undefined : options.option(text);
}

/** The cells of a row that are an option, typed into a column that `isLooked` at. Of most cells nothing is made. */
export function optionsIn(row: GridRow, options: Options, isLooked: (column: number) => boolean): GridCell[] {
  const cells = oneByOne(row);
  const found: GridCell[] = [];
  for (let i = 0; i < cells.count; i += 1) {
    if (cells.hasFormulaAt(i) || !isLooked(cells.columnAt(i))) continue;
    const opening = cells.openingAt(i);
    if (opening !== undefined && !options.mayBeOption(opening)) continue;
    const cell = cells.cellAt(i);
    if (optionIn(cell, options)) found.push(cell);
  }
  return found;
}
