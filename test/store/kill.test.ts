/**
 * A program that packs the rows of an old store is killed at random moments: the store is the old one or the new one, and tells the
 * same. A small form is in the suite; `npm run test:crash` does 30 kills of a larger store.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { expect, test } from 'vitest';
import type { Results } from '../../src/desk/results.js';
import { openResults } from '../../src/store/open.js';
import { STORE_VERSION } from '../../src/store/sqlite/migrations.js';
import { newFolder } from '../cli/run.js';
import { downgrade } from '../ingest/downgrade.js';
import { seedOr } from '../seed.js';
import { all, digest, entry } from './entries.js';

const KILLS = Number(process.env['AISMM_KILLS'] ?? 3);
const ROWS = KILLS > 10 ? 3_000 : 600;
const OLD = 5;

const NODE = pathToFileURL(join(import.meta.dirname, '../../dist/node.js')).href;
const OPEN = `import { openResults } from ${JSON.stringify(NODE)};
  process.stdout.write('opening');
  await (await openResults(process.argv[1], { create: false })).close();`;

/** Opens a store in a process of its own, which is killed so many milliseconds after it began to change the store. */
async function openAndKill(file: string, after?: number): Promise<{ readonly how: unknown; readonly took: number }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', OPEN, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  while (!existsSync(`${file}-journal`) && child.exitCode === null) await wait(1);
  const began = performance.now();
  if (after !== undefined) {
    await wait(after);
    child.kill('SIGKILL');
  }
  const how = await ended;
  return { how, took: performance.now() - began };
}

const versionOf = (file: string): unknown => {
  const db = new Database(file, { readonly: true });
  const row = db.prepare('SELECT CAST(user_version AS INTEGER) AS n FROM pragma_user_version').get() as { n: number };
  db.close();
  return row.n;
};

const toldBy = async (results: Results) => ({
  assessments: await all(results.assessments()),
  newest: (await all(results.newest())).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  names: await all(results.names()),
  findings: await results.findingsOf(digest('7f')),
});

test(`an old store of ${ROWS} workbooks, ${KILLS} times: nothing lost, nothing twice`, async () => {
  const folder = newFolder();
  const old = join(folder, 'old.sqlite');
  const results = await openResults(old, { create: true });
  await results.write(
    Array.from({ length: ROWS }, (_, i) => entry({ sha: `${i}f`, name: `Organization ${i}`, rejected: i % 7 === 0 })),
  );
  const expected = await toldBy(results);
  await results.close();
  downgrade(old, OLD);

  const whole = join(folder, 'whole.sqlite');
  copyFileSync(old, whole);
  const { how, took } = await openAndKill(whole);
  expect([how, versionOf(whole)]).toEqual([0, STORE_VERSION]);

  let state = seedOr(1);
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let beforeTheEnd = 0;
  for (let i = 0; i < KILLS; i += 1) {
    const file = join(folder, `${i}.sqlite`);
    copyFileSync(old, file);
    const killed = await openAndKill(file, random() * took);
    if (killed.how === 'SIGKILL') beforeTheEnd += 1;
    // SQLite puts back what was begun, as soon as anybody asks.
    expect([OLD, STORE_VERSION]).toContain(versionOf(file));
    const found = await openResults(file, { create: false });
    expect(await toldBy(found), `kill ${i}`).toEqual(expected);
    await found.close();
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))).toEqual([basename(file)]);
  }
  expect(beforeTheEnd).toBeGreaterThan(0);
});
