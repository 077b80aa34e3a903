/** Which workbooks are meant: folders are walked in an order that is always the same, and what can't be looked into is said. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discover } from '../../src/intake/discover.js';

let folder = '';
const at = (...parts: string[]): string => join(folder, ...parts);
const put = (...parts: string[]): void => writeFileSync(at(...parts), 'x');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));
  for (const each of ['in', 'in/b', 'in/.hidden', 'elsewhere']) mkdirSync(at(each));
  for (const each of ['in/b.xlsx', 'in/b/2.xlsx', 'in/a.XLSX', 'in/.hidden/h.xlsx', 'in/notes.md', 'elsewhere/e.xlsx'])
    put(each);
  symlinkSync(at('elsewhere'), at('in/link'));
  symlinkSync(at('in'), at('in/circle'));
  symlinkSync(at('elsewhere/e.xlsx'), at('in/c.xlsx'));
  symlinkSync(at('nowhere'), at('in/gone.xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const below = (paths: readonly string[]): string[] => paths.map((path) => path.slice(folder.length + 1));

test('by name; links to files are taken, links to folders are not followed, and may go round in circles', async () => {
  const { items, skipped, findings } = await discover([at('in')]);
  expect(below(items.map(({ path }) => path))).toEqual(
    ['a.XLSX', 'b.xlsx', 'b/2.xlsx', 'c.xlsx', 'gone.xlsx'].map((name) => `in/${name}`),
  );
  // notes.md, the hidden one, and both links to folders.
  expect([skipped, findings]).toEqual([4, []]);
});

test('a way that leads up hides nothing', async () => {
  const { items } = await discover([`${at('elsewhere')}/../in/b/*.xlsx`]);
  expect(items).toHaveLength(1);
});

test('archives inside archives are skipped by name', async () => {
  writeFileSync(at('outer.zip'), zipSync({ 'a.xlsx': new Uint8Array(3), 'in/inner.zip': new Uint8Array(3) }));
  const { items, skipped, archivesInside } = await discover([at('outer.zip')]);
  expect([items.length, skipped, below(archivesInside)]).toEqual([1, 1, ['outer.zip/in/inner.zip']]);
});

test('what can’t be looked into is found, and costs nothing else', async () => {
  mkdirSync(at('in/locked'));
  chmodSync(at('in/locked'), 0);
  const tooMany = 'x'.repeat(5_000);
  const { items, findings } = await discover([at('in'), at('in/b.xlsx/inside.xlsx'), at(tooMany)]);
  chmodSync(at('in/locked'), 0o700);
  expect(items.length).toBe(5);
  const isAdministrator = process.getuid?.() === 0;
  expect(findings.map(({ code, file = '' }) => [code, below([file])[0]])).toEqual([
    ...(isAdministrator ? [] : [['file-unreadable', 'in/locked']]),
    ['file-unreadable', 'in/b.xlsx/inside.xlsx'],
    ['file-not-found', tooMany],
  ]);
});
