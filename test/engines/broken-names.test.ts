/** Where a name that figures depend on leads nowhere, every figure is an error: none looks right and is not. */
import { describe, expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { describeValue, findCell, findRow } from '../../src/grid/grid.js';
import { parseA1, splitReference } from '../../src/grid/address.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { TOOL } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { gnumeric, libreOffice, skipped } from './engine.js';

const BROKEN = ['answers_answer', 'answers_measured', 'deployments_inUse', 'categories_weight', 'organization_id'];
const FIGURES = ['program_maturity', 'program_floor', 'program_completeness', 'level_GOV', 'maturity_IAM'];

const assessment = returnedWith({ 'GOV-2A': { answer: 'met' }, 'GOV-2B': { answer: 'met' } });
const plan = planWorkbook(issue(returnedModel, { tool: TOOL }), { assessment, cached: false });

/** The workbook in which a name leads nowhere, if one is given. */
const broken = (name: string | undefined): Promise<Uint8Array> =>
  writeXlsx({
    ...plan,
    names: plan.names.map((each) => (each.name === name ? { ...each, refersTo: '#REF!' } : each)),
  });

/** What the figures show. */
function figuresIn(bytes: Uint8Array): string[] {
  const grid = readGrid(bytes).value;
  return FIGURES.map((name) => {
    const { sheet, address } = splitReference(plan.names.find((each) => each.name === name)?.refersTo ?? '');
    const place = parseA1(address.replaceAll('$', ''));
    const found = grid?.sheets.find((each) => each.name === sheet);
    return place && found ? describeValue(findCell(findRow(found, place.row), place.column)?.value) : '';
  });
}

describe.each([
  [libreOffice.name, libreOffice],
  [gnumeric.name, gnumeric],
])('%s', (_, engine) => {
  test.skipIf(skipped(engine))(
    'a broken name is seen in every figure',
    async () => {
      const [whole, ...others] = await engine.recalculate([undefined, ...BROKEN].map((name) => () => broken(name)));
      const isNumber = (shown: string): boolean => /^[\d.]+$/.test(shown);
      expect(figuresIn(whole ?? new Uint8Array()).filter(isNumber)).toHaveLength(FIGURES.length);
      for (const [i, bytes] of others.entries())
        expect(
          figuresIn(bytes).filter((shown) => !shown.startsWith('#')),
          BROKEN[i],
        ).toEqual([]);
    },
    300_000,
  );
});
