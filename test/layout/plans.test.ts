/** The plan of every sheet, as text in `plans/`. `npm run plans` writes them anew; what changed is then read in the diff. */
import { expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { returnedModel, returnedWith } from '../returned.js';
import { namesText, sheetText } from './plan-text.js';

const assessment = returnedWith({
  'GOV-2A': { measured: 97, evidence: 'Policy 4.2', validUntil: '2026-06-30' },
  'GOV-2B': { answer: 'partly', owner: 'CISO', action: 'Finish it.', due: '2026-12-31' },
  'IAM-2A': { answer: 'not-applicable', notes: 'Not used here.' },
});
const issued = issue(returnedModel, { tool: 'aismm-workbook test', companion: 'https://example.org/companion.html' });
const plan = planWorkbook(issued, { assessment });

test.each(plan.sheets.map((sheet) => [sheet.name, sheet] as const))('the plan of %s', async (name, sheet) => {
  await expect(sheetText(sheet)).toMatchFileSnapshot(`plans/${name.toLowerCase().replaceAll(' ', '-')}.txt`);
});

test('the defined names', async () => {
  await expect(namesText(plan)).toMatchFileSnapshot('plans/names.txt');
});
