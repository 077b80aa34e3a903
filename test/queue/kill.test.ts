/**
 * Programs that work on a queue, and its database, are killed at random moments; nothing is lost, nothing counts twice. A small form
 * is in the suite; `npm run test:queue` does 20 kills of 4 programs and 5 of the server over 5,000 workbooks.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openQueue } from '../../src/store/open.js';
import { QUEUE_SCHEMA } from '../../src/store/postgres/queue-tables.js';
import { aismm, MAIN, newFolder } from '../cli/run.js';
import { seedOr } from '../seed.js';
import { HAS_POSTGRES, serverForTests } from '../store/database.js';

const COUNT = Number(process.env['AISMM_QUEUE'] ?? 60);
const IS_FULL = COUNT > 1000;
const {
  programs: PROGRAMS,
  kills: KILLS,
  ofServer: OF_SERVER,
} = IS_FULL ? { programs: 4, kills: 20, ofServer: 5 } : { programs: 2, kills: 3, ofServer: 1 };
/** Milliseconds after the moment that was drawn by lot, at most. */
const LATEST = 300;

describe.skipIf(!HAS_POSTGRES)('killed at random moments', () => {
  const postgres = serverForTests();

  test(`${PROGRAMS} programs and their server, ${COUNT} workbooks: exports as of an ingest that nobody disturbed`, async () => {
    const folder = newFolder();
    const [whole, queued] = [await postgres.server.database(), await postgres.server.database()];
    aismm(folder, 'example', '--count', String(COUNT), '--into', 'in', '--broken', '0.1');
    aismm(folder, 'ingest', 'in', '--store', whole);
    expect(aismm(folder, 'enqueue', 'in', '--store', queued).code).toBe(0);
    const seed = seedOr(1);
    let state = seed;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

    const running = new Set<ChildProcess>();
    const ended: (number | string | null)[] = [];
    let isOver = false;
    /** Starts a program; another one in its place where it ends before its time. */
    const begin = (): void => {
      const child = spawn(process.execPath, [MAIN, 'work', '--until-empty', '--jobs', '1', '--store', queued], {
        ...{ stdio: 'ignore', env: { ...process.env, NO_COLOR: '1' } },
      });
      running.add(child);
      child.on('exit', (code, signal) => {
        running.delete(child);
        ended.push(signal ?? code);
        if (!isOver) begin();
      });
    };
    for (let i = 0; i < PROGRAMS; i += 1) begin();
    /** Programs that have files now, by the sessions of their turns. */
    const busy = async (): Promise<boolean> => {
      const [found] = await postgres.server.ask(
        queued,
        `SELECT count(*)::int AS n FROM ${QUEUE_SCHEMA}.begun JOIN pg_stat_activity ON pid = session`,
      );
      return Number(found?.['n']) > 0;
    };
    const moments = [
      ...Array.from({ length: KILLS }, () => 'program'),
      ...Array.from({ length: OF_SERVER }, () => 'server'),
    ]
      // By the number of files that are done: however fast the machine is. A few files are done in one turn.
      .map((what) => ({ what, at: random() * (IS_FULL ? COUNT * 0.95 : 1) }))
      .sort((a, b) => a.at - b.at);
    let inTurn = 0;
    for (const { what, at } of moments) {
      while (IS_FULL && COUNT - (await left()) < at) await wait(50);
      await wait(random() * LATEST);
      // A program takes a while to start; a kill counts where somebody has files.
      while (!(await busy()) && (await left()) > 0) await wait(10);
      if (await busy()) inTurn += 1;
      if (what === 'server') {
        postgres.server.kill();
        postgres.server.start();
      } else [...running][Math.floor(random() * running.size)]?.kill('SIGKILL');
    }
    async function left(): Promise<number> {
      const [found] = await postgres.server.ask(
        queued,
        `SELECT count(*)::int AS n FROM ${QUEUE_SCHEMA}.job WHERE name = 'file'`,
      );
      return Number(found?.['n']);
    }
    isOver = true;
    const disturbed = COUNT - (await left());
    while (running.size > 0) await wait(50);
    aismm(folder, 'work', '--until-empty', '--store', queued);
    process.stdout.write(
      `seed ${seed}: ${ended.filter((each) => each === 'SIGKILL').length} programs and ${OF_SERVER} times the server killed, ${inTurn} times while files were being read; ${disturbed} of ${COUNT} were done until then\n`,
    );

    const queue = await openQueue(queued, { create: false });
    const { waiting, reading, failed, done } = await queue.progress();
    await queue.close();
    const sum = done.accepted + done.rejected + done.blank + done.duplicate + done.unchanged;
    expect({ waiting, reading, failed, sum }).toEqual({ waiting: 0, reading: 0, failed: 0, sum: COUNT });
    for (const [store, into] of [
      [whole, 'a'],
      [queued, 'b'],
    ] as const)
      aismm(folder, 'export', '--store', store, '-o', into);
    const names = readdirSync(join(folder, 'a'));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names)
      expect(readFileSync(join(folder, 'b', name)).equals(readFileSync(join(folder, 'a', name)))).toBe(true);
    const [a, b] = await Promise.all(
      [whole, queued].map((store) => postgres.server.ask(store, 'SELECT sha256, path FROM aismm.copy ORDER BY 1, 2')),
    );
    expect(b).toEqual(a);
    // Done, some rejected, or a server that is gone; never a fault of ours.
    expect(ended.filter((each) => ![0, 1, 3, 'SIGKILL'].includes(each ?? ''))).toEqual([]);
    expect(inTurn).toBeGreaterThan(0);
    expect(ended.filter((each) => each === 'SIGKILL').length).toBeGreaterThan(0);
  }, 1_800_000);
});
