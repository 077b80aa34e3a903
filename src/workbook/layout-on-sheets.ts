/** Which layout a workbook was issued in, by what is asked on its sheets: where it does not say so, or says otherwise. */
import { LAYOUT, LAYOUTS } from '../edition/edition.js';
import { findCell, findRow, rowsFrom, textOf } from '../grid/grid.js';
import { keyMark } from '../layout/draft.js';
import type { Mark } from '../layout/heads.js';
import type { InputTable } from '../layout/inputs.js';
import { META_TABLE } from '../layout/sheets/meta.js';
import type { Issued } from '../layout/shelf.js';

/**
 * The newest layout of which nothing that is asked is missing; the newest of all where each lacks something. What an
 * earlier workbook never had is then not missed in it. `tablesOf` gives what a layout asks.
 */
export function layoutOnSheets(marks: readonly Mark[], tablesOf: (layout: number) => readonly InputTable[]): number {
  const newestFirst = [...LAYOUTS].reverse();
  return newestFirst.find((layout) => tablesOf(layout).every((table) => isWhole(table, marks))) ?? LAYOUT;
}

/** Rows below a key row in which fields of the organization are looked for; there are about ten. */
const FIELDS_WITHIN = 1_000;

/** True if the table is here with its columns. Fields of the organization are rows; other rows may be those of a part. */
function isWhole({ id, of, columns, rows }: InputTable, marks: readonly Mark[]): boolean {
  return marks.some(({ table, sheet, row, column }) => {
    if (table !== id) return false;
    const ids = new Set(findRow(sheet, row)?.cells.map(textOf));
    const keys = new Set(
      of === 'organization'
        ? [...rowsFrom(sheet, row + 1, row + FIELDS_WITHIN)].map((each) => textOf(findCell(each, column)))
        : rows.keys(),
    );
    return columns.every((each) => ids.has(each.id)) && [...rows.keys()].every((key) => keys.has(key));
  });
}

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
  const strange = marks
    .flatMap(
      ({ table, sheet, row }) => findRow(sheet, row)?.cells.map((cell) => ({ table, id: textOf(cell) ?? '' })) ?? [],
    )
    // No layout lists the Meta sheet among its inputs.
    .filter(({ table, id }) => table !== META_TABLE && id !== keyMark(table) && !own.get(table)?.has(id));
  // Nearly always there is none, and no other layout has to be laid out.
  if (strange.length === 0) return undefined;
  return LAYOUTS.find((layout) => {
    if (layout === named) return false;
    const others = columnsAt(layout);
    return strange.some(({ table, id }) => others.get(table)?.has(id));
  });
}
