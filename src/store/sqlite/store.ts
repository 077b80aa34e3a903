/** Results in one SQLite file. */
import { existsSync } from 'node:fs';
import Database from 'libsql';
import { Kysely, sql, SqliteDialect, type Generated } from 'kysely';
import type { Entry, NamedOrganization, Newest, Results, StoredAssessment } from '../../desk/results.js';
import {
  assessmentIn,
  COUNTED_COLUMNS,
  newestIn,
  readOutline,
  type FileRow,
  type KeptFinding,
  type RowOutline,
  type Sender,
} from '../../desk/row.js';
import { invariant } from '../../diagnostic/finding.js';
import { migrate, outlineId, STORE_VERSION } from './migrations.js';
import { asFault, decoded, faults, isBusy, StoreFault } from './store-fault.js';

export { StoreFault };

/** Marks the file as ours; any four bytes will do ("AISM"). */
const APPLICATION = 0x4149534d;

interface Tables {
  file: Omit<FileRow, 'outline'> & { outline: number; stored_at: Generated<string> };
  /** Where the bytes with a digest were found, and when that file was last written. */
  copy: { sha256: string; path: string; modified: number };
  outline: { id: number; text: string };
  /** Assessments; `place` 1 is the newest one of its organization, `day` 1 is of its latest date. */
  version: {
    sha256: string;
    key: string;
    as_of: string;
    model: string;
    path: string;
    modified: number;
    version: number;
    place: number;
    day: number;
  };
}

/** Milliseconds that a second ingest waits for the first one to finish a batch. */
const PATIENCE = 60_000;

export class SqliteResults implements Results {
  readonly #outlines = new Map<string, number>();

  private constructor(
    private readonly file: string,
    private readonly db: Kysely<Tables>,
  ) {}

  /** Opens a store; makes it where `create` says so. */
  static async open(file: string, { create }: { create: boolean }): Promise<SqliteResults> {
    if (!create && !existsSync(file)) throw new StoreFault('missing', file);
    return faults(file, async () => {
      const database = new Database(file, { timeout: PATIENCE });
      const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: database }) });
      try {
        await sql`PRAGMA busy_timeout = ${sql.lit(PATIENCE)}`.execute(db);
        await prepare(db, file, { create });
        return new SqliteResults(file, db);
      } catch (error) {
        await db.destroy();
        throw error;
      }
    });
  }

  /** Lets go of the file, and leaves it as one that can be read where nothing may be written. */
  async close(): Promise<void> {
    try {
      // Whoever lets go of it last does this; the others are told at once that it is in use.
      await sql.raw('PRAGMA busy_timeout = 0').execute(this.db);
      await sql.raw('PRAGMA journal_mode = DELETE').execute(this.db);
    } catch {
      // All that was written is in the store and the files beside it; the next one to close it tidies up.
    }
    await this.db.destroy();
  }

  async known(): Promise<Map<string, FileRow['status']>> {
    const rows = await faults(this.file, () => this.db.selectFrom('file').select(['sha256', 'status']).execute());
    return new Map(rows.map(({ sha256, status }) => [sha256, status]));
  }

  async findingsOf(sha256: string): Promise<readonly KeptFinding[]> {
    const query = this.db.selectFrom('file').select('findings').where('sha256', '=', sha256);
    const row = await faults(this.file, () => query.executeTakeFirst());
    return decoded(this.file, () => JSON.parse(row?.findings ?? '[]') as KeptFinding[]); // as `rowOf` wrote them
  }

  async senderOf(sha256: string): Promise<Sender> {
    const query = this.db.selectFrom('file').select('organization').where('sha256', '=', sha256);
    const row = await faults(this.file, () => query.executeTakeFirst());
    const { name, unit, assessor } = decoded(this.file, () => JSON.parse(row?.organization ?? '{}') as Sender); // as `rowOf` wrote it
    return name === undefined ? {} : { name, unit: unit ?? '', assessor: assessor ?? '' };
  }

  async write(batch: readonly Entry[]): Promise<void> {
    try {
      await faults(this.file, () => inTransaction(this.db, (work) => this.#write(batch, work)));
    } catch (error) {
      // Outlines of a batch that was not kept are not kept either.
      this.#outlines.clear();
      throw error;
    }
  }

  async #write(batch: readonly Entry[], work: Kysely<Tables>): Promise<void> {
    for (const { sha256, path, modified, row: whole } of batch) {
      // A file that could not even be read has no bytes to be known by; it is tried again next time.
      if (sha256 === '') continue;
      if (whole) {
        const { outline, ...row } = whole;
        const known = this.#outlines.get(outline) ?? (await outlineId(work as never, outline));
        this.#outlines.set(outline, known);
        await work
          .insertInto('file')
          .values({ ...row, outline: known })
          .onConflict((conflict) => conflict.column('sha256').doNothing())
          .execute();
      }
      await work
        .insertInto('copy')
        .values({ sha256, path, modified })
        .onConflict((conflict) => conflict.columns(['sha256', 'path']).doUpdateSet({ modified: EARLIEST }))
        .execute();
    }
  }

  async *assessments(key?: string): AsyncGenerator<StoredAssessment> {
    const all = this.db.selectFrom('version').select(['sha256', 'path', 'version']);
    const wanted = key === undefined ? all : all.where('key', '=', key);
    const ordered = wanted.orderBy('key').orderBy('as_of').orderBy('model').orderBy('version');
    const found = await faults(this.file, () => ordered.execute());
    const outlineOf = await this.#outlinesOf();
    // One after the other by digest: the rows are too large to be sorted together.
    for (const { sha256, path, version } of found) {
      const one = this.db.selectFrom('file').selectAll().where('sha256', '=', sha256);
      const row = await faults(this.file, () => one.executeTakeFirst());
      if (row) yield decoded(this.file, () => ({ ...assessmentIn(row, outlineOf(row)), path, version }));
    }
  }

  async *newest(): AsyncGenerator<Newest> {
    const latest = this.db.selectFrom('version').select(['sha256', 'place']).where('day', '=', 1);
    const rows = await faults(this.file, () => latest.where('version', '=', 1).execute());
    const places = new Map(rows.map(({ sha256, place }) => [sha256, place]));
    const outlineOf = await this.#outlinesOf();
    // From front to back, and those that count picked out: looking each up in the store takes five times as long.
    const query = this.db.selectFrom('file').select(['sha256', 'outline', ...COUNTED_COLUMNS]);
    try {
      for await (const row of query.stream()) {
        const place = places.get(row.sha256);
        if (place === undefined) continue;
        yield decoded(this.file, () => ({ ...newestIn(row, outlineOf(row)), isNewest: place === 1 }));
      }
    } catch (error) {
      throw asFault(error, this.file);
    }
  }

  async names(): Promise<NamedOrganization[]> {
    const query = this.db
      .selectFrom('file')
      .select(['key', 'name', 'unit'])
      .distinct()
      .where('status', '=', 'accepted');
    return faults(this.file, () => query.orderBy('name').orderBy('unit').execute());
  }

  /** The outlines of all rows that are there by now: another ingest may be adding rows with new ones. */
  async #outlinesOf(): Promise<(row: { readonly outline: number }) => RowOutline> {
    const rows = await faults(this.file, () => this.db.selectFrom('outline').selectAll().execute());
    const outlines = decoded(this.file, () => new Map(rows.map(({ id, text }) => [id, readOutline(text)])));
    return ({ outline }) => {
      const found = outlines.get(outline);
      invariant(found, 'a row has an outline');
      return found;
    };
  }
}

/** Of two times of the same copy the earlier one; 0 is none. */
const EARLIEST = sql<number>`CASE
  WHEN copy.modified = 0 OR excluded.modified > 0 AND excluded.modified < copy.modified THEN excluded.modified
  ELSE copy.modified END`;

/** Makes the tables, or brings them up to date; refuses what is not ours. `create` makes a writer of whoever opens it. */
async function prepare(db: Kysely<Tables>, file: string, { create }: { create: boolean }): Promise<void> {
  const number = async (pragma: string, asker = db): Promise<number> => {
    const { rows } = await sql.raw<Record<string, number>>(`PRAGMA ${pragma}`).execute(asker);
    return Object.values(rows[0] ?? {})[0] ?? 0;
  };
  const { rows } = await sql.raw(`SELECT 1 FROM sqlite_master LIMIT 1`).execute(db);
  if (rows.length === 0 && !create) throw new StoreFault('empty', file);
  if (rows.length > 0 && (await number('application_id')) !== APPLICATION) throw new StoreFault('not-a-store', file);
  const version = await number('user_version');
  if (version > STORE_VERSION) throw new StoreFault('later-version', file);
  await sql.raw('PRAGMA synchronous = FULL').execute(db);
  if (create) await beginToWrite(db);
  if (version === STORE_VERSION) return;
  await inTransaction(db, async (work) => {
    // Another ingest may have been faster.
    await migrate(work as never, await number('user_version', work));
    await sql.raw(`PRAGMA application_id = ${APPLICATION}`).execute(work);
    await sql.raw(`PRAGMA user_version = ${STORE_VERSION}`).execute(work);
  });
}

/** Lets others read while a batch is written. Without it writing is as safe, but waits for them. */
async function beginToWrite(db: Kysely<Tables>): Promise<void> {
  try {
    await sql.raw('PRAGMA journal_mode = WAL').execute(db);
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

/** All of `work` or nothing. Begun as a writer at once: one that becomes it later is turned away instead of waiting. */
async function inTransaction(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<void>): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql.raw('BEGIN IMMEDIATE').execute(one);
    try {
      await work(one);
      await sql.raw('COMMIT').execute(one);
    } catch (error) {
      // SQLite may have rolled back by itself; the first fault is the one to report.
      await sql
        .raw('ROLLBACK')
        .execute(one)
        .catch(() => undefined);
      throw error;
    }
  });
}
