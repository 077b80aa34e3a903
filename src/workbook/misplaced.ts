/** Options of the answers in cells that are not for answers: beside and below the table, and on a sheet that only shows them. */
import { find, type Report } from '../diagnostic/finding.js';
import { toA1 } from '../grid/address.js';
import {
  bareText,
  describeValue,
  findCell,
  findRow,
  hasFormula,
  textOf,
  type GridCell,
  type GridSheet,
} from '../grid/grid.js';
import type { InputTable } from '../layout/inputs.js';
import { ANSWER_COLUMN, optionIn, optionsIn, type Options } from '../layout/own-rows.js';
import { placesOf } from '../layout/located-cells.js';
import { about, addressOf, isEmpty, type LocatedTable } from '../layout/row-findings.js';

interface Looking {
  readonly table: InputTable;
  readonly located: LocatedTable;
  readonly options: Options;
  readonly report: Report;
}

/** An option that was typed somewhere. */
interface Stray {
  readonly key: string | undefined;
  readonly row: number;
  readonly cell: GridCell;
}

/** Beside the answers: in columns that are issued for something else or for nothing, and below the last row. */
export function reportBeside(sheet: GridSheet, looking: Looking): void {
  const { located, options } = looking;
  const { head, rows } = located;
  if (!head) return;
  const inputs = new Set(head.columns.values());
  const keys = new Map<number, string>();
  for (const [key, cells] of rows)
    for (const { sheet: name, row } of placesOf(cells)) if (name === sheet.name) keys.set(row, key);
  // A column of somebody's own is told by its heading.
  const isOwn = (column: number): boolean =>
    head.heads?.get(column) === undefined && textOf(findCell(findRow(sheet, head.row), column)) !== undefined;
  const strays: Stray[] = [];
  for (const each of sheet.rows) {
    const { row } = each;
    if (row <= head.row) continue;
    const key = keys.get(row);
    for (const cell of optionsIn(each, options, (column) => !inputs.has(column)))
      if (key === undefined || !isOwn(cell.column)) strays.push({ key, row, cell });
  }
  reportStrays(strays, sheet, looking);
}

/** On a sheet that shows the answers: whoever types there wants to change one. */
export function reportShown(sheet: GridSheet, looking: Looking): void {
  const strays: Stray[] = [];
  for (const each of sheet.rows) {
    const typed = optionsIn(each, looking.options, () => true);
    if (typed.length === 0) continue;
    const { row, cells } = each;
    const key = cells.map((cell) => describeValue(cell.value)).find((text) => looking.table.rows.has(text));
    for (const cell of typed) strays.push({ key, row, cell });
  }
  reportStrays(strays, sheet, looking);
}

function reportStrays(strays: readonly Stray[], sheet: GridSheet, { table, located, options, report }: Looking): void {
  const isPasted = pastedColumns(strays, sheet);
  for (const { key, row, cell } of strays) {
    const answer = key === undefined ? undefined : located.rows.get(key)?.get(ANSWER_COLUMN);
    const isBlank = answer === undefined || isEmpty(answer.cell);
    if (!isBlank && optionIn(answer.cell, options)?.id === optionIn(cell, options)?.id) continue;
    // What a formula showed once and was pasted as values is nobody's answer.
    if (isPasted.has(cell.column) && !isBlank) continue;
    const at = { sheet: sheet.name, cell: toA1({ row, column: cell.column }) };
    const of = key === undefined ? {} : about(table, key, ANSWER_COLUMN);
    const original = answer ? `${answer.sheet}!${addressOf(answer)}` : table.sheet;
    report(find('answer-misplaced', { ...at, ...of }, { found: bareText(cell.value), original }));
  }
}

/** Columns in which no formula is left, beside more than one option. */
function pastedColumns(strays: readonly Stray[], { rows }: GridSheet): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { cell } of strays) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  const columns = new Set([...counts].flatMap(([column, count]) => (count < 2 ? [] : [column])));
  for (const row of columns.size > 0 ? rows : [])
    for (const cell of row.cells) if (columns.has(cell.column) && hasFormula(cell)) columns.delete(cell.column);
  return columns;
}
