/** How the sheet is shown to agree with the code: written without results, recalculated by others, compared figure by figure. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Grid } from '../../src/grid/grid.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { planWorkbook } from '../../src/workbook/write.js';
import type { WorkbookPlan } from '../../src/xlsx/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { MADE_BY } from '../installed.js';
import { compareFigures, differentCells, errorCells } from '../workbook-figures.js';
import { parityCases, type ParityCase } from './cases.js';
import { skipped, type Engine } from './engine.js';

/** Random assessments; `npm run proof` takes a thousand. */
export const VECTORS = Number(process.env['AISMM_VECTORS'] ?? 60);
/** Workbooks whose every cell is compared with the cached result that we write. */
const CACHED = 12;

function gridOf(bytes: Uint8Array): Grid {
  const { value, diagnostics } = readGrid(bytes);
  if (!value || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** What only shows texts or cells is left out, so that a program needs a third less time: charts, and sheets to be read. */
function withoutPictures(plan: WorkbookPlan): WorkbookPlan {
  const isRead = ({ visibility, cells }: WorkbookPlan['sheets'][number]): boolean =>
    visibility === 'visible' && !cells.some(({ formula, style }) => formula !== undefined || style.unlocked);
  const left = plan.sheets.filter(isRead).map(({ name }) => name);
  return {
    ...plan,
    names: plan.names.filter(
      ({ refersTo }) => !left.some((name) => refersTo.replaceAll("'", '').startsWith(`${name}!`)),
    ),
    sheets: plan.sheets.filter((sheet) => !isRead(sheet)).map((sheet) => ({ ...sheet, charts: [] })),
  };
}

/** Tests that an engine agrees with the code on `vectors` random assessments and on the corner cases of both models. */
export function describeParity(engine: Engine, vectors: number = VECTORS): void {
  describe.skipIf(skipped(engine))(engine.name, () => {
    const cases: (ParityCase & { readonly grid: Grid })[] = [];

    beforeAll(async () => {
      const wanted = parityCases(vectors);
      const recalculated = await engine.recalculate(
        wanted.map(
          ({ model, assessment }) =>
            () =>
              writeXlsx(withoutPictures(planWorkbook({ model, assessment, madeBy: MADE_BY, cached: false }))),
        ),
      );
      wanted.forEach((each, i) => cases.push({ ...each, grid: gridOf(recalculated[i] ?? new Uint8Array()) }));
    }, 3_600_000);

    test('every figure equals the code within 1e-9, and no cell shows an error', () => {
      let compared = 0;
      let largest = 0;
      for (const { name, model, assessment, grid } of cases) {
        const result = compareFigures(grid, model, computeFigures(model, assessment));
        expect(result.differences.slice(0, 5), name).toEqual([]);
        expect(errorCells(grid).slice(0, 5), name).toEqual([]);
        compared += result.compared;
        largest = Math.max(largest, result.largest);
      }
      process.stderr.write(
        `${engine.name}, ${engine.version}: ${cases.length} workbooks, ${compared} figures compared, largest difference ${largest.toExponential(1)}\n`,
      );
      expect(cases.length).toBe(vectors + 12);
      expect(compared).toBeGreaterThan(cases.length * 300);
    });

    test('the cached results that we write are the recalculated ones, in every cell', async () => {
      for (const { name, model, assessment, grid } of cases.slice(0, CACHED)) {
        const cached = gridOf(await writeXlsx(withoutPictures(planWorkbook({ model, assessment, madeBy: MADE_BY }))));
        expect(differentCells(cached, grid).slice(0, 5), name).toEqual([]);
      }
    });
  });
}
