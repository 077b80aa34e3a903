/** Results in an SQLite file keep to the port, survive being closed, and bring what earlier versions kept up to date. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, test, vi } from 'vitest';
import { keptInWords, keptSeverity, type Results } from '../../src/desk/results.js';
import { Refusal } from '../../src/diagnostic/refusal.js';
import { openResults } from '../../src/store/open.js';
import { NASTY } from '../encode/nasty.js';
import { keepsResults } from './contract.js';
import { all, digest, entry, keyOf, REASONS } from './entries.js';
import { FIRST, putFirst, putSecond, SECOND, TOLD } from './earlier.js';
import { downgrade } from '../ingest/downgrade.js';
import { messagesIn } from '../../src/locale/messages.js';

const folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));
let count = 0;
const fresh = (): string => join(folder, `${(count += 1)}.sqlite`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

keepsResults('an SQLite file', () => openResults(fresh(), { create: true }));

test('what was kept is there when it is opened again', async () => {
  const file = fresh();
  const first = await openResults(file, { create: true });
  await first.write([entry({ sha: 'a' }), entry({ sha: 'b', rejected: true })]);
  await first.close();
  const second = await openResults(file, { create: false });
  expect([await second.statusOf(digest('a')), await second.statusOf(digest('b'))]).toEqual(['accepted', 'rejected']);
  expect(await second.findingsOf(digest('b'))).toEqual(REASONS);
  expect((await all(second.assessments())).map(({ sha256 }) => sha256)).toEqual([digest('a')]);
  await second.close();
});

test('a store whose ids are gone is damaged, and nobody is left out in silence', async () => {
  const file = fresh();
  const results = await openResults(file, { create: true });
  await results.write([entry({ sha: 'a' })]);
  await results.close();
  const db = new Database(file);
  db.exec('PRAGMA foreign_keys = OFF; DELETE FROM outline');
  db.close();
  const damaged = await openResults(file, { create: false });
  for (const asked of [damaged.newest(), damaged.assessments()])
    await expect(all<unknown>(asked)).rejects.toMatchObject({
      finding: { code: 'store-unusable', facts: { reason: 'damaged' } },
    });
  await damaged.close();
});

test('what can’t be opened is refused with a finding', async () => {
  writeFileSync(join(folder, 'no.sqlite'), 'no database at all, though long enough to be taken for one'.repeat(20));
  for (const name of ['none.sqlite', 'no.sqlite'])
    await expect(openResults(join(folder, name), { create: false })).rejects.toThrow(Refusal);
});

test.each([':memory:', ''])('“%s” is refused: nothing would be kept', async (name) => {
  await expect(openResults(name, { create: true })).rejects.toMatchObject({
    finding: { code: 'store-unusable', facts: { reason: 'not-kept' } },
  });
});

test.each(['libsql://127.0.0.1:9/x', 'https://127.0.0.1:9/x', 'http:x', 'ws:x'])(
  'a store name that looks like a network address is treated as a file name: %s',
  async (name) => {
    // It is a name like any other: below a folder that is not there, or of a file.
    const file = `${join(folder, 'none')}/../${name}`;
    const before = process.cwd();
    process.chdir(folder);
    try {
      const opened = await openResults(name, { create: true }).catch((error: unknown) => error);
      if (opened instanceof Refusal) expect(opened.finding).toMatchObject({ code: 'store-unusable' });
      else {
        await (opened as Results).close();
        expect(statSync(join(folder, name)).isFile(), file).toBe(true);
      }
    } finally {
      process.chdir(before);
    }
  },
);

test.skipIf(process.platform === 'win32')('a new store is readable only by its owner', async () => {
  const file = fresh();
  const results = await openResults(file, { create: true });
  await results.write([entry({ sha: 'a' })]);
  const rights = [file, `${file}-wal`].map((each) => (statSync(each).mode & 0o777).toString(8));
  await results.close();
  expect(rights).toEqual(['600', '600']);
});

test('texts come back as they were, whatever is in them; halves of characters become marks', async () => {
  const name = ['a\u0000b', '\u0001\u001f', '"\\', '\ud83d', '😀 é \ufeff', ...Object.values(NASTY)].join('');
  const results = await openResults(fresh(), { create: true });
  await results.write([entry({ sha: 'a', name, unit: name, path: name })]);
  const whole = name.replace(/\p{Cs}/gu, '\ufffd');
  expect(await all(results.names())).toMatchObject([{ name: whole, unit: whole }]);
  expect(await all(results.assessments())).toMatchObject([{ path: whole, organization: { unit: name } }]);
  await results.close();
});

test('a store with a flipped bit returns the same results as before or is reported as damaged', async () => {
  const file = fresh();
  const results = await openResults(file, { create: true });
  const letters = 'a b c d e f g h i j k l m n o p q r s t'.split(' ');
  await results.write(letters.map((sha, at) => entry({ sha, at, name: `Organization ${sha}`, unit: 'Ünit' })));
  const before = await toldBy(results);
  await results.close();
  const sound = readFileSync(file);
  const outcomes = new Set<string>();
  const step = Math.floor(sound.length / 240);
  for (let at = 0; at < sound.length; at += step) {
    const bytes = Buffer.from(sound);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    const flipped = fresh();
    writeFileSync(flipped, bytes);
    try {
      const opened = await openResults(flipped, { create: false });
      try {
        expect(await toldBy(opened), `byte ${at}`).toEqual(before);
        outcomes.add('as before');
      } finally {
        await opened.close();
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.add(error.finding.code);
    }
    rmSync(flipped);
  }
  expect([...outcomes].sort()).toEqual(['as before', 'store-unusable']);
});

test('many take no more questions than few: each that is prepared takes memory for long', async () => {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const questions = async (count: number): Promise<number> => {
    const results = await openResults(fresh(), { create: true });
    const entries = Array.from({ length: count }, (_, i) =>
      entry({ sha: `a${i}b`, name: `N ${i}`, rejected: i % 2 === 1 }),
    );
    prepare.mockClear();
    // One by one, as the last ones of many batches.
    for (const each of entries) await results.write([each]);
    for (const { sha256 } of entries) {
      await results.statusOf(sha256);
      await results.findingsOf(sha256);
      await results.senderOf(sha256);
    }
    expect((await all(results.assessments())).length).toBe(count / 2);
    expect((await all(results.newest())).length).toBe(count / 2);
    expect((await all(results.names())).length).toBe(count / 2);
    await results.close();
    return prepare.mock.calls.length;
  };
  expect(await questions(40)).toBe(await questions(4));
  prepare.mockRestore();
});

test('after an organization is removed, the store file does not contain its name or its file names', async () => {
  const file = fresh();
  const results = await openResults(file, { create: true });
  await results.write([
    entry({ sha: 'a', name: 'Secretive', path: 'Hidden.xlsx' }),
    entry({ sha: 'b', name: 'Other' }),
  ]);
  expect(await results.forget(keyOf('Secretive'), { mayComeBack: false })).toBe(1);
  await results.close();
  const left = readFileSync(file).toString('latin1').toLowerCase();
  expect([left.includes('secretive'), left.includes('hidden.xlsx'), left.includes('other')]).toEqual([
    false,
    false,
    true,
  ]);
});

test('after an organization is removed, no file of the store contains its name, even while another program uses the store', async () => {
  const file = fresh();
  const other = await openResults(file, { create: true });
  await other.write([
    entry({ sha: 'a', name: 'Secretive', path: 'Hidden.xlsx' }),
    ...Array.from({ length: 50 }, (_, n) => entry({ sha: `${n}f`, name: `Other ${n}` })),
  ]);
  const results = await openResults(file, { create: false });
  expect(await results.forget(keyOf('Secretive'), { mayComeBack: true })).toBe(1);
  await results.close();
  const beside = [file, `${file}-wal`, `${file}-shm`, `${file}-journal`].filter((each) => existsSync(each));
  const left = beside.map((each) => readFileSync(each).toString('latin1').toLowerCase()).join('');
  expect([left.includes('secretive'), left.includes('hidden.xlsx'), left.includes('other')]).toEqual([
    false,
    false,
    true,
  ]);
  expect((await all(other.names())).length).toBe(50);
  await other.close();
});

const toldBy = async (results: Results) => ({
  assessments: await all(results.assessments()),
  newest: await all(results.newest()),
  names: await all(results.names()),
  secret: await results.secret(),
});

const states = { 'GOV-2A': 'met', 'GOV-2B': 'unmet' };

test.each([
  ['first', FIRST, putFirst],
  ['second', SECOND, putSecond],
])('a store of the %s version is brought up to date', async (_, tables, put) => {
  const file = fresh();
  const db = new Database(file);
  db.exec(tables);
  put(db, { sha256: digest('a'), path: 'a.xlsx', name: 'Straße  AG', asOf: '2026-01-01', states });
  put(db, { sha256: digest('b'), path: 'b.xlsx', name: 'STRASSE AG', asOf: '2026-02-01', states, maturity: 3 });
  put(db, { sha256: digest('c'), path: 'c.xlsx', name: '', asOf: '', states });
  put(db, { sha256: digest('d'), path: 'd.xlsx', name: 'Sent wrong', asOf: '', states: {}, told: TOLD });
  db.close();
  const results = await openResults(file, { create: false });
  const kept = await all(results.assessments());
  expect(kept.map(({ path, key, version }) => [path, key, version])).toEqual(
    [
      ['a.xlsx', keyOf('Straße AG'), 1],
      ['b.xlsx', keyOf('Straße AG'), 1],
      ['c.xlsx', `|${digest('c')}`, 1],
    ].sort(([, a = ''], [, b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  expect(kept.map((each) => each.states)).toEqual([states, states, states]);
  expect((await all(results.newest())).map(({ maturity }) => maturity).sort()).toEqual([2, 3]);
  // Told at that time; what it affects was not yet said.
  const findings = await results.findingsOf(digest('d'));
  expect(findings).toEqual(TOLD);
  expect(findings.map(keptSeverity)).toEqual(['error', 'warning']);
  expect(findings.map((each) => keptInWords(each, messagesIn()))).toEqual([
    { affects: 'score', ...TOLD[0] },
    { affects: 'record', ...TOLD[1] },
  ]);
  // Before there were pseudonyms there was no secret; the one it has now is kept.
  const secret = await results.secret();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  // New ones stand beside those.
  await results.write([entry({ sha: 'e', rejected: true })]);
  expect(await results.findingsOf(digest('e'))).toEqual(REASONS);
  await results.close();
  const again = await openResults(file, { create: false });
  expect(await again.secret()).toBe(secret);
  await again.close();
});

test('a store of version 5 is packed row by row; one that is damaged is refused and stays as it was', async () => {
  const file = fresh();
  const results = await openResults(file, { create: true });
  await results.write(
    'a b c d e f g h'
      .split(' ')
      .map((sha, at) => entry({ sha, at: at + 0.5, name: `Organization ${sha}`, rejected: at > 5 })),
  );
  const before = await toldBy(results);
  const findings = await results.findingsOf(digest('h'));
  await results.close();
  downgrade(file, 5);
  const damaged = fresh();
  copyFileSync(file, damaged);
  const db = new Database(damaged);
  db.exec(`UPDATE file SET answers = replace(answers, 'met', 'not') WHERE sha256 = '${digest('e')}'`);
  db.close();
  const old = readFileSync(damaged);
  await expect(openResults(damaged, { create: false })).rejects.toMatchObject({
    finding: { code: 'store-unusable', facts: { reason: 'damaged' } },
  });
  expect(readFileSync(damaged).equals(old)).toBe(true);
  const packed = await openResults(file, { create: false });
  const { secret: _, ...told } = await toldBy(packed);
  expect(told).toEqual({ assessments: before.assessments, newest: expect.any(Array), names: before.names });
  expect(new Set(told.newest)).toEqual(new Set(before.newest));
  expect(await packed.findingsOf(digest('h'))).toEqual(findings);
  await packed.close();
});

test('many of one organization and day are told apart by their times, however many there are', async () => {
  const results = await openResults(fresh(), { create: true });
  const models = ['aismm 1.0', 'aismm 1.1'];
  await results.write(
    Array.from({ length: 1_300 }, (_, i) =>
      entry({ sha: `${i}b`, at: i === 3 || i === 4 ? 9_000 + i : 1_000, model: models[i % 2] ?? '', maturity: i % 5 }),
    ),
  );
  await results.write([entry({ sha: 'c', name: 'Beta' }), entry({ sha: 'd', name: 'Gamma', rejected: true })]);
  const newest = (await all(results.newest())).map((each) => [each.key, each.sha256, each.isNewest, each.isOnly]);
  expect(newest.sort()).toEqual([
    [keyOf('Acme'), digest('3b'), false, false],
    [keyOf('Acme'), digest('4b'), true, false],
    [keyOf('Beta'), digest('c'), true, true],
  ]);
  await results.close();
});
