/** A copy is written when what the check was made of is gone: both at once would take twice the memory. */
import { expect, test } from 'vitest';
import { exampleAssessment } from '../../src/assessment/example.js';
import { checkWorkbook } from '../../src/desk/give-back.js';
import { letGo } from '../../src/host/let-go.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { plannedFrom } from '../../src/workbook/plan.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { shelfOf, TOOL, usual } from '../installed.js';
import { inline, Pack } from './pack.js';

test('of a file with a refused answer, the plan of the check is gone before the copy is written', async () => {
  const { model } = usual();
  const assessment = exampleAssessment(model, { seed: 1, profile: 'typical' }, exampleTexts);
  const base = new Uint8Array(await writeWorkbook({ model, assessment, tool: TOOL }));
  const refused = new Pack(base).answers(['F'], (address) => inline(address, 'certainly')).save(1);
  const { value: read, findings } = checkWorkbook(refused, shelfOf(model));
  if (!read) throw new Error('it was read');
  const plan = new WeakRef(plannedFrom(read));
  // Whoever has looked at it holds it until the end of the turn.
  await new Promise(setImmediate);
  const isHeld: boolean[] = [];
  await annotateWorkbook(read, findings, () => {
    letGo();
    isHeld.push(plan.deref() !== undefined);
  });
  expect(isHeld).toEqual([false, false]);
});
