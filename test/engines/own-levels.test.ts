/** A model of three categories and four levels, recalculated by other programs: every figure is the one of the code. */
import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf, everywhere } from '../assessments.js';
import { asIssued } from '../installed.js';
import { tinyFiles } from '../tiny-model.js';
import { compareFigures, errorCells } from '../workbook-figures.js';
import { gnumeric, libreOffice, skipped } from './engine.js';

const files = new Map(
  [
    ...tinyFiles({
      BAK: [{ level: 2 }, { level: 3, kpi: { direction: 'at-least', threshold: 90 } }, { level: 4 }],
      CUT: [{ level: 2 }, { level: 4, deployments: ['paas'] }],
      MIX: [{ level: 3 }, { level: 3 }],
    }),
  ].map(([path, text]) => {
    const value = parse(text) as { levels?: unknown[] };
    return [path, value.levels ? stringify({ ...value, levels: value.levels.slice(0, 4) }, { version: '1.2' }) : text];
  }),
);
const { value } = loadModel((path) => files.get(path), 'tiny', '1.0');
if (!value) throw new Error('no model');
const { model } = value;

const cases = [
  assessmentOf(model, {}),
  everywhere(model, { answer: 'met' }),
  {
    ...assessmentOf(model, {
      answers: { 'BAK-2A': { answer: 'met' }, 'BAK-3A': { measured: 95 }, 'CUT-2A': { answer: 'met' } },
    }),
    targets: { BAK: 4, MIX: 2 },
  },
];

describe.each([libreOffice, gnumeric])('$name', (engine) => {
  test.skipIf(skipped(engine))(
    'figures agree, and no cell shows an error',
    async () => {
      const recalculated = await engine.recalculate(
        cases.map((assessment) => () => writeXlsx(planWorkbook(asIssued(model), { assessment, cached: false }))),
      );
      expect(recalculated).toHaveLength(cases.length);
      recalculated.forEach((bytes, i) => {
        const { value: grid } = readGrid(bytes);
        const assessment = cases[i];
        if (!grid || !assessment) throw new Error('not read');
        const result = compareFigures(grid, model, computeFigures(model, assessment));
        expect(result.differences).toEqual([]);
        expect(result.compared).toBeGreaterThan(100);
        expect(errorCells(grid)).toEqual([]);
      });
    },
    600_000,
  );
});
