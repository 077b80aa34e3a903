/** Organizations are removed as people name them: in any spelling, by unit, with all units, or by where a nameless workbook lies. */
import { expect, test } from 'vitest';
import { forgetOrganization, type AskedToForget, type Forgotten } from '../../src/desk/forget.js';
import type { KeptOrganization, Results } from '../../src/desk/results.js';
import { all } from '../store/entries.js';
import { resultsOf } from './keeping.js';

const acme = (): Promise<Results> =>
  resultsOf(
    { sha: 'a', name: 'Straße AG' },
    { sha: 'b', name: 'STRASSE  ag', rejected: true },
    { sha: 'c', name: 'Straße\u200b AG', unit: 'North' },
    { sha: 'd', name: 'Straße AG', unit: 'South' },
    { sha: 'e', name: 'Beta', unit: 'IT' },
    { sha: 'f', name: 'Beta', unit: 'HR' },
    { sha: '1', name: '', path: 'in/none.xlsx' },
    { sha: '2', name: '\u2060', path: 'in/unseen.xlsx', rejected: true },
  );

const named = (all: readonly KeptOrganization[]): string[] =>
  all.map(({ name, unit, path }) => `${name}|${unit}|${path}`);
const told = ({ organizations, files, left }: Forgotten): unknown => [named(organizations), files, named(left)];

test.each<[string, AskedToForget, unknown]>([
  [
    'in another spelling, and what is left of that name is told',
    { organization: ' strasse  ag' },
    [['STRASSE  ag||'], 2, ['Straße AG|South|', 'Straße\u200b AG|North|']],
  ],
  [
    'a unit',
    { organization: 'STRASSE AG', unit: 'north' },
    [['Straße\u200b AG|North|'], 1, ['STRASSE  ag||', 'Straße AG|South|']],
  ],
  [
    'all units',
    { organization: 'straße ag', allUnits: true },
    [['STRASSE  ag||', 'Straße AG|South|', 'Straße\u200b AG|North|'], 4, []],
  ],
  ['without a name', { file: 'in/none.xlsx' }, [['||in/none.xlsx'], 1, []]],
  ['with a name that nobody sees', { file: 'in/unseen.xlsx' }, [['\u2060||in/unseen.xlsx'], 1, []]],
  ['a file that has a name is none of these', { file: 'a.xlsx' }, [[], 0, []]],
])('%s', async (_, asked, expected) => {
  const results = await acme();
  const before = (await all(results.organizations())).length;
  const { value } = await forgetOrganization(results, asked, { mayComeBack: false });
  expect(value && told(value)).toEqual(expected);
  expect((await all(results.organizations())).length).toBe(before - (value?.organizations.length ?? 0));
  await results.close();
});

test.each<[string, AskedToForget]>([
  ['one of several units has to be named', { organization: 'Beta' }],
  ['a unit that is not there', { organization: 'Beta', unit: 'ops' }],
  ['all units of nobody', { organization: 'Gamma', allUnits: true }],
  ['nobody’s', { organization: '\u200b', allUnits: true }],
])('nothing is removed: %s', async (_, asked) => {
  const results = await acme();
  const before = await all(results.organizations());
  const { value, findings } = await forgetOrganization(results, asked, { mayComeBack: false });
  expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['unknown-organization']]);
  expect(await all(results.organizations())).toEqual(before);
  await results.close();
});
