/** Last year's answers of an older edition in this year's workbooks: what still holds is filled in, the rest is proposed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/desk/migrate.js';
import { makeFiller, readWorkbook } from '../../src/host/bound.js';
import { modelsOf, Shelf } from '../../src/layout/shelf.js';
import type { ReadWorkbook } from '../../src/workbook/read.js';
import { exampleOf } from '../assessments.js';
import { aismm, newFolder, type Run } from '../cli/run.js';
import { asIssued, installed, usual } from '../installed.js';

const folder = newFolder();
const older = installed('1.0').model;
const { model } = usual();
const models = modelsOf([model, older], model);
const shelf = new Shelf(models);
const example = exampleOf(older, { seed: 4, profile: 'typical' });
const before = {
  ...example,
  organization: { ...example.organization, name: 'Example AG', unit: 'Retail', assessor: 'Ann' },
};
let run: Run;

const read = (file: string): ReadWorkbook => {
  const { value, findings } = readWorkbook(new Uint8Array(readFileSync(join(folder, 'issued', file))), shelf);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
};

beforeAll(async () => {
  mkdirSync(join(folder, 'returned'));
  writeFileSync(join(folder, 'returned', 'a.xlsx'), (await makeFiller(asIssued(older)))(before));
  expect(aismm(folder, 'ingest', 'returned', '--store', 's.sqlite', '--jobs', '1').code).toBe(0);
  writeFileSync(
    join(folder, 'list.csv'),
    'organization,unit,contact\nexample ag,RETAIL,new@example.com\nExample AG,New unit,\n',
  );
  run = aismm(folder, 'issue', 'list.csv', '--into', 'issued', '--previous', 's.sqlite');
}, 240_000);

test('says how many rows have earlier answers', () => {
  expect([run.code, run.stderr.split('\n')[0]]).toEqual([0, '1 of 2 rows have earlier answers in the store']);
});

test('has the answers that still hold, a proposal for each of the others, the token, and no day', () => {
  const expected = migrate(before, model, models).value;
  if (!expected) throw new Error('the editions follow each other');
  const { assessment, edition, addressed } = read('example ag - RETAIL.xlsx');
  expect(edition.version).toBe(model.version);
  expect(addressed?.token).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{64}$/);
  expect(expected.counts.kept).toBeGreaterThan(0);
  expect(expected.counts.review).toBeGreaterThan(0);
  expect(Object.fromEntries(assessment.answers)).toEqual(Object.fromEntries(expected.assessment.answers));
  expect(Object.keys(assessment.comments ?? {}).sort()).toEqual(Object.keys(expected.assessment.comments ?? {}).sort());
  expect(assessment.organization).toMatchObject({
    asOf: '',
    contact: 'new@example.com',
    name: 'example ag',
    assessor: 'Ann',
  });
});

test('a unit without earlier answers has a blank workbook', () => {
  expect(read('Example AG - New unit.xlsx').assessment.answers.size).toBe(0);
});

test('again, it writes the same', () => {
  const again = aismm(folder, 'issue', 'list.csv', '--into', 'issued', '--previous', 's.sqlite');
  expect([again.code, again.stderr.includes('wrote 0 workbooks into issued, 2 existed already')]).toEqual([0, true]);
});
