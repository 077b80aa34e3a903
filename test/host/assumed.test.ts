/** What a workbook does not say is settled by the model that was chosen; an edition with faults is named as that. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openModels } from '../../src/host/models.js';
import { issue, Shelf } from '../../src/layout/shelf.js';
import { META_SHEET } from '../../src/layout/sheets/meta.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { newFolder, tiny, tinyFrameworks, write } from './folders.js';

const home = newFolder();
const installed = { models: join(home, 'model'), compiled: join(home, 'compiled') };
// Two editions that ask the same.
write(installed.models, [...tiny('aismm', '1.0'), ...tiny('aismm', '1.1'), ...tinyFrameworks()]);

const modelsFor = (which?: string) => {
  const { value } = openModels(which, installed);
  if (!value) throw new Error('they open');
  return value;
};
const tool = 'test';

/** A workbook that says nothing of where it comes from. */
async function silent(): Promise<Uint8Array> {
  const plan = planWorkbook(issue(modelsFor().usual, { tool }));
  const sheets = plan.sheets
    .filter(({ name }) => name !== META_SHEET)
    .map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ value }) => !String(value ?? '').startsWith('{')) }));
  return writeXlsx({ ...plan, sheets });
}

test.each([
  [undefined, undefined, 'unclear-edition'],
  ['1.1', '1.1', 'missing-meta'],
  ['1.0', '1.0', 'missing-meta'],
])('where --model is %s, the edition is %s', async (which, version, code) => {
  const { value, findings } = readWorkbook(await silent(), new Shelf(modelsFor(which)));
  expect(value?.edition.version).toBe(version);
  expect(findings.map((each) => each.code)).toContain(code);
});

test('what a workbook says goes before what was chosen', async () => {
  const bytes = await writeWorkbook({ model: modelsFor('1.1').usual, tool });
  expect(readWorkbook(bytes, new Shelf(modelsFor('1.0'))).value?.edition.version).toBe('1.1');
});

test('an edition that is here with faults is no unknown one', async () => {
  const bytes = await writeWorkbook({ model: modelsFor('1.0').usual, tool });
  write(installed.models, [['aismm/1.0/categories/GOV.yaml', 'id: [\n']]);
  const { value, findings } = readWorkbook(bytes, new Shelf(modelsFor()));
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'faulty-model', facts: { found: 'aismm 1.0' } }]);
});
