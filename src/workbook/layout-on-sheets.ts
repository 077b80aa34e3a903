/** Which layout the sheets are of, where Meta names another one: answers in columns that it does not have would not be looked for. */
import { LAYOUTS } from '../edition/edition.js';
import { findRow, textOf } from '../grid/grid.js';
import type { Mark } from '../layout/heads.js';
import type { Issued } from '../layout/shelf.js';

/**
 * Another layout, of which the key rows have a column that the one named does not have; undefined where there is none.
 * A column that is missing is no contradiction: somebody may have deleted it, and that is said of the column.
 */
export function contradictingLayout(
  named: number,
  marks: readonly Mark[],
  issuedAt: (layout: number) => Issued | undefined,
): number | undefined {
  const columnsAt = (layout: number): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(issuedAt(layout)?.inputs.tables.map(({ id, issued }) => [id, issued.ids]) ?? []);
  const own = columnsAt(named);
  return LAYOUTS.find((layout) => {
    if (layout === named) return false;
    const others = columnsAt(layout);
    return marks.some(({ table, sheet, row }) =>
      findRow(sheet, row)?.cells.some((cell) => {
        const id = textOf(cell) ?? '';
        return others.get(table)?.has(id) === true && own.get(table)?.has(id) !== true;
      }),
    );
  });
}
