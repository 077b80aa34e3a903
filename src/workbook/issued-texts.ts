/**
 * Which texts a workbook was issued with, as a mark on the sheet Meta. Texts get better between two builds of the program; without
 * the mark, each text that is another one today would look as if someone had typed over it.
 */
import { TEXTS_KEY } from '../edition/meta.js';
import { findCell, findRow, textOf } from '../grid/grid.js';
import { CONFLICTS_TABLE } from '../layout/sheets/conflicts.js';
import { META_SHEET, META_TABLE, META_VALUE } from '../layout/sheets/meta.js';
import type { PlannedCell, WorkbookPlan } from '../xlsx/plan.js';
import type { SheetPair } from './sheet-pairs.js';

/** The plan with the mark of its texts. */
export function withTextsMark(plan: WorkbookPlan): WorkbookPlan {
  const mark = markOf(plan);
  const marked = (cell: PlannedCell): PlannedCell => (isMark(cell) ? { ...cell, value: mark } : cell);
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === META_SHEET ? { ...sheet, cells: sheet.cells.map(marked) } : sheet,
  );
  return { ...plan, sheets };
}

/** True for a workbook that was issued with other texts than those of its plan: another build of the program has made it. */
export function hasOtherTexts(pairs: readonly SheetPair[]): boolean {
  const meta = pairs.find(({ planned }) => planned.name === META_SHEET);
  const issued = meta?.planned.cells.find(isMark);
  if (!meta || !issued) return false;
  const place = meta.alignment.of(issued);
  const now = place && findCell(findRow(meta.sheet, place.row), place.column);
  return (now ? textOf(now) : undefined) !== issued.value;
}

/** The cell of the mark. */
export const isMark = (cell: PlannedCell): boolean => isOfMark(cell) && cell.subject?.column === META_VALUE;

/** A cell in the row of the mark. */
export const isOfMark = ({ subject }: PlannedCell): boolean =>
  subject?.table === META_TABLE && subject.row === TEXTS_KEY;

/** Of every text that is neither an answer nor made of answers, in its order. Conflicts are made of answers, and go when they are decided. */
function markOf({ sheets }: WorkbookPlan): string {
  let mark = 2_166_136_261;
  for (const { name, cells } of sheets) {
    if (name === META_SHEET || cells.some(({ subject }) => subject?.table === CONFLICTS_TABLE)) continue;
    for (const { value, formula, style } of cells)
      if (typeof value === 'string' && formula === undefined && !style.unlocked) mark = mixed(mark, value);
  }
  return mark.toString(16).padStart(8, '0');
}

/** FNV-1a by code units, and one more for the end of the text: enough to tell builds apart, and nothing depends on it. */
function mixed(mark: number, text: string): number {
  let value = mark;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  return Math.imul(value ^ 0x1_0000, 16_777_619) >>> 0;
}
