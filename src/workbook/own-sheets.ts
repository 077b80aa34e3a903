/** Answers that people gave on sheets of their own: read where nothing else is answered, compared where something is. */
import { find, type Report } from '../diagnostic/finding.js';
import { bareText, type GridSheet } from '../grid/grid.js';
import type { InputTable } from '../layout/inputs.js';
import { ANSWER_COLUMN, optionIn, ownRows, type Options } from '../layout/own-rows.js';
import type { LocatedCell } from '../layout/located-cells.js';
import { about, addressOf, isEmpty, type LocatedTable } from '../layout/row-findings.js';

const textOfCell = ({ cell }: LocatedCell): string => bareText(cell?.value);

const placeOf = (cell: LocatedCell | undefined, table: InputTable): string =>
  cell ? `${cell.sheet}!${addressOf(cell)}` : table.sheet;

/** The table with what stands on other sheets in the place of its blank cells. Each such cell is told, and each that says otherwise. */
export function withOwnSheets(
  located: LocatedTable,
  table: InputTable,
  sheets: readonly GridSheet[],
  options: Options,
  report: Report,
): LocatedTable {
  if (sheets.length === 0) return located;
  const rows = new Map(located.rows);
  const isSame = (a: LocatedCell, b: LocatedCell): boolean => {
    const [one, other] = [a, b].map(({ cell }) => optionIn(cell, options)?.id);
    return one === undefined ? textOfCell(a) === textOfCell(b) : one === other;
  };
  const take = (key: string, column: string, own: LocatedCell): void => {
    const before = rows.get(key)?.get(column);
    const original = placeOf(before, table);
    const at = { sheet: own.sheet, cell: addressOf(own), ...about(table, key, column) };
    const subject = { table: table.id, row: key, column };
    if (before && !isEmpty(before.cell)) {
      const expected = [textOfCell(before)];
      if (!isSame(own, before))
        report(find('conflicting-copy', { ...at, subject }, { found: textOfCell(own), expected, original }));
      return;
    }
    rows.set(key, new Map(rows.get(key)).set(column, own));
    report(find('read-from-own-sheet', { ...at, subject }, { found: textOfCell(own), original }));
  };
  for (const sheet of sheets) {
    const own = ownRows(sheet, table, options);
    for (const { key, cells } of own.rows)
      for (const [column, cell] of cells) if (!isEmpty(cell.cell)) take(key, column, cell);
    for (const { key, cell } of own.strays) {
      const before = rows.get(key)?.get(ANSWER_COLUMN);
      if (before && !isEmpty(before.cell) && isSame(cell, before)) continue;
      const at = { sheet: cell.sheet, cell: addressOf(cell), ...about(table, key, ANSWER_COLUMN) };
      report(find('answer-misplaced', at, { found: textOfCell(cell), original: placeOf(before, table) }));
    }
    const facts = { found: sheet.name, ...(own.isCut ? { isCut: true } : {}) };
    report(find('own-sheet', { sheet: sheet.name, ...(own.isCut ? { affects: 'score' } : {}) }, facts));
  }
  return { ...located, rows };
}
