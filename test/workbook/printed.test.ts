/** What a page shows of whom it was filled for, where pages begin, and what is for the screen only. */
import { expect, test } from 'vitest';
import { blankAssessment } from '../../src/assessment/paths.js';
import { issue } from '../../src/layout/shelf.js';
import { selectModel } from '../../src/model/select.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedSheet, WorkbookPlan } from '../../src/xlsx/plan.js';
import { TOOL, usual } from '../installed.js';

const model = selectModel(usual().model, { categories: ['GOV'] });
const edition = issue(model, { tool: TOOL });

const planFor = (organization: { readonly name?: string; readonly asOf?: string }): WorkbookPlan => {
  const blank = blankAssessment(model);
  return planWorkbook(edition, {
    assessment: { ...blank, organization: { ...blank.organization, ...organization } },
  });
};

/** The texts of a sheet in the rows that are printed, and in those below. */
function textsOf({ cells, print: { area = '' } }: PlannedSheet): {
  readonly inside: string[];
  readonly below: string[];
} {
  const last = Number(/\$(\d+)$/.exec(area)?.[1] ?? Infinity);
  const texts = (rows: (row: number) => boolean): string[] =>
    cells.flatMap(({ row, value }) => (typeof value === 'string' && rows(row) ? [value] : []));
  return { inside: texts((row) => row <= last), below: texts((row) => row > last) };
}

test('the foot of a page names the organization and the day, as far as they are filled in', () => {
  expect(planFor({ name: 'Example Ltd', asOf: '2026-11-10' }).filledFor).toBe('Example Ltd · 2026-11-10');
  expect(planFor({ name: 'Example Ltd' }).filledFor).toBe('Example Ltd');
  // A blank workbook has its title there.
  expect(planFor({}).filledFor).toBeUndefined();
  expect(planFor({ name: ' ', asOf: '2026-11-10' }).filledFor).toBeUndefined();
});

test('a long name is cut in the foot, so that it stays apart from the number of the page', () => {
  expect(planFor({ name: 'x'.repeat(41) }).filledFor).toBe(`${'x'.repeat(39)}…`);
  expect(planFor({ name: 'x'.repeat(40) }).filledFor).toBe('x'.repeat(40));
});

test('targets and weights begin a page of Profile', () => {
  const profile = planFor({}).sheets.find(({ name }) => name === 'Profile');
  const [row] = profile?.print.rowBreaks ?? [];
  const first = profile?.cells.find((cell) => cell.row === row && cell.value !== undefined);
  expect(first?.value).toBe('aismm:categories');
});

test('a notice that would be cut off at the edge of a page is on the screen only', () => {
  const [notice = ''] = model.notice;
  const profile = planFor({}).sheets.find(({ name }) => name === 'Profile');
  const { inside = [], below = [] } = profile ? textsOf(profile) : {};
  expect(below).toEqual([notice]);
  expect(inside).not.toContain(notice);
});
