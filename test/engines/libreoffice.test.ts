/** The sheet and the code agree: workbooks written without results, recalculated by LibreOffice, compared figure by figure. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/fields.js';
import type { Model } from '../../src/model/schema.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import type { Grid } from '../../src/grid/grid.js';
import { anyAssessment, assessmentOf, everywhere } from '../assessments.js';
import { installed, MADE_BY } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { compareFigures, differentCells, errorCells } from '../workbook-figures.js';
import { libreOfficeRequired, libreOfficeVersion, recalculate } from './libreoffice.js';

const VECTORS = Number(process.env['AISMM_VECTORS'] ?? 60);
const SEED = 20261124;

function gridOf(bytes: Uint8Array): Grid {
  const { value, diagnostics } = readGrid(bytes);
  if (!value || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** A model whose levels have holes and whose objectives are for few deployment types: where passing through matters. */
const holes = tinyModel({
  GOV: [
    { level: 2 },
    { level: 2, deployments: ['paas'] },
    { level: 4, kpi: { direction: 'at-most', threshold: 5 } },
    { level: 5, deployments: ['self-hosted'] },
  ],
  IAM: [
    { level: 3, deployments: ['api-saas'] },
    { level: 3, kpi: { direction: 'at-least', threshold: 95 } },
    { level: 4 },
  ],
  MON: [
    { level: 2, deployments: ['self-hosted'] },
    { level: 5, deployments: ['paas', 'api-saas'] },
  ],
});

describe.skipIf(libreOfficeVersion === undefined && !libreOfficeRequired)(
  `recalculated by ${libreOfficeVersion ?? 'LibreOffice'}`,
  () => {
    const whole = installed().model;
    const cases: { name: string; model: Model; assessment: Assessment; grid?: Grid }[] = [];

    beforeAll(async () => {
      for (const model of [whole, holes]) {
        cases.push(
          { name: 'nothing answered', model, assessment: assessmentOf(model, {}) },
          { name: 'everything met', model, assessment: everywhere(model, { answer: 'met' }) },
          { name: 'everything not met', model, assessment: everywhere(model, { answer: 'not-met' }) },
          {
            name: 'everything n/a with reason',
            model,
            assessment: everywhere(model, { answer: 'not-applicable', notes: 'No.' }),
          },
          { name: 'everything n/a without reason', model, assessment: everywhere(model, { answer: 'not-applicable' }) },
          { name: 'nothing selected', model, assessment: assessmentOf(model, { selection: [] }) },
        );
      }
      const share = Math.floor(VECTORS / 2);
      fc.sample(anyAssessment(whole), { numRuns: share, seed: SEED }).forEach((assessment, i) =>
        cases.push({ name: `whole ${i}`, model: whole, assessment }),
      );
      fc.sample(anyAssessment(holes), { numRuns: VECTORS - share, seed: SEED }).forEach((assessment, i) =>
        cases.push({ name: `holes ${i}`, model: holes, assessment }),
      );
      const workbooks: Uint8Array[] = [];
      for (const { model, assessment } of cases)
        workbooks.push(await writeWorkbook({ model, assessment, madeBy: MADE_BY, cached: false }));
      recalculate(workbooks).forEach((bytes, i) => {
        const each = cases[i];
        if (each) each.grid = gridOf(bytes);
      });
    }, 600_000);

    test('every figure equals the code within 1e-9, and no cell shows an error', () => {
      let compared = 0;
      let largest = 0;
      for (const { name, model, assessment, grid } of cases) {
        if (!grid) throw new Error(`${name} was not recalculated`);
        const result = compareFigures(grid, model, computeFigures(model, assessment));
        expect(result.differences.slice(0, 5), name).toEqual([]);
        expect(errorCells(grid).slice(0, 5), name).toEqual([]);
        compared += result.compared;
        largest = Math.max(largest, result.largest);
      }
      process.stderr.write(
        `${libreOfficeVersion}: ${cases.length} workbooks, ${compared} figures compared, largest difference ${largest}\n`,
      );
      expect(compared).toBeGreaterThan(cases.length * 100);
    });

    test('the cached results that we write are the recalculated ones, in every cell', async () => {
      for (const { name, model, assessment, grid } of cases.slice(0, 24)) {
        if (!grid) throw new Error(`${name} was not recalculated`);
        const cached = gridOf(await writeWorkbook({ model, assessment, madeBy: MADE_BY }));
        expect(differentCells(cached, grid).slice(0, 5), name).toEqual([]);
      }
    });
  },
);
