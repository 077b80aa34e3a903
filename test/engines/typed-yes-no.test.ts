/** What people type for Yes or No counts the same in the sheet and here, of a deployment type and of a condition. */
import { describe, expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { CONDITION_TABLE, DEPLOYMENT_TABLE } from '../../src/layout/sheets/profile.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf } from '../assessments.js';
import { shelfOf, TOOL } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { compareFigures } from '../workbook-figures.js';
import { gnumeric, libreOffice, skipped } from './engine.js';

const model = tinyModel(
  {
    GOV: [
      { level: 2, needs: ['agents'] },
      { level: 2, deployments: ['paas'] },
      { level: 3, needs: ['own-apps'] },
      { level: 3 },
    ],
  },
  { conditions: ['agents', 'own-apps'] },
);
const assessment = assessmentOf(model, { answers: { 'GOV-2A': { answer: 'not-met' }, 'GOV-2B': { answer: 'met' } } });
const issued = issue(model, { tool: TOOL });
const ASKED: ReadonlySet<string> = new Set(['inUse', 'holds']);
const TYPED = [
  'N',
  'n',
  'no',
  ' NO ',
  'No',
  'not used',
  'not in use',
  'Y',
  'yes',
  'in use',
  'x',
  '?',
  'nope',
  'N*',
  '0',
];

/** The workbook in which one text stands in every cell for Yes or No of a table. */
function typedIn(table: string, text: string): Promise<Uint8Array> {
  const plan = planWorkbook(issued, { assessment, cached: false });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.subject?.table === table && cell.style.unlocked === true && ASKED.has(cell.subject.column)
        ? { ...cell, value: text }
        : cell,
    ),
  }));
  return writeXlsx({ ...plan, sheets });
}

describe.each([
  [libreOffice.name, libreOffice],
  [gnumeric.name, gnumeric],
])('%s', (_, engine) => {
  test.skipIf(skipped(engine)).each([DEPLOYMENT_TABLE, CONDITION_TABLE])(
    'in the table of %s every figure is the same',
    async (table) => {
      const files = await engine.recalculate(TYPED.map((text) => () => typedIn(table, text)));
      const left = new Set<number>();
      for (const [i, bytes] of files.entries()) {
        const grid = readGrid(bytes).value;
        const { value } = readWorkbook(await typedIn(table, TYPED[i] ?? ''), shelfOf(model));
        if (!grid || !value) throw new Error('it can be read');
        const { differences } = compareFigures(grid, model, computeFigures(model, value.assessment));
        expect(differences.slice(0, 5), TYPED[i]).toEqual([]);
        const { selection, conditions } = value.assessment;
        left.add(
          table === DEPLOYMENT_TABLE ? selection.length : Object.values(conditions ?? {}).filter((is) => !is).length,
        );
      }
      expect(left.size).toBe(2);
    },
    300_000,
  );
});
