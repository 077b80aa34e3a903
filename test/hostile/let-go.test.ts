/** What nobody needs any more is gone when it has to be: twice the memory would be taken otherwise. */
import { expect, test } from 'vitest';
import { exampleAssessment } from '../../src/assessment/example.js';
import { checkWorkbook } from '../../src/desk/give-back.js';
import { letGo, lettingGoEvery } from '../../src/host/let-go.js';
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

test('among many, what is left is gone each time that so many were counted', async () => {
  const done = lettingGoEvery(3);
  const isGone: boolean[] = [];
  for (let n = 0; n < 6; n += 1) {
    const left = new WeakRef({ row: n });
    // Whoever has made it holds it until the end of the turn.
    await new Promise(setImmediate);
    done();
    isGone.push(left.deref() === undefined);
  }
  expect(isGone).toEqual([false, false, true, false, false, true]);
});
