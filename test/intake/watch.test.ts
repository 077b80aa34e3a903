/** A folder that is watched: each file is taken once it is complete, and again when it has changed. */
import { chmodSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import type { Finding } from '../../src/diagnostic/finding.js';
import { watch } from '../../src/intake/watch.js';
import { newFolder } from '../cli/run.js';

const SETTLED = { whole: 1_000, cut: 60_000 };
const START = Date.UTC(2026, 10, 27);

afterEach(() => vi.useRealTimers());

/** Looks one after the other; between two of them the clock is set on. */
function watching(path: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  let now = 1_000;
  const stop = new AbortController();
  const findings: Finding[] = [];
  const looks = watch([path], {
    ...{ stop: stop.signal, pause: 0, settled: SETTLED, clock: () => now },
    report: (finding) => findings.push(finding),
  });
  return {
    findings,
    stop,
    /** Names of what is new after so many milliseconds. */
    after: async (milliseconds: number): Promise<string[]> => {
      now += milliseconds;
      vi.setSystemTime(Date.now() + milliseconds);
      const look = await looks.next();
      const names: string[] = [];
      if (look.done !== true) for await (const item of look.value) names.push(item.path.slice(path.length + 1));
      return names;
    },
  };
}

const zip = (name: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': new Uint8Array(300), [name]: new Uint8Array(9) });

/** Writes a file whose time is that of the clock. */
function put(path: string, bytes: Uint8Array | string): void {
  writeFileSync(path, bytes);
  utimesSync(path, Date.now() / 1000, Date.now() / 1000);
}

test('a file is taken once, when it has stayed the same for a while', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  put(join(folder, 'a.xlsx'), zip('a'));
  expect(await after(0)).toEqual([]);
  expect(await after(999)).toEqual([]);
  expect(await after(1)).toEqual(['a.xlsx']);
  expect(await after(5_000)).toEqual([]);
});

test('a file that grows is waited for, however long it takes', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  const whole = zip('a');
  for (const length of [100, 200, 300]) {
    put(join(folder, 'a.xlsx'), whole.subarray(0, length));
    expect(await after(2_000)).toEqual([]);
  }
  put(join(folder, 'a.xlsx'), whole);
  expect(await after(2_000)).toEqual([]);
  expect(await after(2_000)).toEqual(['a.xlsx']);
});

test('a workbook without its end is waited for longer, and taken in the end, so that somebody hears of it', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  put(join(folder, 'a.xlsx'), zip('a').subarray(0, 200));
  expect(await after(0)).toEqual([]);
  expect(await after(30_000)).toEqual([]);
  expect(await after(30_000)).toEqual(['a.xlsx']);
});

test('a file that was changed is taken again; one under another name, too', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  put(join(folder, 'a.xlsx'), zip('a'));
  await after(0);
  expect(await after(1_000)).toEqual(['a.xlsx']);
  put(join(folder, 'a.xlsx'), zip('b'));
  expect(await after(0)).toEqual([]);
  expect(await after(1_000)).toEqual(['a.xlsx']);
  renameSync(join(folder, 'a.xlsx'), join(folder, 'b.xlsx'));
  expect(await after(0)).toEqual([]);
  expect(await after(1_000)).toEqual(['b.xlsx']);
});

test('files in folders, archives and what is no workbook', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  mkdirSync(join(folder, 'team'));
  put(join(folder, 'team/a.xlsx'), zip('a'));
  put(join(folder, 'batch.zip'), zipSync({ 'in/b.xlsx': zip('b') }));
  put(join(folder, 'notes.txt'), 'notes');
  put(join(folder, '.upload.xlsx'), zip('hidden'));
  await after(0);
  expect(await after(1_000)).toEqual(['batch.zip/in/b.xlsx', 'team/a.xlsx']);
});

test('a folder that is gone for a while is told once, and read when it is there again', async () => {
  const folder = newFolder();
  const { after, findings } = watching(folder);
  rmSync(folder, { recursive: true });
  for (let i = 0; i < 3; i += 1) expect(await after(1_000)).toEqual([]);
  expect(findings.map(({ code }) => code)).toEqual(['file-not-found']);
  mkdirSync(folder);
  put(join(folder, 'a.xlsx'), zip('a'));
  await after(0);
  expect(await after(1_000)).toEqual(['a.xlsx']);
  rmSync(folder, { recursive: true });
  await after(1_000);
  expect(findings).toHaveLength(2);
});

test.skipIf(process.platform !== 'linux')('a file whose name is no text is told once: nobody can read it', async () => {
  const folder = newFolder();
  const { after, findings } = watching(folder);
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from('.xlsx')]), zip('a'));
  for (let look = 0; look < 3; look += 1) expect(await after(60_000)).toEqual([]);
  expect(findings).toMatchObject([{ code: 'file-unreadable', file: join(folder, '\ufffd.xlsx') }]);
});

test('it ends when it is stopped', async () => {
  const folder = newFolder();
  const { after, stop } = watching(folder);
  put(join(folder, 'a.xlsx'), zip('a'));
  await after(0);
  stop.abort();
  expect(await after(1_000)).toEqual([]);
});

test('a file that people may read only later is taken again', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  const path = join(folder, 'a.xlsx');
  put(path, zip('a'));
  chmodSync(path, 0o000);
  expect(await after(0)).toEqual([]);
  expect(await after(60_000)).toEqual(['a.xlsx']);
  chmodSync(path, 0o644);
  expect(await after(0)).toEqual([]);
  expect(await after(1_000)).toEqual(['a.xlsx']);
});

test('another file of the same size, time and permissions is taken as well', async () => {
  const folder = newFolder();
  const { after } = watching(folder);
  const path = join(folder, 'a.xlsx');
  put(path, zip('a'));
  await after(0);
  expect(await after(1_000)).toEqual(['a.xlsx']);
  const time = new Date(START);
  writeFileSync(join(folder, 'b'), zip('b'));
  utimesSync(join(folder, 'b'), time, time);
  renameSync(join(folder, 'b'), path);
  expect(await after(0)).toEqual([]);
  expect(await after(1_000)).toEqual(['a.xlsx']);
});

test.each([
  ['back', -400 * 86_400_000],
  ['ahead', 400 * 86_400_000],
])('a clock that is set %s makes no file wait, and takes none before it is complete', async (_, by) => {
  const folder = newFolder();
  const { after } = watching(folder);
  put(join(folder, 'a.xlsx'), zip('a'));
  await after(0);
  vi.setSystemTime(Date.now() + by);
  expect(await after(500)).toEqual([]);
  expect(await after(500)).toEqual(['a.xlsx']);
});
