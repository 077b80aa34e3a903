/** How the sheet is shown to agree with the code: written without results, recalculated by others, compared figure by figure. */
import { appendFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeValue, findCell, findRow, type Grid } from '../../src/grid/grid.js';
import type { Model } from '../../src/model/model.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { makeFiller, type Filler } from '../../src/workbook/fill-many.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { WorkbookPlan } from '../../src/xlsx/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { asIssued } from '../installed.js';
import { standingByHand } from '../oracle/standing.js';
import { compareFigures, differentCells, errorCells } from '../workbook-figures.js';
import { conditional, parityCases, type ParityCase } from './cases.js';
import { skipped, type Engine } from './engine.js';

/** Random assessments; `npm run test:engines` takes a thousand. */
export const VECTORS = Number(process.env['AISMM_VECTORS'] ?? 40);
/** The corner cases are written one by one; the random ones are put into one template, as many workbooks are. */
const CORNERS = 12;
/** Random workbooks whose every cell is compared with the cached result that we write, besides the corner cases. */
const CACHED = 4;
/** Where `npm run test:engines` collects its table. */
const TABLE = process.env['AISMM_TABLE'];

/** What the Scorecard says above its tables. */
function sentencesOn({ sheets }: Grid): string[] {
  const sheet = sheets.find(({ name }) => name === 'Scorecard');
  return [2, 3, 4, 5].map((row) => {
    const value = sheet && findCell(findRow(sheet, row), 2)?.value;
    return value === undefined ? '' : describeValue(value);
  });
}

function gridOf(bytes: Uint8Array): Grid {
  const { value, findings } = readGrid(bytes);
  if (!value || findings.length > 0) throw new Error(JSON.stringify(findings));
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
      const fillers = new Map<Model, Promise<Filler>>();
      const fillerOf = (model: Model): Promise<Filler> => {
        const made = fillers.get(model) ?? makeFiller(asIssued(model), { adapt: withoutPictures });
        fillers.set(model, made);
        return made;
      };
      const recalculated = await engine.recalculate(
        wanted.map(({ model, assessment }, i) => async () => {
          if (i >= CORNERS) return (await fillerOf(model))(assessment);
          return writeXlsx(withoutPictures(planWorkbook(asIssued(model), { assessment, cached: false })));
        }),
      );
      wanted.forEach((each, i) => cases.push({ ...each, grid: gridOf(recalculated[i] ?? new Uint8Array()) }));
    }, 3_600_000);

    test('every figure equals the code within 1e-9, the sentences are those written by hand, and no cell shows an error', () => {
      let compared = 0;
      let largest = 0;
      for (const { name, model, assessment, grid } of cases) {
        const result = compareFigures(grid, model, computeFigures(model, assessment));
        expect(result.differences.slice(0, 5), name).toEqual([]);
        expect(errorCells(grid).slice(0, 5), name).toEqual([]);
        const said = standingByHand(model, scoreAssessment(model, assessment), assessment.organization);
        expect(sentencesOn(grid), name).toEqual(said);
        compared += result.compared;
        largest = Math.max(largest, result.largest);
      }
      const whole = cases.filter(({ model }) => model !== conditional).length;
      const row = { engine: engine.name, version: engine.version, workbooks: cases.length, whole, compared, largest };
      process.stderr.write(
        `${row.engine}, ${row.version}: ${row.workbooks} workbooks, ${whole} of them of the whole model, ${compared} figures compared, largest difference ${largest.toExponential(1)}\n`,
      );
      if (TABLE !== undefined) appendFileSync(TABLE, `${JSON.stringify(row)}\n`);
      expect(cases.length).toBe(vectors + CORNERS);
      expect(compared).toBeGreaterThan(cases.length * 300);
    });

    test('the cached results that we write are the recalculated ones, in every cell', async () => {
      const every = Math.max(1, Math.floor(vectors / CACHED));
      for (const { name, model, assessment, grid } of cases.filter((_, i) => i < CORNERS || i % every === 0)) {
        const cached = gridOf(await writeXlsx(withoutPictures(planWorkbook(asIssued(model), { assessment }))));
        expect(differentCells(cached, grid).slice(0, 5), name).toEqual([]);
      }
    });
  });
}
