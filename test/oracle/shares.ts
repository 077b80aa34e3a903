/** A workbook with a share typed in every row: each number that people type, on bounds of either direction. */
import type { Assessment } from '../../src/assessment/assessment.js';
import { issue } from '../../src/layout/shelf.js';
import { objectivesOf } from '../../src/model/model.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf } from '../assessments.js';
import { tinyModel, type TinyObjective } from '../tiny-model.js';
import { firstLayoutByHand, pointsByHand } from './lenses.js';

const TYPED = [
  -0.5, 0, 0.004, 0.005, 0.02, 0.3, 0.4, 0.6, 0.949, 0.95, 0.97, 1, 1.01, 2.5, 3, 5, 94.9, 95, 97, 100, 101, 5000,
];
const BOUNDS: readonly NonNullable<TinyObjective['kpi']>[] = [
  { direction: 'at-least', threshold: 95 },
  { direction: 'at-least', threshold: 0.5 },
  { direction: 'at-most', threshold: 3 },
  { direction: 'at-most', threshold: 0.5 },
  { direction: 'at-most', threshold: 60 },
];

/** A category for each number, an objective for each bound. */
const CODES = TYPED.map((_, i) => `C${String.fromCharCode(65 + i)}`);
export const sharesModel = tinyModel(
  Object.fromEntries(CODES.map((code) => [code, BOUNDS.map((kpi) => ({ level: 2, kpi }))])),
);

const typedOf = (objective: string): number | undefined => TYPED[CODES.indexOf(objective.slice(0, 2))];

/** The workbook of a layout with the numbers as they were typed, in cells of a format. */
export function typedShares(layout: number, format?: string): Promise<Uint8Array> {
  const plan = planWorkbook(issue(sharesModel, { tool: 'test', layout }), { cached: false });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const value =
        cell.subject?.column === 'measured' && cell.formula === undefined ? typedOf(cell.subject.row) : undefined;
      return value === undefined
        ? cell
        : { ...cell, value, style: { ...cell.style, ...(format === undefined ? {} : { format }) } };
    }),
  }));
  return writeXlsx({ ...plan, sheets });
}

/** What the prose makes of them. */
export function sharesByHand(layout: number, format?: string): Assessment {
  const answers = objectivesOf(sharesModel).flatMap(({ id, kpi }) => {
    const typed = typedOf(id) ?? NaN;
    const inPercent = format?.endsWith('%') === true;
    const measured = layout === 1 && kpi ? firstLayoutByHand(typed, inPercent, kpi) : pointsByHand(typed);
    return measured === undefined ? [] : [[id, { measured }] as const];
  });
  return assessmentOf(sharesModel, { answers: Object.fromEntries(answers) });
}
