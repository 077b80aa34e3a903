/** What a typed share comes to, in both layouts and every format, is what a second hand read in the prose. */
import { expect, test } from 'vitest';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { objectivesOf } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { tinyModel, type TinyObjective } from '../tiny-model.js';
import { assessmentOf } from '../assessments.js';
import { firstLayoutByHand, pointsByHand, scoreByHand } from './lenses.js';

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

/** Each typed number on each bound: a category for a number, an objective for a bound. */
const CODES = TYPED.map((_, i) => `C${String.fromCharCode(65 + i)}`);
const model = tinyModel(Object.fromEntries(CODES.map((code) => [code, BOUNDS.map((kpi) => ({ level: 2, kpi }))])));
const shelf = new Shelf(modelsOf([model], model));

test.each([
  [2, undefined],
  [2, '0%'],
  [1, undefined],
  [1, '0%'],
  [1, '0.00'],
])('layout %i, format %s', async (layout, format) => {
  const plan = planWorkbook(issue(model, { tool: 'test', layout }));
  const typedOf = (objective: string): number => TYPED[CODES.indexOf(objective.slice(0, 2))] ?? NaN;
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.subject?.column === 'measured' && CODES.includes(cell.subject.row.slice(0, 2))
        ? { ...cell, value: typedOf(cell.subject.row), style: { ...cell.style, ...(format ? { format } : {}) } }
        : cell,
    ),
  }));
  const { value } = readWorkbook(await writeXlsx({ ...plan, sheets }), shelf);
  const byHand = objectivesOf(model).flatMap(({ id, kpi }) => {
    const typed = typedOf(id);
    const inPercent = format?.endsWith('%') === true;
    const measured = layout === 1 && kpi ? firstLayoutByHand(typed, inPercent, kpi) : pointsByHand(typed);
    return measured === undefined ? [] : [[id, { measured }] as const];
  });
  const expected = assessmentOf(model, { answers: Object.fromEntries(byHand) });
  expect(value && Object.fromEntries(value.assessment.answers)).toEqual(Object.fromEntries(expected.answers));
  expect(value && scoreAssessment(model, value.assessment).objectives).toEqual(scoreByHand(model, expected).objectives);
});
