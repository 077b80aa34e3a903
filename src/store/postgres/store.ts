/** Results in PostgreSQL, where one machine isn't enough: many programs write and read at the same time. */
import type pg from 'pg';
import type {
  Entry,
  KeptOrganization,
  KnownStatus,
  NamedOrganization,
  Newest,
  Results,
  StoredAssessment,
} from '../../desk/results.js';
import { lastDay } from '../../desk/last-day.js';
import {
  assessmentIn,
  countedIn,
  COUNTED_COLUMNS,
  newestIn,
  readOutline,
  returnedIn,
  senderInRow,
  type CountedColumns,
  type KeptRow,
  type KeptFinding,
  type ReturnedFile,
  type RowContent,
  type RowOutline,
  type Sender,
} from '../../desk/row.js';
import { StoreFault } from '../fault.js';
import type { OpenStore } from '../opening.js';
import { ahead, assessed, newest, origins, VERSION, type Dialect } from '../order.js';
import { earlier } from '../values.js';
import { Database } from './database.js';
import { inTransaction } from './transaction.js';
import { asFault } from './fault.js';
import { COLUMNS, contentIn, listOf, putRows, rowAsWritten, written, type PackedRow } from './packed-rows.js';
import { SCHEMA } from './schema.js';
import { prepareTables } from './tables.js';
import { writeAnew } from './write-anew.js';

/** Narrow columns of a row with all that belongs to it. */
const WHOLE = `${listOf(COLUMNS, 'file.')}, file.sum, file.content, outline.text AS outline, dictionary.text AS dictionary`;
const JOINED = `JOIN ${SCHEMA}.outline ON outline.id = file.outline LEFT JOIN ${SCHEMA}.dictionary ON dictionary.id = file.dictionary`;

/** Rows that are held at a time: whole ones, which may be long, and narrow ones. */
const PIECE = { wide: 100, narrow: 2_000 } as const;
/** Questions at the same time: one that is read piece by piece holds a connection until its end. */
const CONNECTIONS = 4;

/** How PostgreSQL is asked. */
const DIALECT: Dialect = { schema: `${SCHEMA}.`, day: '$1', never: '0' };

/** Implements `Results`; every fault of the database is thrown as a `StoreFault`. */
export class PostgresResults implements Results {
  private constructor(
    private readonly database: Database,
    private readonly today: () => Date,
  ) {}

  /** Opens a store in a database; makes its tables where `create` says so. */
  static async open(address: string, { create, today = () => new Date() }: OpenStore): Promise<PostgresResults> {
    const database = new Database(address, CONNECTIONS);
    try {
      await database.with((client) => prepareTables(client, database.store, create));
      return new PostgresResults(database, today);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  async statusOf(sha256: string): Promise<KnownStatus | undefined> {
    const [found] = await this.database.ask<{ status: KnownStatus }>(
      `SELECT status FROM ${SCHEMA}.file WHERE sha256 = $1
       UNION ALL SELECT 'forgotten' FROM ${SCHEMA}.forgotten WHERE sha256 = $1 LIMIT 1`,
      [sha256],
    );
    return found?.status;
  }

  async findingsOf(sha256: string): Promise<readonly KeptFinding[]> {
    return (await this.#rowOf(sha256))?.content.findings ?? [];
  }

  async senderOf(sha256: string): Promise<Sender> {
    const row = await this.#rowOf(sha256);
    return row ? senderInRow(row.content) : {};
  }

  async *returned(): AsyncGenerator<ReturnedFile> {
    const list = `SELECT ${WHOLE}, origin.path, origin.modified
      FROM ${SCHEMA}.file ${JOINED} JOIN ${origins(DIALECT)} ON origin.sha256 = file.sha256
      ORDER BY file.sha256`;
    for await (const raw of this.#pieces<PackedRow & { path: string; modified: number }>(list, [], PIECE.wide))
      yield this.#read(() => returnedIn(raw, contentIn(raw), raw));
  }

  async write(batch: readonly Entry<KeptRow>[]): Promise<void> {
    await this.database.with((client) => inTransaction(client, () => writeBatch(client, batch)));
  }

  assessments(key?: string): AsyncGenerator<StoredAssessment> {
    const wanted = key === undefined ? '' : 'WHERE key = $2 ';
    return this.#assessed(wanted, 'key, as_of, model, version', key);
  }

  assessmentsByDigest(): AsyncGenerator<StoredAssessment> {
    return this.#assessed('', 'sha256');
  }

  async *#assessed(which: string, order: string, key?: string): AsyncGenerator<StoredAssessment> {
    const list = `SELECT ${WHOLE}, list.path, list.version
      FROM (SELECT sha256, key, as_of, model, path, ${VERSION} FROM ${assessed(DIALECT)} ${which}) AS list
      JOIN ${SCHEMA}.file ON file.sha256 = list.sha256 ${JOINED}
      ORDER BY ${order.replace(/\w+/g, 'list.$&')}`;
    const asked = [lastDay(this.today()), ...(key === undefined ? [] : [key])];
    const outlineOf = this.#outlines();
    for await (const raw of this.#pieces<PackedRow & { path: string; version: number }>(list, asked, PIECE.wide)) {
      const { path, version } = raw;
      yield { path, version, ...this.#read(() => assessmentIn(raw, contentIn(raw), outlineOf(raw.outline))) };
    }
  }

  async secret(): Promise<string> {
    const [found] = await this.database.ask<{ digits: string }>(`SELECT digits FROM ${SCHEMA}.secret`, []);
    if (!found) throw new StoreFault('damaged', this.database.store);
    return found.digits;
  }

  async *newest(): AsyncGenerator<Newest> {
    const list = `SELECT ${listOf(COUNTED_COLUMNS, 'file.')}, outline.text AS outline, list.place, list.among
      FROM (${newest(DIALECT)}) AS list
      JOIN ${SCHEMA}.file ON file.sha256 = list.sha256 JOIN ${SCHEMA}.outline ON outline.id = file.outline`;
    const outlineOf = this.#outlines();
    type Raw = CountedColumns & { outline: string; place: number; among: number };
    for await (const raw of this.#pieces<Raw>(list, [lastDay(this.today())], PIECE.narrow))
      yield this.#read(() =>
        newestIn(countedIn(raw), outlineOf(raw.outline), { isNewest: raw.place === 1, isOnly: raw.among === 1 }),
      );
  }

  async ahead(): Promise<number> {
    const [found] = await this.database.ask<{ n: number }>(ahead(DIALECT), [lastDay(this.today())]);
    return found?.n ?? 0;
  }

  names(): AsyncGenerator<NamedOrganization> {
    const list = `SELECT DISTINCT key, name, unit FROM ${SCHEMA}.file WHERE status = 'accepted' ORDER BY name, unit`;
    return this.#pieces<NamedOrganization>(list, [], PIECE.narrow);
  }

  organizations(): AsyncGenerator<KeptOrganization> {
    // The key of a workbook without a name is its digest behind a bar; no other key begins with one.
    const path = `(SELECT MIN(path) FROM ${SCHEMA}.copy WHERE LEFT(key, 1) = '|' AND copy.sha256 = SUBSTR(key, 2))`;
    const list = `SELECT key, MIN(name) AS name, MIN(unit) AS unit,
        MAX(CASE WHEN status = 'accepted' AND as_of <= $1 THEN as_of ELSE '' END) AS newest, COALESCE(${path}, '') AS path,
        COUNT(*) FILTER (WHERE status = 'accepted') AS assessments,
        COUNT(*) FILTER (WHERE status <> 'accepted') AS rejected
      FROM ${SCHEMA}.file GROUP BY key ORDER BY 2, 3, 1`;
    return this.#pieces<KeptOrganization>(list, [lastDay(this.today())], PIECE.narrow);
  }

  async forget(key: string, { mayComeBack }: { readonly mayComeBack: boolean }): Promise<number> {
    const files = await this.database.with((client) =>
      inTransaction(client, () => removeAll(client, key, mayComeBack)),
    );
    await this.database.with((client) => writeAnew(client, ['file', 'copy']));
    return files;
  }

  /** The rows of a list as they are at one moment, piece by piece: it may be longer than memory, and may be left early. */
  async *#pieces<R extends pg.QueryResultRow>(
    list: string,
    asked: readonly unknown[],
    piece: number,
  ): AsyncGenerator<R> {
    const held = await this.#begin();
    let isWhole = false;
    try {
      await held.ask(`DECLARE pieces NO SCROLL CURSOR FOR ${list}`, asked);
      for (;;) {
        const rows = await held.ask<R>(`FETCH ${piece} FROM pieces`, []);
        yield* rows;
        if (rows.length < piece) break;
      }
      isWhole = true;
    } finally {
      await held.end(isWhole);
    }
  }

  /** A connection on which everything is as it is now. */
  async #begin() {
    const { client, release } = await this.database.hold();
    const ask = async <R extends pg.QueryResultRow>(question: string, asked: readonly unknown[]): Promise<R[]> => {
      try {
        return (await client.query<R>(question, [...asked])).rows;
      } catch (error) {
        throw asFault(error, this.database.store);
      }
    };
    const end = async (isWhole: boolean): Promise<void> => {
      const isSound = await client.query(isWhole ? 'COMMIT' : 'ROLLBACK').then(
        () => true,
        () => false,
      );
      release(isSound);
    };
    try {
      await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', []);
    } catch (error) {
      await end(false);
      throw error;
    }
    return { ask, end };
  }

  async #rowOf(sha256: string): Promise<{ readonly content: RowContent } | undefined> {
    const question = `SELECT ${WHOLE} FROM ${SCHEMA}.file ${JOINED} WHERE sha256 = $1`;
    const [raw] = await this.database.ask<PackedRow>(question, [sha256]);
    return raw && { content: this.#read(() => contentIn(raw)) };
  }

  /** Reads the content of a row; a row that cannot be read is damaged. */
  #read<T>(read: () => T): T {
    try {
      return read();
    } catch {
      throw new StoreFault('damaged', this.database.store);
    }
  }

  /** One object for all rows with the same ids. */
  #outlines(): (text: string) => RowOutline {
    const known = new Map<string, RowOutline>();
    return (text) => {
      const outline = known.get(text) ?? this.#read(() => readOutline(text));
      known.set(text, outline);
      return outline;
    };
  }
}

/** Removes the rows and copies of an organization; gives the number of its files. */
async function removeAll(client: pg.PoolClient, key: string, mayComeBack: boolean): Promise<number> {
  const { rows } = await client.query<{ sha256: string }>(
    `DELETE FROM ${SCHEMA}.file WHERE key = $1 RETURNING sha256`,
    [key],
  );
  const digests = rows.map(({ sha256 }) => sha256);
  await client.query(`DELETE FROM ${SCHEMA}.copy WHERE sha256 = ANY($1)`, [digests]);
  if (!mayComeBack)
    await client.query(`INSERT INTO ${SCHEMA}.forgotten (sha256) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [
      digests,
    ]);
  return digests.length;
}

/**
 * Everything of a batch, in few questions; rows in the order of digests, so that two batches never wait for each other in a
 * circle. Gives the digests of the rows that were not kept before.
 */
export async function writeBatch(
  client: pg.ClientBase,
  batch: readonly Entry<KeptRow>[],
): Promise<ReadonlySet<string>> {
  // A file that could not even be read has no bytes to be known by; it is tried again next time.
  const known = batch.filter(({ sha256 }) => sha256 !== '');
  const rows = new Map<string, KeptRow>();
  for (const { sha256, row } of known) {
    if (!row || rows.has(sha256)) continue;
    rows.set(sha256, rowAsWritten(row));
  }
  const inOrder = [...rows.values()].sort(({ sha256: a }, { sha256: b }) => (a < b ? -1 : 1));
  const fresh = new Set<string>();
  if (inOrder.length > 0) {
    const added = await putRows(client, inOrder);
    for (const sha256 of added) fresh.add(sha256);
    await client.query(`DELETE FROM ${SCHEMA}.forgotten WHERE sha256 = ANY($1)`, [[...fresh]]);
  }
  await writeCopies(client, known);
  return fresh;
}

async function writeCopies(client: pg.ClientBase, known: readonly Entry<KeptRow>[]): Promise<void> {
  const copies = new Map<string, { sha256: string; path: string; modified: number }>();
  for (const { sha256, path, modified } of known) {
    const copy = { sha256, path: String(written(path)), modified };
    const place = JSON.stringify([sha256, copy.path]);
    const before = copies.get(place);
    copies.set(place, before ? { ...copy, modified: earlier(before.modified, modified) } : copy);
  }
  const inOrder = [...copies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, copy]) => copy);
  if (inOrder.length === 0) return;
  await client.query(
    `INSERT INTO ${SCHEMA}.copy AS kept (sha256, path, modified)
     SELECT * FROM unnest($1::text[], $2::text[], $3::float8[]) AS found (sha256, path, modified)
     WHERE NOT EXISTS (SELECT 1 FROM ${SCHEMA}.forgotten WHERE forgotten.sha256 = found.sha256)
     ON CONFLICT (sha256, path) DO UPDATE SET modified = CASE
       WHEN kept.modified = 0 OR (excluded.modified > 0 AND excluded.modified < kept.modified) THEN excluded.modified
       ELSE kept.modified END`,
    [inOrder.map(({ sha256 }) => sha256), inOrder.map(({ path }) => path), inOrder.map(({ modified }) => modified)],
  );
}
