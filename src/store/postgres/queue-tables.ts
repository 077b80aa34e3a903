/** The schema of the queue: the tables of pg-boss, and ours beside them. */
import type pg from 'pg';
import type PgBoss from 'pg-boss';
import { StoreFault } from '../fault.js';
import { inTransaction } from './transaction.js';

/** The tables of pg-boss are not those of its next major version, so the name says which ones they are. */
export const QUEUE_SCHEMA = 'aismm_queue_10';
/** The version of the tables that pg-boss 10.4 makes. */
export const BOSS_VERSION = 24;
/** Files that wait, and those that nobody takes any more. */
export const WAITING = 'file';
export const FAILED = 'failed';

/** Ours, by version: `MIGRATIONS[n]` leads from version n to n + 1. */
const MIGRATIONS: readonly string[] = [
  // `begun`: which files a program has begun with, written before it reads them, and how often it was gone afterwards. Where the
  // server itself fails it is emptied: no file is to blame for that.
  // `turn`: what files ended with. No path is in it.
  `CREATE UNLOGGED TABLE ${QUEUE_SCHEMA}.begun (
     file uuid PRIMARY KEY, times bigint NOT NULL, session bigint NOT NULL, program uuid NOT NULL);
   CREATE TABLE ${QUEUE_SCHEMA}.turn (
     ended_at timestamptz NOT NULL DEFAULT clock_timestamp(), files bigint NOT NULL, accepted bigint NOT NULL,
     rejected bigint NOT NULL, blank bigint NOT NULL, duplicate bigint NOT NULL, unchanged bigint NOT NULL);
   CREATE INDEX turn_at ON ${QUEUE_SCHEMA}.turn (ended_at);`,
];

/** Makes the queue where `create` says so, or brings it up to date; refuses one of a later version. */
export async function prepareQueue(
  boss: PgBoss,
  client: pg.PoolClient,
  { store, create }: { readonly store: string; readonly create: boolean },
): Promise<void> {
  if (await isPrepared(boss, client, store)) return;
  // Other programs may be making it just now: whoever comes second finds it made.
  await client.query(LOCK);
  try {
    if (await isPrepared(boss, client, store)) return;
    if (!create) throw new StoreFault('no-queue', store);
    await boss.start();
    // `short`: of the files that wait, each is there once.
    await boss.createQueue(WAITING, { name: WAITING, policy: 'short' });
    await boss.createQueue(FAILED, { name: FAILED });
    await inTransaction(client, async () => {
      await client.query(await orderOf(client));
      await client.query(`CREATE TABLE IF NOT EXISTS ${QUEUE_SCHEMA}.ours (version bigint NOT NULL)`);
      for (const migration of MIGRATIONS.slice(await versionOf(client))) await client.query(migration);
      await client.query(`DELETE FROM ${QUEUE_SCHEMA}.ours`);
      await client.query(`INSERT INTO ${QUEUE_SCHEMA}.ours (version) VALUES ($1)`, [MIGRATIONS.length]);
    });
  } finally {
    await client.query(UNLOCK);
  }
}

const LOCK = `SELECT pg_advisory_lock(hashtext('${QUEUE_SCHEMA}'))`;
const UNLOCK = LOCK.replace('lock(', 'unlock(');

/** True where all of it is there as this program knows it. */
async function isPrepared(boss: PgBoss, client: pg.PoolClient, store: string): Promise<boolean> {
  const { rows } = await client.query<{ boss: unknown; ours: unknown }>(
    `SELECT to_regclass('${QUEUE_SCHEMA}.version') AS boss, to_regclass('${QUEUE_SCHEMA}.ours') AS ours`,
  );
  const [found] = rows;
  const bossVersion = found?.boss === null ? 0 : Number(await boss.schemaVersion());
  const version = found?.ours === null ? 0 : await versionOf(client);
  if (bossVersion > BOSS_VERSION || version > MIGRATIONS.length) throw new StoreFault('later-version', store);
  return bossVersion === BOSS_VERSION && version === MIGRATIONS.length;
}

async function versionOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${QUEUE_SCHEMA}.ours`);
  return rows[0]?.version ?? 0;
}

/** An index in the order in which files are taken: without it the database sorts all that wait for each turn. */
async function orderOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ partition: string }>(
    `SELECT partition_name AS partition FROM ${QUEUE_SCHEMA}.queue WHERE name = $1`,
    [WAITING],
  );
  return `CREATE INDEX IF NOT EXISTS waiting_in_order ON ${QUEUE_SCHEMA}.${rows[0]?.partition ?? 'job'} (created_on, id)
    WHERE state < 'active'`;
}
