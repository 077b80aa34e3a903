/** Which workbooks are meant: folders are walked in an order that is always the same, and what can't be looked into is said. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '../../src/desk/source.js';
import type { Finding } from '../../src/diagnostic/finding.js';
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

/** All that is found, and what is heard on the way. */
async function discovered(paths: readonly string[]) {
  const [items, findings, archivesInside]: [Item[], Finding[], string[]] = [[], [], []];
  let skipped = 0;
  const skip = (inside?: string): void => {
    skipped += 1;
    if (inside !== undefined) archivesInside.push(inside);
  };
  for await (const item of discover(paths, { report: (each) => findings.push(each), skip })) items.push(item);
  return { items, findings, archivesInside, skipped };
}

const below = (paths: readonly string[]): string[] => paths.map((path) => path.slice(folder.length + 1));

test('by name; links to files are taken, links to folders are not followed, and may go round in circles', async () => {
  const { items, skipped, findings } = await discovered([at('in')]);
  expect(below(items.map(({ path }) => path))).toEqual(
    ['a.XLSX', 'b.xlsx', 'b/2.xlsx', 'c.xlsx', 'gone.xlsx'].map((name) => `in/${name}`),
  );
  // notes.md, the hidden one, and both links to folders.
  expect([skipped, findings]).toEqual([4, []]);
});

test('a way that leads up hides nothing', async () => {
  const { items } = await discovered([`${at('elsewhere')}/../in/b/*.xlsx`]);
  expect(items).toHaveLength(1);
});

test('archives inside archives are skipped by name', async () => {
  writeFileSync(at('outer.zip'), zipSync({ 'a.xlsx': new Uint8Array(3), 'in/inner.zip': new Uint8Array(3) }));
  const { items, skipped, archivesInside } = await discovered([at('outer.zip')]);
  expect([items.length, skipped, below(archivesInside)]).toEqual([1, 1, ['outer.zip/in/inner.zip']]);
});

test('what can’t be looked into is found, and costs nothing else', async () => {
  mkdirSync(at('in/locked'));
  chmodSync(at('in/locked'), 0);
  const tooMany = 'x'.repeat(5_000);
  const { items, findings } = await discovered([at('in'), at('in/b.xlsx/inside.xlsx'), at(tooMany)]);
  chmodSync(at('in/locked'), 0o700);
  expect(items.length).toBe(5);
  const isAdministrator = process.getuid?.() === 0;
  expect(findings.map(({ code, file = '' }) => [code, below([file])[0]])).toEqual([
    ...(isAdministrator ? [] : [['file-unreadable', 'in/locked']]),
    ['file-unreadable', 'in/b.xlsx/inside.xlsx'],
    ['file-not-found', tooMany],
  ]);
});

test('what is meant in several ways is found once', async () => {
  const found = async (...paths: string[]): Promise<string[]> =>
    below((await discovered(paths.map((path) => at(path)))).items.map(({ path }) => path));
  expect(await found('in/b.xlsx', 'in/b', 'in/b/2.xlsx', 'in/b.xlsx')).toEqual(['in/b.xlsx', 'in/b/2.xlsx']);
  expect(await found('in/b/2.xlsx', 'in/b')).toEqual(['in/b/2.xlsx']);
  expect(await found('in/b', 'elsewhere')).toEqual(['in/b/2.xlsx', 'elsewhere/e.xlsx']);
  // What a link leads to lies elsewhere, as far as names say.
  expect(await found('elsewhere', 'in/link')).toEqual(['elsewhere/e.xlsx', 'in/link/e.xlsx']);
});

test('files are found as they are asked for: nothing is listed before the first is read', async () => {
  for (const each of ['wide', 'wide/a', 'wide/b']) mkdirSync(at(each));
  for (const each of ['wide/a/1.xlsx', 'wide/a/notes.md', 'wide/b/1.xlsx', 'wide/b/notes.md']) put(each);
  let skipped = 0;
  const items = discover([at('wide')], { skip: () => (skipped += 1) });
  const first = await items.next();
  expect([below([(first.value as Item).path]), skipped]).toEqual([['wide/a/1.xlsx'], 1]);
  await items.return(undefined);
  expect(skipped).toBe(1);
});

test('an archive with nothing in it is counted as skipped', async () => {
  writeFileSync(at('nothing.zip'), zipSync({}));
  const { items, skipped } = await discovered([at('nothing.zip')]);
  expect([items, skipped]).toEqual([[], 1]);
});
