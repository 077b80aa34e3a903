/** A workbook for a review, recalculated by another program: the lenses of the review are those of the code, and so are the counts. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { describeValue, findCell, findRow, type Grid } from '../../src/grid/grid.js';
import { issue } from '../../src/layout/shelf.js';
import { REVIEW_RESULT, reviewWords } from '../../src/locale/en/review.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { anyReviewed } from '../assessments.js';
import { compareFigures, differentCells, errorCells } from '../workbook-figures.js';
import { conditional, holes, SEED } from './cases.js';
import { libreOffice, skipped } from './engine.js';

const COUNT = 4;
const cases = [holes, conditional].flatMap((model) =>
  fc
    .sample(anyReviewed(model), { numRuns: COUNT, seed: SEED })
    .filter(({ answers }) => [...answers.values()].some(({ review }) => review !== undefined))
    .map((assessment) => ({ model, assessment, issued: issue(model, { tool: 'tool', review: true }) })),
);

function gridOf(bytes: Uint8Array): Grid {
  const { value } = readGrid(bytes);
  if (!value) throw new Error('not read');
  return value;
}

/** The sentence with the counts. */
function countsIn({ sheets }: Grid): string | undefined {
  const sheet = sheets.find(({ name }) => name === REVIEW_RESULT);
  const cell = sheet && findCell(findRow(sheet, 3), 2);
  return cell?.value && describeValue(cell.value);
}

describe.skipIf(skipped(libreOffice))('LibreOffice', () => {
  test('every figure is the one of the code, no cell shows an error, and the results that we write are those', async () => {
    const recalculated = await libreOffice.recalculate(
      cases.map(
        ({ issued, assessment }) =>
          () =>
            writeXlsx(planWorkbook(issued, { assessment, cached: false })),
      ),
    );
    expect(recalculated.length).toBeGreaterThan(COUNT);
    for (const [i, { model, assessment, issued }] of cases.entries()) {
      const grid = gridOf(recalculated[i] ?? new Uint8Array());
      expect(compareFigures(grid, model, computeFigures(model, assessment)).differences).toEqual([]);
      expect(errorCells(grid)).toEqual([]);
      const cached = gridOf(await writeXlsx(planWorkbook(issued, { assessment })));
      expect(differentCells(cached, grid)).toEqual([]);
      const said = [...assessment.answers.values()].map(({ review }) => review);
      const count = (code: string): string => String(said.filter((each) => each === code).length);
      expect(countsIn(grid)).toBe(reviewWords.counts(count('agreed'), count('not-agreed'), count('question')));
    }
  }, 600_000);
});
