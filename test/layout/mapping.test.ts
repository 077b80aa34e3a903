/** The AICM Mapping: what it says of a control is true, also before anything is answered. */
import { expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { assessmentOf } from '../assessments.js';
import { asIssued } from '../installed.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }, { level: 2 }] });

const coverage = (answers: Record<string, Answer>): unknown => {
  const plan = planWorkbook(asIssued(model), { assessment: assessmentOf(model, { answers }) });
  const sheet = plan.sheets.find(({ name }) => name === 'AICM Mapping');
  return sheet?.cells.find(({ subject }) => subject?.row === 'GRC-09' && subject.column === 'state')?.value;
};

test('the title has the version of the model, and the sentence below it says which version is which', () => {
  const plan = planWorkbook(asIssued(model));
  const cells = plan.sheets.find(({ name }) => name === 'AICM Mapping')?.cells ?? [];
  const [title, what, lead] = cells.filter(({ column }) => column === 2).map(({ value }) => String(value));
  expect(title).toBe(`AICM MAPPING v${model.version}`);
  expect(what).toMatch(/^AICM is the AI Controls Matrix /);
  const aicm = model.editions['aicm'] ?? expect.fail('the model says its edition of the AICM');
  expect(lead).toContain(
    `Objectives of this model (version ${model.version}) refer to these controls of AICM ${aicm}.`,
  );
});

test.each<[string, Record<string, Answer>]>([
  ['Unanswered', {}],
  ['None met', { 'GOV-2A': { answer: 'not-met' } }],
  ['In part', { 'GOV-2A': { answer: 'met' } }],
  ['All met', { 'GOV-2A': { answer: 'met' }, 'GOV-2B': { answer: 'met' } }],
  // What does not count says nothing of the control.
  ['Unanswered', { 'GOV-2A': { answer: 'not-applicable', notes: 'Not used.' } }],
])('%s', (said, answers) => {
  expect(coverage(answers)).toBe(said);
});

test('every state of a control is explained above the table', () => {
  const plan = planWorkbook(asIssued(model));
  const cells = plan.sheets.find(({ name }) => name === 'AICM Mapping')?.cells ?? [];
  const above = cells.filter(({ subject }) => subject?.table === 'sheet:mapping').map(({ value }) => String(value));
  for (const said of ['All met', 'In part', 'None met', 'Unanswered', 'Not counted'])
    expect(above.filter((text) => text.includes(`“${said}” `)).length, said).toBe(1);
});
