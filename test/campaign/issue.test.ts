/** What is issued from a list: the same row keeps token and file, names are safe and each its own, earlier answers only where they hold. */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCampaignList, type CampaignRow } from '../../src/desk/campaign-list.js';
import { planIssue, withIssued } from '../../src/desk/issue-list.js';
import { prefilled } from '../../src/desk/prefill.js';
import type { StoredAssessment } from '../../src/desk/results.js';
import { isSigned, tokenFor } from '../../src/desk/tokens.js';
import { Refusal } from '../../src/diagnostic/refusal.js';
import { manifestText, parseManifest, type Manifest } from '../../src/formats/manifest.js';
import { newTokenId, openKey } from '../../src/host/campaign-key.js';
import { modelsOf } from '../../src/layout/shelf.js';
import { asIssued } from '../installed.js';
import { returnedModel } from '../returned.js';

const issued = asIssued(returnedModel);
const read = (text: string): readonly CampaignRow[] =>
  readCampaignList(new TextEncoder().encode(text), issued).value ?? [];
let n = 0;
const plan = (text: string, before?: Manifest, { force = false } = {}) =>
  planIssue(read(text), {
    ...{ date: '2026-11-26', before, force },
    newTokenId: () => (n += 1).toString(16).padStart(32, '0'),
    contentOf: ({ organization, due }) => ({ edition: issued.edition, digest: JSON.stringify([organization, due]) }),
  });
const recorded = (text: string): Manifest =>
  withIssued(
    undefined,
    '',
    (plan(text).value ?? []).map(({ entry }) => ({ ...entry, sha256: 'done' })),
  );

describe('planning', () => {
  test('names are readable, safe and each its own', () => {
    const names = plan('name,unit\nA/B Ltd.,IT\nA-B Ltd.,it.\n"../CON",\ncon,\n"A:B",\nÄrzte,').value?.map(
      ({ entry }) => entry.file,
    );
    expect(names).toEqual([
      'A-B Ltd. - IT.xlsx',
      'A-B Ltd. - it..xlsx',
      '_CON.xlsx',
      '_con-2.xlsx',
      'A_B.xlsx',
      'Ärzte.xlsx',
    ]);
    expect(plan('name,unit\na,b - c\na - b,c\n').value?.map(({ entry }) => entry.file)).toEqual([
      'a - b - c.xlsx',
      'a - b - c-2.xlsx',
    ]);
  });

  test('again, nothing is new; a longer list adds rows, and a shorter one forgets none', () => {
    const before = recorded('name\nA\nB\n');
    const again = plan('name\nA\nB\nC\n', before).value ?? [];
    expect(again.map(({ entry }) => entry.sha256)).toEqual(['done', 'done', '']);
    expect(again.slice(0, 2).map(({ entry }) => entry)).toEqual(before.issued);
    const shorter = withIssued(
      before,
      '',
      (plan('name\nB\n', before).value ?? []).map(({ entry }) => entry),
    );
    expect(shorter.issued.map(({ organization }) => organization)).toEqual(['A', 'B']);
  });

  test('a row that has changed is refused, and with force it keeps its token', () => {
    const before = recorded('name,due\nA,2027-01-31\n');
    const changed = 'name,due\nA,2027-02-28\n';
    expect(plan(changed, before).findings.map(({ code, line }) => [code, line])).toEqual([['issued-otherwise', 2]]);
    const [forced] = plan(changed, before, { force: true }).value ?? [];
    expect(forced?.entry).toMatchObject({ token: before.issued[0]?.token, sha256: '', due: '2027-02-28' });
  });

  test('a file name of the list that no system takes is refused', () => {
    expect(plan('name,file\nA,a/b.xlsx\nB,good\n').findings.map(({ code, line }) => [code, line])).toEqual([
      ['list-value', 2],
    ]);
  });
});

test('a manifest is read as it was written, and anything else is refused', () => {
  const manifest = recorded('name,unit,contact\nA,b,c\n');
  expect(parseManifest(manifestText(manifest)).value).toEqual(manifest);
  for (const text of ['', '{}', manifestText({ ...manifest, schemaVersion: 2 as never })])
    expect(parseManifest(text).findings.map(({ code }) => code)).toEqual(['manifest-unusable']);
  const escaping = { ...manifest, issued: manifest.issued.map((each) => ({ ...each, file: '../x.xlsx' })) };
  expect(parseManifest(manifestText(escaping)).value).toBeUndefined();
});

test('the key is made once, for its owner alone; without it nobody makes a token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));
  const path = join(folder, 'k.key');
  expect(() => openKey(path, { create: false })).toThrow(Refusal);
  const sign = openKey(path, { create: true });
  const token = tokenFor(newTokenId(), sign);
  const text = readFileSync(path, 'utf8');
  expect(isSigned(token, openKey(path, { create: true }))).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe(text);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(isSigned(token, openKey(join(folder, 'other.key'), { create: true }))).toBe(false);
  expect(
    isSigned(
      token.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      sign,
    ),
  ).toBe(false);
  writeFileSync(path, '');
  expect(() => openKey(path, { create: true })).toThrow(Refusal);
});

test('earlier answers are filled in, but not the day and remarks; what the list says goes first', () => {
  const [row] = read('name,contact,targets\nA,new@example.com,GOV: 4\n');
  const before = {
    model: 'tiny 1.0',
    organization: { name: 'a', unit: '', scope: 'All', industry: 'energy', size: '', region: '', assessor: 'Ann', contact: 'old', asOf: '2025-11-01' },
    scores: {
      selection: ['paas'],
      categories: [
        { id: 'GOV', target: 3, weight: 1 },
        { id: 'IAM', target: 2, weight: 5 },
      ],
    },
    answers: { 'GOV-2B': { answer: 'met', evidence: 'Minutes', validUntil: '2026-01-01' } },
    feedback: [{ objective: '', kind: '', comment: 'No.' }],
  } as unknown as StoredAssessment;
  const { value } = row ? prefilled(row, issued, before, modelsOf([returnedModel], returnedModel)) : {};
  expect(value?.migrated).toBeUndefined();
  expect(value?.assessment).toMatchObject({
    organization: { name: 'A', scope: 'All', industry: 'energy', contact: 'new@example.com', asOf: '' },
    ...{ selection: ['paas'], targets: { GOV: 4, IAM: 2 }, weights: { IAM: 5 }, feedback: [] },
    answers: new Map(Object.entries(before.answers)),
  });
}); // prettier-ignore
