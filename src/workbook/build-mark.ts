/**
 * Which texts and formulas a workbook was issued with, as a mark on the sheet Meta. They get better between two builds of the
 * program; without the mark, each that is another one today would look as if someone had typed over it.
 */
import { BUILD_KEY } from '../edition/meta.js';
import { findCell, findRow, textOf } from '../grid/grid.js';
import { CONFLICTS_TABLE } from '../layout/sheets/conflicts.js';
import { META_SHEET, META_TABLE, META_VALUE } from '../layout/sheets/meta.js';
import type { PlannedCell, WorkbookPlan } from '../xlsx/plan.js';
import type { SheetPair } from './sheet-pairs.js';

/** The plan with its mark. */
export function withBuildMark(plan: WorkbookPlan): WorkbookPlan {
  const mark = markOf(plan);
  const marked = (cell: PlannedCell): PlannedCell => (isMark(cell) ? { ...cell, value: mark } : cell);
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === META_SHEET ? { ...sheet, cells: sheet.cells.map(marked) } : sheet,
  );
  return { ...plan, sheets };
}

/** What of a workbook another build of the program has made in another way than this one does. */
export interface OtherBuild {
  readonly texts: boolean;
  readonly formulas: boolean;
}

/** Whether a workbook was issued with the texts and the formulas of its plan; one that does not say so was not. */
export function otherBuildOf(pairs: readonly SheetPair[]): OtherBuild {
  const meta = pairs.find(({ planned }) => planned.name === META_SHEET);
  const issued = meta?.planned.cells.find(isMark);
  if (!meta || !issued) return SAME;
  const place = meta.alignment.of(issued);
  const cell = place && findCell(findRow(meta.sheet, place.row), place.column);
  const [texts, formulas] = String(issued.value).split(' ');
  const [itsTexts, itsFormulas] = ((cell && textOf(cell)) ?? '').split(' ');
  return { texts: texts !== itsTexts, formulas: formulas !== itsFormulas };
}

const SAME: OtherBuild = { texts: false, formulas: false };

/** The cell of the mark. */
export const isMark = (cell: PlannedCell): boolean => isOfMark(cell) && cell.subject?.column === META_VALUE;

/** A cell in the row of the mark. */
export const isOfMark = ({ subject }: PlannedCell): boolean =>
  subject?.table === META_TABLE && subject.row === BUILD_KEY;

/**
 * Of every text that is neither an answer nor made of answers, and of every formula, in their order. Conflicts are made of
 * answers, and go when they are decided.
 */
function markOf({ sheets }: WorkbookPlan): string {
  let [texts, formulas] = [START, START];
  for (const { name, cells } of sheets) {
    if (name === META_SHEET || cells.some(({ subject }) => subject?.table === CONFLICTS_TABLE)) continue;
    for (const { value, formula, style } of cells) {
      if (formula !== undefined) formulas = mixed(formulas, formula);
      else if (typeof value === 'string' && !style.unlocked) texts = mixed(texts, value);
    }
  }
  return [texts, formulas].map((mark) => mark.toString(16).padStart(8, '0')).join(' ');
}

const START = 2_166_136_261;

/** FNV-1a by code units, and one more for the end of the text: enough to tell builds apart, and nothing depends on it. */
function mixed(mark: number, text: string): number {
  let value = mark;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  return Math.imul(value ^ 0x1_0000, 16_777_619) >>> 0;
}
