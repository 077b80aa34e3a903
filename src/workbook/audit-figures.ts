/** Figures that a filled workbook shows, and that are not those computed from its answers. */
import { diagnose } from '../diagnostic/diagnostic.js';
import { toA1, type CellPlace } from '../grid/address.js';
import { describeValue, findCell, findRow, type CellValue } from '../grid/grid.js';
import { describePlaces } from '../grid/ranges.js';
import { plainText } from '../layout/align.js';
import { cellOf } from '../layout/declare.js';
import { CALC_OBJECTIVES } from '../layout/figure-formula.js';
import { ANSWER_ROW } from '../layout/sheets/calc.js';
import { en } from '../locale/en.js';
import type { PlannedCell } from '../xlsx/plan.js';
import { shownValue, type Finding, type SheetPair } from './issued-edition.js';

/** Spreadsheet programs agree in the last digits but not always in the very last. */
const CLOSE = 1e-9;
/** Days between the calendars that begin in 1900 and in 1904. */
const SHIFT_1904 = 1462;
/** The page that people read and print is told cell by cell; of other sheets the first cell stands for all. */
const MOST_ON_SCORECARD = 40;
const MOST_ELSEWHERE = 1;

/**
 * Compares the results that the file keeps with the computed ones. `changed` are cells that are reported already. A cell
 * without a result says nothing: many programs write none.
 */
export function changedFigures(
  { planned, sheet, alignment }: SheetPair,
  changed: ReadonlySet<string>,
  date1904: boolean,
): Finding[] {
  const differing = planned.cells.flatMap((cell) => {
    const place = cell.formula === undefined || dependsOnRow(cell) ? undefined : alignment.of(cell);
    if (!place || cell.value === undefined || changed.has(toA1(place))) return [];
    const shown = findCell(findRow(sheet, place.row), place.column)?.value;
    return shown === undefined || isSame(cell.value, shown, date1904) ? [] : [{ cell, place, shown }];
  });
  const most = planned.name === en.sheets.scorecard ? MOST_ON_SCORECARD : MOST_ELSEWHERE;
  const rest: CellPlace[] = differing.slice(most).map(({ place }) => place);
  return differing.slice(0, most).map(({ cell, place, shown }, index) => ({
    diagnostic: diagnose(
      'figure-differs',
      { sheet: sheet.name, cell: toA1(place) },
      {
        found: describeValue(shown),
        expected: [shownValue(cell.value)],
        ...(index === most - 1 && rest.length > 0 ? { detail: describePlaces(rest) } : {}),
      },
    ),
    issued: { sheet: planned.name, row: cell.row, column: cell.column },
  }));
}

/** Sorting the answers changes in which row each stands, as it should. */
const ROW_PREFIX = cellOf(CALC_OBJECTIVES, '', '').slice(0, -1);
function dependsOnRow({ reference }: PlannedCell): boolean {
  return reference !== undefined && reference.startsWith(ROW_PREFIX) && reference.endsWith(`|${ANSWER_ROW}`);
}

function isSame(expected: NonNullable<PlannedCell['value']>, shown: CellValue, date1904: boolean): boolean {
  if (typeof expected === 'number' && shown.kind === 'number') {
    const { number } = shown;
    return isClose(expected, number) || (date1904 && isClose(expected, number + SHIFT_1904));
  }
  return plainText(describeValue(shown)) === plainText(shownValue(expected));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a), Math.abs(b));
}
