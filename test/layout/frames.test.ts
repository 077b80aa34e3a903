/** No name of an input can be taken along or torn off by moving cells: it reaches from a locked cell to a locked cell. */
import { describe, expect, test } from 'vitest';
import { parseA1, splitReference } from '../../src/grid/address.js';
import { issue } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { returnedModel } from '../returned.js';
import { tinyModel } from '../tiny-model.js';

const conditional = tinyModel({ GOV: [{ level: 2, needs: ['agents'] }] }, { conditions: ['agents'] });

/** Names that hold an unlocked cell, and whether the first and the last of their cells are locked. */
function namesOfInputs(model: typeof returnedModel): { name: string; isFramed: boolean }[] {
  const { sheets, names } = planWorkbook(issue(model, { tool: 'tool' }));
  return names.flatMap(({ name, refersTo }) => {
    const { sheet, address } = splitReference(refersTo);
    const [first = '', last = first] = address.split(':');
    const [from, to] = [parseA1(first.replaceAll('$', '')), parseA1(last.replaceAll('$', ''))];
    if (!from || !to) throw new Error(`${name} leads to cells`);
    const cells = sheets.find((each) => each.name === sheet)?.cells ?? [];
    const unlocked = cells
      .filter(({ column, row, style }) => column === from.column && row >= from.row && row <= to.row && style.unlocked)
      .map(({ row }) => row);
    return unlocked.length === 0
      ? []
      : [{ name, isFramed: !unlocked.includes(from.row) && !unlocked.includes(to.row) }];
  });
}

describe.each([
  ['a model', returnedModel],
  ['a model with conditions', conditional],
])('%s', (_, model) => {
  test('every name of inputs begins and ends at a locked cell', () => {
    const names = namesOfInputs(model);
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['answers_answer', 'deployments_inUse', 'organization_value', 'categories_target']),
    );
    expect(names.filter(({ isFramed }) => !isFramed)).toEqual([]);
  });
});

test('no formula that figures depend on refers to a single cell of the sheet Profile', () => {
  const { sheets } = planWorkbook(issue(conditional, { tool: 'tool' }));
  const hidden = sheets.filter(({ visibility }) => visibility === 'hidden');
  const formulas = hidden.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  expect(formulas.filter((formula) => formula.includes('deployments_inUse')).length).toBeGreaterThan(0);
  expect(formulas.filter((formula) => /Profile!/.test(formula))).toEqual([]);
});
