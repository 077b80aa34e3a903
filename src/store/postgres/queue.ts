/**
 * The queue in the database of the store, by pg-boss. A turn is one transaction: the rows of the files that a program has
 * taken are locked until it has kept their results, so that they are free again at the moment at which the program is gone.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import PgBoss from 'pg-boss';
import {
  TRIES,
  type Ending,
  type FailedFile,
  type Queue,
  type QueuedFile,
  type QueueProgress,
  type TakenFile,
  type TurnEnd,
} from '../../desk/queue.js';
import type { Outcome } from '../../desk/record.js';
import type { Entry } from '../../desk/results.js';
import type { KeptRow } from '../../desk/row.js';
import type { OpenQueue } from '../opening.js';
import { FAILED, prepareQueue, QUEUE_SCHEMA as SCHEMA, WAITING } from './queue-tables.js';
import { Database } from './database.js';
import { fromJson, toJson } from './json-text.js';
import { writeBatch } from './store.js';
import { inTransaction } from './transaction.js';

/** Turns at the same time, and what is noted beside them. */
const CONNECTIONS = 5;
/** Milliseconds between two signs of life of a turn. */
const SIGN_OF_LIFE = 5_000;
/** Seconds without one after which the database ends the turn: the program, or its machine, is not there any more. */
const LEASE = 60;
/** Seconds before a file is tried again: what is wrong with a disk or a network may have passed. */
const RETRY_AFTER = 5;
/** Seconds that are recent. */
const RECENT = 60;
const FAILED_AT_A_TIME = 1_000;
const STATUSES = ['accepted', 'rejected', 'blank', 'duplicate', 'unchanged'] as const satisfies Outcome['status'][];

type Fetched = PgBoss.JobWithMetadata<QueuedFile>;

/** By it a file is known while it waits. */
const keyOf = ({ file, entry = '' }: QueuedFile): string =>
  createHash('sha256')
    .update(JSON.stringify([file, entry]))
    .digest('hex');

/** Ids in the order in which they are made: files next to each other in an archive are taken next to each other. */
function idsFrom(now: number): () => string {
  let place = BigInt(now) * 4096n;
  return () => {
    // 60 bits of time and place, the others by chance, as version 8 of such ids allows.
    const [first, rest] = [(place++).toString(16).padStart(15, '0'), randomBytes(8).toString('hex')];
    return `${first.slice(0, 8)}-${first.slice(8, 12)}-8${first.slice(12)}-a${rest.slice(0, 3)}-${rest.slice(3, 15)}`;
  };
}

/** A connection as pg-boss asks it. It keeps silent about some faults, so that the first one is remembered here. */
function asDb(client: pg.ClientBase): PgBoss.Db & { readonly expectSound: () => void } {
  let failure: { readonly error: unknown } | undefined;
  return {
    executeSql: async (text: string, values: unknown[]) => {
      try {
        return await client.query<Record<string, unknown>>(text, values);
      } catch (error) {
        failure ??= { error };
        throw error;
      }
    },
    expectSound: () => {
      if (failure) throw failure.error;
    },
  };
}

/** What a turn has read. */
interface Read {
  readonly entries: readonly Entry<KeptRow>[];
  readonly endings: ReadonlyMap<string, Ending>;
}

/** Implements `Queue`; every fault of the database is thrown as a `StoreFault`. */
export class PostgresQueue implements Queue {
  readonly #program = randomUUID();
  #hasAdded = false;

  private constructor(
    private readonly database: Database,
    private readonly boss: PgBoss,
    private readonly retryAfter: number,
  ) {}

  /** Opens the queue in a database; makes it where `create` says so. */
  static async open(address: string, { create, retryAfter = RETRY_AFTER }: OpenQueue): Promise<PostgresQueue> {
    const database = new Database(address, CONNECTIONS);
    const boss = new PgBoss({
      ...{ schema: SCHEMA, supervise: false, schedule: false },
      db: { executeSql: (text, values) => database.raw((client) => client.query(text, values)) },
    });
    try {
      await database.with((client) => prepareQueue(boss, client, { store: database.store, create }));
      return new PostgresQueue(database, boss, retryAfter);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  add(files: readonly QueuedFile[]): Promise<number> {
    const nextId = idsFrom(Date.now());
    const found = [...new Map(files.map((file) => [keyOf(file), file]))];
    const jobs = found.map(([singletonKey, data]) => ({
      ...{ id: nextId(), name: WAITING, data: toJson(data), singletonKey },
      ...{ retryLimit: TRIES, retryDelay: this.retryAfter },
    }));
    // In the order of keys, so that two programs that add the same files never wait for each other in a circle.
    jobs.sort(({ singletonKey: a }, { singletonKey: b }) => (a < b ? -1 : 1));
    const keys = jobs.map(({ singletonKey }) => singletonKey);
    return this.database.with((client) =>
      inTransaction(client, async () => {
        if (!this.#hasAdded)
          await client.query(
            `DELETE FROM ${SCHEMA}.turn WHERE NOT EXISTS (SELECT 1 FROM ${SCHEMA}.job WHERE name = '${WAITING}')`,
          );
        await client.query(`DELETE FROM ${SCHEMA}.job WHERE name = '${FAILED}' AND singleton_key = ANY($1)`, [keys]);
        // pg-boss itself passes over files that wait, but not over those of them that were tried before.
        const { rows: tried } = await client.query<{ key: string }>(
          `SELECT singleton_key AS key FROM ${SCHEMA}.job
           WHERE name = '${WAITING}' AND state = 'retry' AND singleton_key = ANY($1)`,
          [keys],
        );
        const there = new Set(tried.map(({ key }) => key));
        const fresh = jobs.filter(({ singletonKey }) => !there.has(singletonKey));
        if (fresh.length > 0) await this.boss.insert(fresh, { db: asDb(client) });
        const { rows } = await client.query<{ n: number }>(
          `SELECT count(*) AS n FROM ${SCHEMA}.job WHERE name = '${WAITING}' AND id = ANY($1::uuid[])`,
          [fresh.map(({ id }) => id)],
        );
        this.#hasAdded = true;
        return rows[0]?.n ?? 0;
      }),
    );
  }

  turn(most: number, work: (taken: readonly TakenFile[]) => Promise<TurnEnd>): Promise<number> {
    return this.database.with(async (client) => {
      const life = setInterval(() => void client.query('SELECT 1').catch(() => undefined), SIGN_OF_LIFE);
      try {
        return await inTransaction(client, async () => {
          const session = await this.#lease(client);
          const db = asDb(client);
          const found = await this.boss.fetch<QueuedFile>(WAITING, {
            ...{ batchSize: most, includeMetadata: true, priority: false },
            db,
          });
          // pg-boss takes a fault for an empty queue.
          db.expectSound();
          if (found.length === 0) return 0;
          found.sort(({ id: a }, { id: b }) => (a < b ? -1 : 1));
          await this.#end(client, found, await this.#read(found, session, work));
          return found.length;
        });
      } finally {
        clearInterval(life);
      }
    });
  }

  async left(): Promise<number> {
    const [found] = await this.database.ask<{ n: number }>(
      `SELECT count(*) AS n FROM ${SCHEMA}.job WHERE name = '${WAITING}'`,
    );
    return found?.n ?? 0;
  }

  async progress(): Promise<QueueProgress> {
    const sums = STATUSES.map((status) => `COALESCE(SUM(${status}), 0)::bigint AS ${status}`).join(', ');
    const [found] = await this.database.ask<
      Record<
        (typeof STATUSES)[number] | 'here' | 'retrying' | 'failed' | 'reading' | 'workers' | 'files' | 'seconds',
        number
      >
    >(
      `SELECT job.*, begun.*, turn.* FROM
        (SELECT COUNT(*) FILTER (WHERE name = '${WAITING}') AS here,
           COUNT(*) FILTER (WHERE name = '${WAITING}' AND state = 'retry') AS retrying,
           COUNT(*) FILTER (WHERE name = '${FAILED}') AS failed FROM ${SCHEMA}.job) AS job,
        (SELECT COUNT(*) AS reading, COUNT(DISTINCT program) AS workers FROM ${SCHEMA}.begun
           JOIN pg_stat_activity ON pid = session) AS begun,
        (SELECT ${sums}, COALESCE(SUM(files) FILTER (WHERE ended_at > now() - interval '${RECENT} s'), 0)::bigint AS files,
           COALESCE(LEAST(${RECENT}, EXTRACT(epoch FROM now() - MIN(ended_at))), 0)::float8 AS seconds
         FROM ${SCHEMA}.turn) AS turn`,
    );
    const {
      here = 0,
      reading = 0,
      retrying = 0,
      failed = 0,
      workers = 0,
      files = 0,
      seconds = 0,
      ...done
    } = found ?? {};
    const counts = Object.fromEntries(
      STATUSES.map((status) => [status, (done as Record<string, number>)[status] ?? 0]),
    );
    return {
      ...{ waiting: Math.max(0, here - reading), retrying, reading, failed, workers, recent: { files, seconds } },
      done: counts as QueueProgress['done'], // one for each of them
    };
  }

  async *failed(): AsyncGenerator<FailedFile> {
    let after: string | undefined;
    for (;;) {
      const rows = await this.database.ask<{ id: string; data: Omit<FailedFile, 'failedAt'>; at: number }>(
        `SELECT id, data, (EXTRACT(epoch FROM created_on) * 1000)::float8 AS at FROM ${SCHEMA}.job
         WHERE name = '${FAILED}' AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT ${FAILED_AT_A_TIME}`,
        [after ?? null],
      );
      for (const { data, at } of rows) yield { ...fromJson(data), failedAt: at };
      if (rows.length < FAILED_AT_A_TIME) return;
      after = rows.at(-1)?.id;
    }
  }

  /** From now on the database ends the transaction of whoever gives no sign of life. Gives the number of the session. */
  async #lease(client: pg.PoolClient): Promise<number> {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT set_config('idle_in_transaction_session_timeout', '${LEASE}s', true), pg_backend_pid() AS pid`,
    );
    return rows[0]?.pid ?? 0;
  }

  /** Has files read: those that may have cost a program its life one by one, the others together. */
  async #read(
    found: readonly Fetched[],
    session: number,
    work: (taken: readonly TakenFile[]) => Promise<TurnEnd>,
  ): Promise<Read> {
    const begun = await this.database.ask<{ file: string; times: number }>(
      `SELECT file, times FROM ${SCHEMA}.begun WHERE file = ANY($1::uuid[])`,
      [found.map(({ id }) => id)],
    );
    const times = new Map(begun.map((each) => [each.file, each.times]));
    const taken = found.map(({ id, data, retryCount }) => {
      // The first time it was among others.
      const lost = Math.max(0, (times.get(id) ?? 0) - 1);
      return { ...fromJson(data), id, trying: retryCount + 1, lost };
    });
    const entries: Entry<KeptRow>[] = [];
    const endings = new Map<string, Ending>();
    const read = async (files: readonly TakenFile[]): Promise<void> => {
      const ids = files.map(({ id }) => id);
      await this.#begin(ids, session);
      try {
        const end = await work(files);
        for (const entry of end.entries) entries.push(entry);
        for (const [id, ending] of end.endings) endings.set(id, ending);
      } catch (error) {
        await this.#spare(ids).catch(() => undefined);
        throw error;
      }
      // Whoever gets here is alive: the file was not to blame.
      if (files.length === 1) await this.#spare(ids);
    };
    for (const file of taken) if (times.has(file.id)) await read([file]);
    const others = taken.filter(({ id }) => !times.has(id));
    if (others.length > 0) await read(others);
    return { entries, endings };
  }

  /** Notes with which files this program begins, at once and for all to see. */
  async #begin(ids: readonly string[], session: number): Promise<void> {
    await this.database.ask(
      `INSERT INTO ${SCHEMA}.begun AS known (file, times, session, program) SELECT unnest($1::uuid[]), 1, $2, $3::uuid
       ON CONFLICT (file) DO UPDATE SET times = known.times + 1, session = excluded.session, program = excluded.program`,
      [ids, session, this.#program],
    );
  }

  /** Takes that back. */
  async #spare(ids: readonly string[]): Promise<void> {
    await this.database.ask(`DELETE FROM ${SCHEMA}.begun WHERE file = ANY($1::uuid[])`, [ids]);
  }

  /** Keeps what is to be kept, and takes files out of the queue, or puts them back. */
  async #end(client: pg.PoolClient, found: readonly Fetched[], { entries, endings }: Read): Promise<void> {
    const db = asDb(client);
    const added = await writeBatch(client, entries);
    const counts = new Map<string, number>();
    const gone: string[] = [];
    const failed: PgBoss.JobInsert<Omit<FailedFile, 'failedAt'>>[] = [];
    const nextId = idsFrom(Date.now());
    for (const { id, data, singletonKey } of found) {
      const ending = endings.get(id);
      if (!ending) throw new Error('broken promise: a turn ends each file that was taken');
      if (ending.is === 'not-kept' && !ending.isLast) {
        await this.boss.fail(WAITING, id, {}, { db });
        continue;
      }
      gone.push(id);
      if (ending.is === 'not-kept') {
        const kept = { ...data, why: toJson(ending.why) };
        failed.push({ id: nextId(), name: FAILED, singletonKey: singletonKey ?? '', data: kept });
      } else {
        // Another program may have kept the same bytes a moment ago.
        const isOther = ending.is !== 'unchanged' && ending.is !== 'duplicate' && !added.has(ending.sha256);
        const is = isOther ? 'duplicate' : ending.is;
        counts.set(is, (counts.get(is) ?? 0) + 1);
      }
    }
    if (failed.length > 0) await this.boss.insert(failed, { db });
    if (gone.length > 0) await this.boss.deleteJob(WAITING, gone, { db });
    await client.query(`DELETE FROM ${SCHEMA}.begun WHERE file = ANY($1::uuid[])`, [found.map(({ id }) => id)]);
    const numbers = STATUSES.map((status) => counts.get(status) ?? 0);
    await client.query(`INSERT INTO ${SCHEMA}.turn (files, ${STATUSES.join(', ')}) VALUES ($1, $2, $3, $4, $5, $6)`, [
      numbers.reduce((sum, n) => sum + n, 0),
      ...numbers,
    ]);
  }
}
