/** The sheet of answers: guidance before each input, what stands still, and how much a small screen shows. */
import { describe, expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { kpiTarget, targetOf } from '../../src/layout/context.js';
import { en } from '../../src/locale/en/index.js';
import type { Kpi } from '../../src/model/model.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { TOOL, usual } from '../installed.js';

const { model } = usual();
const plan = planWorkbook(issue(model, { tool: TOOL }));
const sheet = plan.sheets.find(({ name }) => name === 'Control Objectives') ?? expect.fail('there are answers');
const cells = sheet.cells.filter(({ subject }) => subject?.table === 'answers' && /^[A-Z]+-\d/.test(subject.row));
const columnOf = (id: string): number => cells.find(({ subject }) => subject?.column === id)?.column ?? expect.fail(id);

/** Pixels of a width or a height. */
const [OF_A_DIGIT, OF_A_POINT] = [7, 4 / 3];

test('what people go by stands at the left of what they fill in', () => {
  const order = [
    'id',
    'title',
    'level',
    'text',
    'partly',
    'answer',
    'kpi',
    'measured',
    'countsAs',
    'guide',
    'evidence',
  ];
  expect(order.map(columnOf)).toEqual(order.map((_, index) => index + 1));
  expect(cells.filter(({ style }) => style.unlocked).every(({ column }) => column >= columnOf('answer'))).toBe(true);
});

test('158 pixels stand still: less than half of a phone', () => {
  const frozen = sheet.columns.slice(0, (sheet.freeze?.column ?? 1) - 1);
  expect(Math.round(frozen.reduce((sum, { width }) => sum + width * OF_A_DIGIT, 0))).toBe(158);
});

test('a screen of 1366 × 768 shows eight objectives, with everything up to how they count', () => {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const height = (from: number): number =>
    rows.slice(from, from + 8).reduce((sum, row) => sum + (sheet.rows.get(row)?.height ?? 0), 0) * OF_A_POINT;
  // LibreOffice has 526 pixels for rows below the frozen ones.
  const stretches = rows.slice(7).map((_, from) => height(from));
  expect(stretches[0]).toBeLessThanOrEqual(526);
  expect(stretches.filter((each) => each <= 526).length).toBeGreaterThan(stretches.length * 0.7);
  const upToVerdict = sheet.columns.slice(0, columnOf('countsAs')).reduce((sum, { width }) => sum + width, 0);
  // LibreOffice draws columns 12% wider; 61 pixels are row numbers, the bar at the right and its margin.
  expect(upToVerdict * OF_A_DIGIT * 1.12).toBeLessThanOrEqual(1366 - 61);
});

test('an answer that is in no list is marked in its own cell', () => {
  const answer = sheet.cells.find(({ subject }) => subject?.table === 'answers' && subject.column === 'answer');
  const letter = 'ABCDEFGHIJ'[(answer?.column ?? 1) - 1] ?? '';
  const rules = sheet.conditionalFormats.filter(({ range }) => range.startsWith(letter));
  expect(rules.map(({ style }) => style.color)).toContain('7A1710');
});

describe('a target says its sign and unit', () => {
  const kpi = { measure: '', threshold: 0, window: 'P12M', source: '' };
  test.each([
    ['at-least', 'percent', 95, '≥ 95%'],
    ['at-most', 'percent', 5, '≤ 5%'],
    ['at-least', 'count', 2, '≥ 2'],
    ['at-most', 'hours', 24, '≤ 24 hours'],
    // More than the whole, or less than nothing, there is not.
    ['at-least', 'percent', 100, '100%'],
    ['at-most', 'percent', 100, '≤ 100%'],
    ['at-least', 'count', 100, '≥ 100'],
    ['at-most', 'percent', 0, '0%'],
    ['at-most', 'count', 0, '0'],
  ] as const)('%s %s %d: %s', (direction, unit, threshold, said) => {
    const own: Kpi = { ...kpi, direction, unit, threshold };
    expect(targetOf(own, en.words)).toBe(said);
    expect(kpiTarget(own, en.words)).toBe(`${said}, over the last 12 months`);
  });

  test('the sheet shows it', () => {
    const shown = cells.flatMap(({ subject, value }) => (subject?.column === 'kpi' ? [value] : []));
    expect(shown).toContain('100%');
    expect(shown.filter((each) => each === '≥ 100%' || each === '≤ 0')).toEqual([]);
  });
});

test('an answer stands apart from the text at its left, which may reach the line between them', () => {
  const answers = cells.filter(({ subject }) => subject?.column === 'answer');
  expect(answers.length).toBeGreaterThan(100);
  expect(answers.filter(({ style }) => style.indent !== 1)).toEqual([]);
});
