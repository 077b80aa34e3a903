/** The Feedback sheet and the Introduction: whom remarks go to, what their kinds are, and which sheets people are sent to. */
import { expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { de } from '../../src/locale/de/index.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { asIssued, TOOL, usual } from '../installed.js';

const { model } = usual();

const textsOf = (plan: ReturnType<typeof planWorkbook>, name: string): string =>
  (plan.sheets.find((sheet) => sheet.name === name)?.cells ?? [])
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .join('\n');

test('remarks go to somebody, also those of people who downloaded the workbook, and kinds are explained', () => {
  const texts = textsOf(planWorkbook(asIssued(model)), 'Feedback');
  expect(texts).toContain('Send the completed workbook to the person who sent it to you.');
  // A workbook with remarks and no answers counts as blank when many are read: the remarks alone are sent.
  expect(texts).toContain(
    'If you downloaded the workbook, copy your remarks into a message to the contact listed on its download page.',
  );
  expect(texts).toContain('Do not attach the workbook.');
  expect(texts).toContain('Kind describes your remark. The options are Unclear, Wrong, Something is missing, Other.');
});

test('a German Introduction calls each sheet by the name that it has', () => {
  const texts = textsOf(planWorkbook(issue(model, { tool: TOOL, language: de })), 'Einführung');
  expect(texts).toContain('on the Kontrollziele sheet');
  expect(texts).not.toContain('Control Objectives');
});
