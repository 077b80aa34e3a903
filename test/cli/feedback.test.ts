/** Remarks on the model at the command line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aismm, newFolder } from './run.js';

test('a workbook with remarks and no answers is counted as blank, and its remarks are listed', () => {
  const folder = newFolder();
  const feedback = [{ objective: 'GOV-2A', kind: 'unclear', comment: 'Which rules?' }];
  const model = { id: 'aismm', version: '1.1' };
  writeFileSync(join(folder, 'said.json'), JSON.stringify({ schemaVersion: 1, model, feedback }));
  expect(aismm(folder, 'fill', 'said.json', '-o', 'said.xlsx').code).toBe(0);
  const ingest = aismm(folder, 'ingest', 'said.xlsx', '--jobs', '1', '--store', 'said.sqlite');
  expect(ingest.stderr).toMatch(/blank/);
  const list = aismm(folder, 'feedback', '--store', 'said.sqlite', '--format', 'csv');
  expect([list.code, list.stdout, list.stderr]).toEqual([0, expect.stringContaining('Which rules?'), '']);
  expect(aismm(folder, 'feedback', '--store', 'said.sqlite', '--model', '1.0').stderr).toBe(
    '--model does not select remarks. The list also contains remarks on aismm 1.1.\n',
  );
});
