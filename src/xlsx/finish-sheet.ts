/** What exceljs can't say of a sheet: rows that grow, letters of the foot that keep their size, which columns have a button to filter by, where new pages begin. And what it says in vain. */
import type { PlannedSheet } from './plan.js';

/** The last numbers of a row and of a column, counted from 0. */
const [LAST_ROW, LAST_COLUMN] = [1_048_575, 16_383];

/** The sheet's XML with what its plan says besides. */
export function finishSheet(xml: string, plan: PlannedSheet | undefined): string {
  const short = withoutNeedless(xml);
  return plan ? withBreaks(withButtons(withGrowingRows(withOwnSize(short), plan), plan), plan) : short;
}

/** What programs take for granted, or compute: the usual of an extension, the columns that a row spans. */
function withoutNeedless(xml: string): string {
  const from = xml.indexOf('<sheetData');
  const to = xml.indexOf('</sheetData>');
  const head = xml
    .slice(0, from)
    .replace(/ xmlns:mc="[^"]*" mc:Ignorable="x14ac" xmlns:x14ac="[^"]*"/, '')
    .replace(/ outlineLevelRow="0" outlineLevelCol="0" x14ac:dyDescent="\d+"/, '');
  const cells = xml.slice(from, to).replace(/ spans="\d+:\d+"| x14ac:dyDescent="0\.25"/g, '');
  return head + withPlainQuotes(cells) + xml.slice(to);
}

/** Between elements, quotes are no marks of their own. */
export function withPlainQuotes(xml: string): string {
  return xml.replaceAll('&quot;', '"').replaceAll('&apos;', "'");
}

/** A height that is said to be somebody's own is kept by programs, whatever is typed. */
function withGrowingRows(xml: string, { rows }: PlannedSheet): string {
  return xml.replace(/<row r="(\d+)"[^>]*>/g, (row, number: string) =>
    rows.get(Number(number))?.grows === true ? row.replace(' customHeight="1"', '') : row,
  );
}

/** Where a sheet is made smaller to fit its page, head and foot keep the size of their letters. */
function withOwnSize(xml: string): string {
  return xml.replace('<headerFooter>', '<headerFooter scaleWithDoc="0">');
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

/** New pages that begin between rows are said before those that begin between columns. */
function withBreaks(xml: string, { print: { breaks = [], rowBreaks = [] } }: PlannedSheet): string {
  const rows = breaksXml(
    'rowBreaks',
    rowBreaks.map((row) => row - 1),
    LAST_COLUMN,
  );
  return xml.replace('</headerFooter>', `</headerFooter>${rows}${breaksXml('colBreaks', breaks, LAST_ROW)}`);
}

/** `ids`: rows or columns, from 1, behind which a page ends. */
function breaksXml(name: string, ids: readonly number[], last: number): string {
  if (ids.length === 0) return '';
  const each = ids.map((id) => `<brk id="${id}" max="${last}" man="1"/>`);
  return `<${name} count="${ids.length}" manualBreakCount="${ids.length}">${each.join('')}</${name}>`;
}
