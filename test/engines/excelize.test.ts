/** A third engine, in this very process: excelize computes the named figures of workbooks written without results. */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { categoriesOf } from '../../src/model/model.js';
import { ALL_DEPLOYMENTS, computeFigures } from '../../src/scoring/figures.js';
import type { Quantity } from '../../src/scoring/rules.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { WorkbookPlan } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { asIssued } from '../installed.js';
import { conditional, parityCases } from './cases.js';

interface Excelize {
  OpenReader(bytes: Uint8Array): {
    CalcCellValue(sheet: string, cell: string, options: object): { value: string; error: string | null };
  };
}

const load = createRequire(import.meta.url);

const NO_DATES = { validUntil: '', due: '' };

/** This engine compares a range with a text as if it were one cell, so that it counts in another way. */
function countedOtherwise(plan: WorkbookPlan): WorkbookPlan {
  const count = /SUMPRODUCT\(--\(([^()=<>]+)(=|<>)"(\w+)"\)\)/g;
  const counted = (formula: string): string =>
    formula.replace(
      count,
      (_, range: string, how: string, text: string) => `COUNTIFS(${range},"${how === '=' ? '' : how}${text}")`,
    );
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, formula: counted(cell.formula) })),
  }));
  return { ...plan, sheets };
}

test('excelize computes the named figures as the code does', async () => {
  const { init } = load('excelize-wasm') as { init(path: string): Promise<Excelize> };
  const excelize = await init(load.resolve('excelize-wasm/excelize.wasm.gz'));
  let compared = 0;
  let largest = 0;
  for (const { name, model, assessment: dated } of parityCases(14, [conditional])) {
    // This engine gives INDEX the shown text of a cell, so its vectors carry no dates, figures, targets and weights; the
    // other engines' do.
    const answers = [...dated.answers].map(
      ([id, { measured: _, ...answer }]) => [id, { ...answer, ...NO_DATES }] as const,
    );
    const assessment = { ...dated, targets: {}, weights: {}, answers: new Map(answers) };
    const plan = countedOtherwise(planWorkbook(asIssued(model), { assessment, cached: false }));
    const book = excelize.OpenReader(await writeXlsx(plan));
    const figures = computeFigures(model, assessment);
    const check = (defined: string, quantity: Quantity, scope: 'category' | 'group', key: string): void => {
      const refersTo = plan.names.find((each) => each.name === defined)?.refersTo ?? '';
      const [, sheet = '', cell = ''] = /^'?([^'!]+)'?!(.+)$/.exec(refersTo) ?? [];
      const { value, error } = book.CalcCellValue(sheet, cell.replaceAll('$', ''), { RawCellValue: true });
      const expected = figures.value(quantity, ALL_DEPLOYMENTS, figures.outline.position[scope].get(key) ?? -1);
      expect(error, `${name} ${defined}`).toBeNull();
      if (typeof expected === 'number') {
        const difference = Math.abs(Number(value) - expected);
        expect(difference, `${name} ${defined}`).toBeLessThanOrEqual(1e-9);
        largest = Math.max(largest, difference);
      } else expect(value, `${name} ${defined}`).toBe(expected);
      compared += 1;
    };
    check('program_maturity', 'groupMaturity', 'group', 'program');
    check('program_floor', 'groupFloor', 'group', 'program');
    check('program_completeness', 'groupCompleteness', 'group', 'program');
    check('program_evidenced', 'evidencedGroupMaturity', 'group', 'program');
    check('program_planned', 'plannedGroupMaturity', 'group', 'program');
    check('program_evidenced_share', 'evidencedShare', 'group', 'program');
    for (const { id } of categoriesOf(model)) {
      check(`evidenced_${id}`, 'evidencedLevel', 'category', id);
      check(`planned_${id}`, 'plannedLevel', 'category', id);
      for (const quantity of [
        'level',
        'progress',
        'maturity',
        'potential',
        'completeness',
        'gap',
        'target',
        'weight',
      ] as const) {
        check(`${quantity}_${id}`, quantity, 'category', id);
      }
    }
  }
  process.stderr.write(`excelize-wasm: ${compared} figures compared, largest difference ${largest.toExponential(1)}\n`);
  const table = process.env['AISMM_TABLE'];
  const { version } = load('excelize-wasm/package.json') as { version: string };
  const row = { engine: 'excelize-wasm', version, workbooks: 20, whole: 0, compared, largest };
  if (table !== undefined) appendFileSync(table, `${JSON.stringify(row)}\n`);
  expect(compared).toBe(20 * (6 + 3 * 10));
});
