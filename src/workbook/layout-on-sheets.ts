/** Which layout a workbook was issued in, where it does not say so: by what is asked on its sheets. */
import { LAYOUT, LAYOUTS } from '../edition/edition.js';
import { findCell, findRow, textOf } from '../grid/grid.js';
import type { Mark } from '../layout/heads.js';
import type { InputTable } from '../layout/inputs.js';

/**
 * The newest layout of which nothing that is asked is missing; the newest of all where each lacks something. What an
 * earlier workbook never had is then not missed in it. `tablesOf` gives what a layout asks.
 */
export function layoutOnSheets(marks: readonly Mark[], tablesOf: (layout: number) => readonly InputTable[]): number {
  const newestFirst = [...LAYOUTS].reverse();
  return newestFirst.find((layout) => tablesOf(layout).every((table) => isWhole(table, marks))) ?? LAYOUT;
}

/** True if the table is here with its columns. Fields of the organization are rows; other rows may be those of a part. */
function isWhole({ id, of, columns, rows }: InputTable, marks: readonly Mark[]): boolean {
  return marks.some(({ table, sheet, row, column }) => {
    if (table !== id) return false;
    const ids = new Set(findRow(sheet, row)?.cells.map(textOf));
    const keys = new Set(
      of === 'organization' ? sheet.rows.map((each) => textOf(findCell(each, column))) : rows.keys(),
    );
    return columns.every((each) => ids.has(each.id)) && [...rows.keys()].every((key) => keys.has(key));
  });
}
