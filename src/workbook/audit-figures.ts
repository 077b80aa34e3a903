/** Figures that a filled workbook shows, and that are not those computed from its answers. */
import { find, type Finding } from '../diagnostic/finding.js';
import { placeNumber, toA1, type CellPlace } from '../grid/address.js';
import { describeValue, findCell, findRow, madeOf, type CellValue } from '../grid/grid.js';
import { rangesOf } from '../grid/ranges.js';
import { plainText } from '../layout/align.js';
import { CALC_OBJECTIVES, COUNTS_AS } from '../layout/figure-formula.js';
import { AS_TYPED } from '../layout/sheets/calc-objectives.js';
import type { PlannedCell } from '../xlsx/plan.js';
import { shownValue, type SheetPair } from './sheet-pairs.js';

/** Spreadsheet programs agree in the last digits but not always in the very last. */
const CLOSE = 1e-9;
/** Days between the calendars that begin in 1900 and in 1904. */
const SHIFT_1904 = 1462;
/** The page that people read and print is told cell by cell; of other sheets the first cell stands for all. */
const MOST_ON_SCORECARD = 40;
const MOST_ELSEWHERE = 1;

/** Why an objective counts as it does: reasons that stand for “unanswered”, and the one that stands behind a state. */
interface Reasons {
  readonly unanswered: ReadonlySet<string>;
  readonly behindState: string;
}

export interface FigureOptions {
  /** Cells that are reported already, by `placeNumber`. */
  readonly changed: ReadonlySet<number>;
  readonly date1904: boolean;
  /** What cells say of an objective without an answer, where the reader does not know what was typed in its place. */
  readonly reasons: Reasons;
  /** True for the page that people read and print. */
  readonly isPrinted: boolean;
  /** True where formulas look at other cells than they were issued for: to calculate anew changes nothing. */
  readonly looksElsewhere: boolean;
  /** True where another build of the program has made the workbook with other texts, some of which formulas show. */
  readonly hasOtherTexts: boolean;
}

/** Compares the results that the file keeps with the computed ones. A cell without a result says nothing: many programs write none. */
export function changedFigures(
  { planned, sheet, alignment }: SheetPair,
  { changed, date1904, isPrinted, looksElsewhere, reasons, hasOtherTexts }: FigureOptions,
): Finding[] {
  const differing = planned.cells.flatMap((cell) => {
    const place = cell.formula === undefined || repeatsWhatWasTyped(cell) ? undefined : alignment.of(cell);
    if (!place || cell.value === undefined || changed.has(placeNumber(place))) return [];
    const shown = findCell(findRow(sheet, place.row), place.column)?.value;
    return shown === undefined ||
      isNoResult(shown) ||
      isSame(cell.value, shown, date1904) ||
      (hasOtherTexts && typeof cell.value === 'string') ||
      saysTheSame(cell, shown, reasons)
      ? []
      : [{ cell, place, shown }];
  });
  const most = isPrinted ? MOST_ON_SCORECARD : MOST_ELSEWHERE;
  const rest: CellPlace[] = differing.slice(most).map(({ place }) => place);
  return differing.slice(0, most).map(({ cell, place, shown }, index) => {
    const at = { sheet: sheet.name, cell: toA1(place), ...(cell.subject ? { subject: cell.subject } : {}) };
    const others = index === most - 1 && rest.length > 0 ? { others: rangesOf(rest) } : {};
    return find(looksElsewhere ? 'figure-of-other-cells' : 'figure-differs', at, {
      found: describeValue(shown),
      expected: [shownValue(cell.value)],
      ...others,
    });
  });
}

/** Some libraries write a blank text of a formula as this; no spreadsheet program ever shows it. */
function isNoResult(shown: CellValue): boolean {
  return shown.kind === 'number' ? Number.isNaN(shown.number) : describeValue(shown) === 'NaN';
}

/** 97 and 0.97 are the same share, “Partial” and “Partially met” the same answer; sorting changes in which row each stands. */
function repeatsWhatWasTyped({ subject }: PlannedCell): boolean {
  return subject?.table === CALC_OBJECTIVES && AS_TYPED.has(subject.column);
}

/** True for a column that says how an objective counts and why, where it counts the same. */
function saysTheSame({ subject, value }: PlannedCell, shown: CellValue, { unanswered, behindState }: Reasons): boolean {
  if (subject?.column !== COUNTS_AS) return false;
  const [planned, found] = [String(value), describeValue(shown)];
  return (unanswered.has(planned) && unanswered.has(found)) || found === `${planned}${behindState}`;
}

function isSame(expected: NonNullable<PlannedCell['value']>, shown: CellValue, date1904: boolean): boolean {
  if (typeof expected === 'number' && shown.kind === 'number') {
    const { number } = shown;
    return isClose(expected, number) || (date1904 && isClose(expected, number + SHIFT_1904));
  }
  // Older formats keep no truth values: what went through one comes back as 1 and 0.
  if (typeof expected === 'boolean' && shown.kind === 'number') return shown.number === Number(expected);
  return madeOf(shown, plainText) === plainText(shownValue(expected));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a), Math.abs(b));
}
