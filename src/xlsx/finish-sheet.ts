/** What exceljs can't say of a sheet: rows that grow, which columns have a button to filter by, where new pages begin. */
import type { PlannedSheet } from './plan.js';

/** The last number of a row or column. */
const LAST_ROW = 1_048_575;

/** The sheet's XML with what its plan says besides. */
export function finishSheet(xml: string, plan: PlannedSheet | undefined): string {
  return plan ? withBreaks(withButtons(withGrowingRows(xml, plan), plan), plan) : xml;
}

/** A height that is said to be somebody's own is kept by programs, whatever is typed. */
function withGrowingRows(xml: string, { rows }: PlannedSheet): string {
  return xml.replace(/<row r="(\d+)"[^>]*>/g, (row, number: string) =>
    rows.get(Number(number))?.grows === true ? row.replace(' customHeight="1"', '') : row,
  );
}

function withButtons(xml: string, { columns, filter, filterButtons }: PlannedSheet): string {
  if (filter === undefined || filterButtons === undefined) return xml;
  const hidden = columns.flatMap((_, index) =>
    filterButtons.includes(index + 1) ? [] : [`<filterColumn colId="${index}" hiddenButton="1"/>`],
  );
  return xml.replace(
    /<autoFilter ref="([^"]*)"\/>/,
    (_, range: string) => `<autoFilter ref="${range}">${hidden.join('')}</autoFilter>`,
  );
}

function withBreaks(xml: string, { print: { breaks = [] } }: PlannedSheet): string {
  if (breaks.length === 0) return xml;
  const each = breaks.map((column) => `<brk id="${column}" max="${LAST_ROW}" man="1"/>`);
  const element = `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${each.join('')}</colBreaks>`;
  return xml.replace('</headerFooter>', `</headerFooter>${element}`);
}
