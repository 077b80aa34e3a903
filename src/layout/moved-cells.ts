/** Cells of a column that were moved up or down beside its keys: the names of whole columns move along, and tell. */
import { find, type Report } from '../diagnostic/finding.js';
import { parseA1, splitReference, toA1, type CellPlace } from '../grid/address.js';
import type { Found, Head } from './heads.js';
import type { InputTable } from './inputs.js';
import { affectedBy } from './row-findings.js';

interface Range {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** Formulas follow cells that are cut and pasted, or pushed down; the answers beside an id are then no longer those that it counts with. */
export function reportMoved(table: InputTable, { sheet, columns }: Head, { names }: Found, report: Report): void {
  const rangeOf = (name: string | undefined): Range | undefined => {
    const refersTo = name === undefined ? undefined : names().get(name);
    const parts = splitReference(refersTo ?? '');
    const [from, to] = parts.address.split(':').map(parseA1);
    return parts.sheet === sheet.name && from && to ? { from, to } : undefined;
  };
  const keys = rangeOf(table.key.name);
  if (!keys) return;
  for (const { id, name, header } of table.columns) {
    const now = rangeOf(name);
    if (now?.from.column !== columns.get(id) || now === undefined) continue;
    if (now.from.row === keys.from.row && now.to.row === keys.to.row) continue;
    const at = { sheet: sheet.name, cell: toA1(now.from), field: id, affects: affectedBy(table, id) };
    const expected = [`${toA1({ ...now.from, row: keys.from.row })}:${toA1({ ...now.to, row: keys.to.row })}`];
    report(find('cells-moved', at, { found: `${toA1(now.from)}:${toA1(now.to)}`, expected, heading: header }));
  }
}
