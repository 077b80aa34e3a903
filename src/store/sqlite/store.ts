/** Results in one SQLite file: what was read of every workbook, once for the same bytes. Nothing of it depends on the order of arrival. */
import { existsSync } from 'node:fs';
import Database from 'libsql';
import { Kysely, sql, SqliteDialect, type Generated } from 'kysely';
import type { Answer, Organization } from '../../assessment/assessment.js';
import type { Entry, KeptFinding, NamedOrganization, Newest, Results, StoredAssessment } from '../../desk/results.js';
import { readFigures, readStates, stateOf, type FileRow, type RowOutline, type StoredScores } from '../../desk/row.js';
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
  /**
   * Accepted workbooks. `version` 1 is the newest of its organization and date, the others are superseded; `place` 1 is
   * the newest of its organization.
   */
  version: {
    sha256: string;
    key: string;
    as_of: string;
    path: string;
    modified: number;
    version: number;
    place: number;
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

  /** Status of every file that is stored, by its digest. */
  async known(): Promise<Map<string, FileRow['status']>> {
    const rows = await faults(this.file, () => this.db.selectFrom('file').select(['sha256', 'status']).execute());
    return new Map(rows.map(({ sha256, status }) => [sha256, status]));
  }

  /** What was found in a stored file. */
  async findingsOf(sha256: string): Promise<readonly KeptFinding[]> {
    const query = this.db.selectFrom('file').select('findings').where('sha256', '=', sha256);
    const row = await faults(this.file, () => query.executeTakeFirst());
    return decoded(this.file, () => JSON.parse(row?.findings ?? '[]') as KeptFinding[]); // as `rowOf` wrote them
  }

  /** Writes a batch: all of it or nothing. */
  async write(batch: readonly Entry[]): Promise<void> {
    await faults(this.file, () => inTransaction(this.db, (work) => this.#write(batch, work)));
  }

  async #write(batch: readonly Entry[], work: Kysely<Tables>): Promise<void> {
    for (const entry of batch) {
      const { sha256, path, modified } = entry;
      // A file that could not even be read has no bytes to be known by; it is tried again next time.
      if (sha256 === '') continue;
      if ('row' in entry && entry.row) {
        const { outline, ...row } = entry.row;
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

  /** Accepted workbooks, all or those of one organization, in an order that depends on nothing but themselves. */
  async *assessments(key?: string): AsyncGenerator<StoredAssessment> {
    const all = this.db.selectFrom('version').select(['sha256', 'path', 'version']);
    const wanted = key === undefined ? all : all.where('key', '=', key);
    const ordered = wanted.orderBy('key').orderBy('as_of').orderBy('version');
    const outlines = await this.#readOutlines();
    // One after the other by digest: the rows are too large to be sorted together.
    for (const { sha256, path, version } of await faults(this.file, () => ordered.execute())) {
      const one = this.db.selectFrom('file').selectAll().where('sha256', '=', sha256);
      const row = await faults(this.file, () => one.executeTakeFirst());
      const outline = row && outlines.get(row.outline);
      if (row && outline) yield decoded(this.file, () => ({ ...assessmentOf(row, outline), path, version }));
    }
  }

  /** What portfolio figures need, and no more: the newest workbook of each organization, one at a time. */
  async *newest(): AsyncGenerator<Newest> {
    const outlines = await this.#readOutlines();
    const places = this.db.selectFrom('version').select('sha256').where('place', '=', 1);
    const newest = new Set((await faults(this.file, () => places.execute())).map(({ sha256 }) => sha256));
    // From front to back, and those that count picked out: looking each up in the store takes five times as long.
    const query = this.db
      .selectFrom('file')
      .select(['sha256', 'key', 'model', 'unit', 'industry', 'size_band', 'region'])
      .select(['maturity', 'floor', 'completeness', 'outline', 'figures', 'states']);
    try {
      for await (const row of query.stream()) {
        if (!newest.has(row.sha256)) continue;
        const { key, model, unit, industry, size_band: size, region, maturity, floor, completeness } = row;
        const outline = outlines.get(row.outline);
        if (!outline) continue;
        const own = { key, model, unit, industry, size, region, maturity, floor, completeness };
        const read = () => ({ states: [...row.states].map(stateOf), ...readFigures(row.figures) });
        yield { ...own, outline, ...decoded(this.file, read) };
      }
    } catch (error) {
      throw asFault(error, this.file);
    }
  }

  /** Names of all organizations that have an accepted workbook, in every spelling. */
  async names(): Promise<NamedOrganization[]> {
    const query = this.db
      .selectFrom('file')
      .select(['key', 'name', 'unit'])
      .distinct()
      .where('status', '=', 'accepted');
    return faults(this.file, () => query.orderBy('name').orderBy('unit').execute());
  }

  async #readOutlines(): Promise<ReadonlyMap<number, RowOutline>> {
    const rows = await faults(this.file, () => this.db.selectFrom('outline').selectAll().execute());
    return decoded(this.file, () => new Map(rows.map(({ id, text }) => [id, JSON.parse(text) as RowOutline]))); // as `countedColumns` wrote it
  }
}

/** Of two times of the same file the earlier one; 0 is none. */
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
  if (rows.length > 0 && (await number('application_id')) !== APPLICATION)
    throw new StoreFault('not-a-store', file);
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

/** What stands in the columns was written by `rowOf`. */
function assessmentOf(
  row: Omit<Tables['file'], 'stored_at'>,
  outline: RowOutline,
): Omit<StoredAssessment, 'path' | 'version'> {
  const { sha256, model, key, name, unit, maturity, completeness } = row;
  return {
    ...{ sha256, model, key, name, unit, asOf: row.as_of, maturity, completeness },
    organization: JSON.parse(row.organization) as Organization,
    scores: JSON.parse(row.scores) as StoredScores,
    states: readStates(row.states, outline),
    answers: JSON.parse(row.answers) as Record<string, Answer>,
  };
}
