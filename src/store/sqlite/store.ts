/** Results in one SQLite file. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'libsql';
import type {
  Entry,
  KeptOrganization,
  KnownStatus,
  NamedOrganization,
  Newest,
  Results,
  StoredAssessment,
} from '../../desk/results.js';
import {
  assessmentIn,
  COUNTED_COLUMNS,
  newestIn,
  readOutline,
  returnedIn,
  senderInRow,
  type CountedColumns,
  type FileRow,
  type KeptFinding,
  type ReturnedFile,
  type RowOutline,
  type Sender,
} from '../../desk/row.js';
import { earlier, whole, type Value } from '../values.js';
import { selecting, valuesOf, type Raw } from './columns.js';
import { migrate, outlineId, STORE_VERSION } from './migrations.js';
import { StoreFault } from '../fault.js';
import type { OpenStore } from '../opening.js';
import { ahead, assessed, newest, origins, VERSION, type Dialect } from '../order.js';
import { lastDay } from '../../desk/last-day.js';
import { decoded, faults, isBusy } from './store-fault.js';
import { isSound, SUMMED, sumOfWide, Totals, WIDE } from './sums.js';

/** Marks the file as ours; any four bytes will do ("AISM"). */
const APPLICATION = 0x4149534d;
/** Milliseconds that a second ingest waits for the first one to finish a batch. */
const PATIENCE = 60_000;
/**
 * Rows that are asked for at a time. A question is never left open: the binding has no way to end one. It keeps some memory
 * for each question; and more rows live long enough to be kept until the engine collects everything.
 */
const PIECE = 40;
/** Kilobytes of the store, and of lists beside it, that a reader holds. Nearly each page is read once, so that more of them help nobody. */
const CACHE = { store: 1_000, lists: 500 } as const;
/** SQLite takes this name, and an empty one, for a store that is gone when it is closed. */
const NOT_KEPT: ReadonlySet<string> = new Set([':memory:', '']);

/** How SQLite is asked. */
const DIALECT: Dialect = { schema: '', day: '?1' };

/** Every column of `file` that is read back. */
const FILE = { texts: [...SUMMED.file.texts, ...WIDE.texts], numbers: SUMMED.file.numbers } as const;
const isNumber = (name: string): name is (typeof FILE.numbers)[number] =>
  (FILE.numbers as readonly string[]).includes(name);
const COUNTED = {
  texts: COUNTED_COLUMNS.filter((name) => !isNumber(name)),
  numbers: [...COUNTED_COLUMNS.filter(isNumber), 'outline'],
} as const;
const COLUMNS_WRITTEN = [...FILE.texts, ...FILE.numbers];

/** Gives the ids that a row's figures belong to. */
type OutlineOf = (row: { readonly outline: number | null }) => RowOutline;

export class SqliteResults implements Results {
  readonly #outlines = new Map<string, number>();
  readonly #asked = new Map<string, Database.Statement>();
  #isSound = false;

  private constructor(
    private readonly file: string,
    private readonly db: Database.Database,
    private readonly today: () => Date,
  ) {}

  /** Opens a store; makes it where `create` says so, for its owner alone. */
  static open(file: string, { create, today = () => new Date() }: OpenStore): Promise<SqliteResults> {
    return faults(file, () => {
      if (NOT_KEPT.has(file)) throw new StoreFault('not-kept', file);
      if (!create && !existsSync(file)) throw new StoreFault('missing', file);
      makePrivately(file);
      // A whole path is never taken for an address, whatever the file is called.
      const db = new Database(resolve(file), { timeout: PATIENCE });
      try {
        db.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
        prepare(db, file, { create });
        return new SqliteResults(file, db, today);
      } catch (error) {
        db.close();
        throw error;
      }
    });
  }

  /** Lets go of the file, and leaves it as one that can be read where nothing may be written. */
  close(): Promise<void> {
    try {
      // Whoever lets go of it last does this; the others are told at once that it is in use.
      this.db.exec('PRAGMA busy_timeout = 0');
      this.db.exec('PRAGMA journal_mode = DELETE');
    } catch {
      // All that was written is in the store and the files beside it; the next one to close it tidies up.
    }
    this.db.close();
    return Promise.resolve();
  }

  statusOf(sha256: string): Promise<KnownStatus | undefined> {
    const columns = { texts: ['status'], numbers: [] } as const;
    const both = `SELECT status FROM file WHERE sha256 = ?1 UNION ALL SELECT 'forgotten' FROM forgotten WHERE sha256 = ?1`;
    return faults(this.file, () => {
      const raw = this.#ask(`SELECT ${selecting(columns)} FROM (${both}) LIMIT 1`).get(sha256) as Raw | undefined;
      return raw && (decoded(this.file, () => valuesOf(columns, raw)).status as KnownStatus); // as it was written
    });
  }

  /** A question, prepared once: the binding lets go of one no sooner than it has to, and each takes some memory. */
  #ask(question: string): Database.Statement {
    const prepared = this.#asked.get(question);
    if (prepared) return prepared;
    const now = this.db.prepare(question);
    this.#asked.set(question, now);
    return now;
  }

  findingsOf(sha256: string): Promise<readonly KeptFinding[]> {
    return faults(this.file, () => {
      const row = this.#rowOf(sha256);
      return row ? decoded(this.file, () => JSON.parse(row.findings) as KeptFinding[]) : []; // as `rowOf` wrote them
    });
  }

  senderOf(sha256: string): Promise<Sender> {
    return faults(this.file, () => {
      const row = this.#rowOf(sha256);
      return row ? decoded(this.file, () => senderInRow(row)) : {};
    });
  }

  async *returned(): AsyncGenerator<ReturnedFile> {
    await this.#expectSound();
    const listed = { texts: ['sha256', 'path'], numbers: ['modified'] } as const;
    const list = `SELECT file.sha256, origin.path, origin.modified
      FROM file JOIN ${origins(DIALECT)} ON origin.sha256 = file.sha256 ORDER BY file.sha256`;
    for await (const raw of this.#listed(list, [], (table) => `SELECT ${selecting(listed)} FROM ${table} AS list`)) {
      yield await faults(this.file, () => {
        const { sha256, path, modified } = decoded(this.file, () => valuesOf(listed, raw));
        const row = this.#rowOf(sha256);
        if (!row) throw new StoreFault('damaged', this.file);
        const kept = row as unknown as Omit<FileRow, 'outline'>; // as `rowOf` wrote it
        return decoded(this.file, () => returnedIn(kept, { path, modified: modified ?? 0 }));
      });
    }
  }

  write(batch: readonly Entry[]): Promise<void> {
    return faults(this.file, () => {
      try {
        inTransaction(this.db, 'IMMEDIATE', () => this.#write(batch));
      } catch (error) {
        // Outlines of a batch that was not kept are not kept either.
        this.#outlines.clear();
        throw error;
      }
    });
  }

  #write(batch: readonly Entry[]): void {
    const totals = new Totals();
    const marks = COLUMNS_WRITTEN.map(() => '?').join(', ');
    const file = this.#ask(`INSERT INTO file (${COLUMNS_WRITTEN.join(', ')}) VALUES (${marks}) ON CONFLICT DO NOTHING`);
    const before = this.#ask(`SELECT CAST(modified AS REAL) AS modified FROM copy WHERE sha256 = ? AND path = ?`);
    const copy = this.#ask(`INSERT OR REPLACE INTO copy (sha256, path, modified) VALUES (?, ?, ?)`);
    const again = this.#ask(`DELETE FROM forgotten WHERE sha256 = ?`);
    const isForgotten = this.#ask(`SELECT 1 FROM forgotten WHERE sha256 = ?`);
    const { any } = this.#ask(`SELECT EXISTS (SELECT 1 FROM forgotten) AS any`).get() as { readonly any: number };
    for (const { sha256, path, modified, row } of batch) {
      // A file that could not even be read has no bytes to be known by; it is tried again next time.
      if (sha256 === '') continue;
      if (row) {
        const written = this.#asWritten(row, totals);
        const { changes } = file.run(...COLUMNS_WRITTEN.map((name) => written[name] ?? null));
        if (changes > 0) totals.add('file', written);
        if (any !== 0 && again.run(sha256).changes > 0) totals.remove('forgotten', { sha256 });
      } else if (any !== 0 && isForgotten.get(sha256) !== undefined) continue;
      const place = { sha256, path: String(whole(path)) };
      const known = before.get(sha256, place.path) as { modified: number } | undefined;
      if (known) totals.remove('copy', { ...place, ...known });
      const now = { ...place, modified: known ? earlier(known.modified, modified) : modified };
      copy.run(now.sha256, now.path, now.modified);
      totals.add('copy', now);
    }
    totals.keep((question) => this.#ask(question));
  }

  /** A row as the table has it. */
  #asWritten({ outline: ids, ...row }: FileRow, totals: Totals): Readonly<Record<string, Value>> {
    const kept = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, whole(value)])) as typeof row; // texts stay texts
    return { ...kept, outline: this.#outlineOf(ids, totals), wide: sumOfWide(kept) };
  }

  #outlineOf(text: string, totals: Totals): number {
    const known = this.#outlines.get(text);
    if (known !== undefined) return known;
    const { id, isNew } = outlineId(this.db, text);
    if (isNew) totals.add('outline', { text, id });
    this.#outlines.set(text, id);
    return id;
  }

  async *organizations(): AsyncGenerator<KeptOrganization> {
    await this.#expectSound();
    const columns = { texts: ['key', 'name', 'unit', 'newest', 'path'], numbers: ['assessments', 'rejected'] } as const;
    // The key of a workbook without a name is its digest behind a bar; no other key begins with one.
    const path = `(SELECT MIN(path) FROM copy WHERE SUBSTR(key, 1, 1) = '|' AND copy.sha256 = SUBSTR(key, 2))`;
    const list = `SELECT key, MIN(name) AS name, MIN(unit) AS unit,
        MAX(CASE WHEN status = 'accepted' AND as_of <= ?1 THEN as_of ELSE '' END) AS newest,
        SUM(status = 'accepted') AS assessments, SUM(status <> 'accepted') AS rejected, COALESCE(${path}, '') AS path
      FROM file GROUP BY key ORDER BY 2, 3, 1`;
    const from = (table: string): string => `SELECT ${selecting(columns)} FROM ${table} AS list`;
    for await (const raw of this.#listed(list, [this.#lastDay()], from)) {
      const row = decoded(this.file, () => valuesOf(columns, raw));
      yield Object.assign(row, { assessments: row.assessments ?? 0, rejected: row.rejected ?? 0 });
    }
  }

  async forget(key: string, { mayComeBack }: { readonly mayComeBack: boolean }): Promise<number> {
    await this.#expectSound();
    return faults(this.file, () => {
      const files = inTransaction(this.db, 'IMMEDIATE', () => this.#forget(key, mayComeBack));
      // What was deleted is in the file until it is written anew, and beside it until that is written back.
      this.db.exec('VACUUM');
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return files;
    });
  }

  #forget(key: string, mayComeBack: boolean): number {
    const totals = new Totals();
    const take = (table: 'file' | 'copy', where: string, asked: string): Readonly<Record<string, Value>>[] => {
      const columns = SUMMED[table];
      const rows = this.db.prepare(`SELECT ${selecting(columns)} FROM ${table} WHERE ${where} = ?`).all(asked) as Raw[];
      this.db.prepare(`DELETE FROM ${table} WHERE ${where} = ?`).run(asked);
      const taken = rows.map((raw) => decoded(this.file, () => valuesOf(columns, raw)));
      for (const row of taken) totals.remove(table, row);
      return taken;
    };
    const files = take('file', 'key', key);
    const remember = this.db.prepare(`INSERT INTO forgotten (sha256) VALUES (?) ON CONFLICT DO NOTHING`);
    for (const { sha256 } of files) {
      take('copy', 'sha256', String(sha256));
      if (!mayComeBack && remember.run(sha256).changes > 0) totals.add('forgotten', { sha256: sha256 ?? '' });
    }
    totals.keep((question) => this.#ask(question));
    return files.length;
  }

  assessments(key?: string): AsyncGenerator<StoredAssessment> {
    const wanted = key === undefined ? '' : 'WHERE key = ?2 ';
    return this.#assessed(`${wanted}ORDER BY key, as_of, model, version`, key);
  }

  assessmentsByDigest(): AsyncGenerator<StoredAssessment> {
    return this.#assessed('ORDER BY sha256');
  }

  async secret(): Promise<string> {
    await this.#expectSound();
    const columns = SUMMED.secret;
    return faults(this.file, () => {
      const raw = this.db.prepare(`SELECT ${selecting(columns)} FROM secret`).get() as Raw;
      return decoded(this.file, () => valuesOf(columns, raw)).digits;
    });
  }

  async *#assessed(which: string, key?: string): AsyncGenerator<StoredAssessment> {
    await this.#expectSound();
    const listed = { texts: ['sha256', 'path'], numbers: ['version'] } as const;
    const list = `SELECT sha256, path, ${VERSION} FROM ${assessed(DIALECT)} ${which}`;
    const asked = [this.#lastDay(), ...(key === undefined ? [] : [key])];
    let outlineOf: OutlineOf | undefined;
    for await (const raw of this.#listed(list, asked, (table) => `SELECT ${selecting(listed)} FROM ${table} AS list`)) {
      const outline = (outlineOf ??= await this.#outlinesOf());
      yield await faults(this.file, () => {
        const { sha256, path, version } = decoded(this.file, () => valuesOf(listed, raw));
        const row = this.#rowOf(sha256);
        if (!row) throw new StoreFault('damaged', this.file);
        const kept = row as unknown as Omit<FileRow, 'outline'>; // as `rowOf` wrote it
        return { path, version: version ?? 0, ...decoded(this.file, () => assessmentIn(kept, outline(row))) };
      });
    }
  }

  async *newest(): AsyncGenerator<Newest> {
    await this.#expectSound();
    const list = `${newest(DIALECT)} ORDER BY sha256`;
    let outlineOf: OutlineOf | undefined;
    // Both in the order of digests: looking each up as it comes takes five times as long.
    const from = (table: string): string =>
      `SELECT ${selecting(COUNTED, 'file.')}, list.place, list.among FROM ${table} AS list CROSS JOIN file ON file.sha256 = list.sha256`;
    for await (const raw of this.#listed(list, [this.#lastDay()], from)) {
      const outline = (outlineOf ??= await this.#outlinesOf());
      yield decoded(this.file, () => {
        const row = valuesOf(COUNTED, raw) as unknown as CountedColumns & { readonly outline: number }; // as `rowOf` wrote it
        return newestIn(row, outline(row), { isNewest: raw['place'] === 1, isOnly: raw['among'] === 1 });
      });
    }
  }

  async ahead(): Promise<number> {
    await this.#expectSound();
    const any = `SELECT EXISTS (SELECT 1 FROM file WHERE status = 'accepted' AND as_of > ?) AS n`;
    const day = this.#lastDay();
    const number = (question: string): number => (this.#ask(question).get(day) as { readonly n: number }).n;
    // Nearly always there are none, and it takes little to see that.
    return faults(this.file, () => (number(any) === 0 ? 0 : number(ahead(DIALECT))));
  }

  async *names(): AsyncGenerator<NamedOrganization> {
    await this.#expectSound();
    const columns = { texts: ['key', 'name', 'unit'], numbers: [] } as const;
    const list = `SELECT DISTINCT key, name, unit FROM file WHERE status = 'accepted' ORDER BY name, unit`;
    for await (const raw of this.#listed(list, [], (table) => `SELECT ${selecting(columns)} FROM ${table} AS list`))
      yield decoded(this.file, () => valuesOf(columns, raw));
  }

  /**
   * Goes through a list piece by piece. It stays with SQLite, since it may be longer than memory. `from` makes the question
   * of a piece, in which the list's rows are called `list`.
   */
  async *#listed(list: string, asked: readonly string[], from: (table: string) => string): AsyncGenerator<Raw> {
    const table = await faults(this.file, () => temporary(this.db, list, asked));
    try {
      const piece = this.db.prepare(`${from(`temp.${table}`)} WHERE list.rowid BETWEEN ? AND ?`);
      for (let at = 1; ; at += PIECE) {
        const rows = await faults(this.file, () => piece.all(at, at + PIECE - 1) as Raw[]);
        yield* rows;
        if (rows.length < PIECE) return;
      }
    } finally {
      this.db.exec(`DROP TABLE temp.${table}`);
    }
  }

  #lastDay(): string {
    return lastDay(this.today());
  }

  /** The row of a file; refused where its long columns are not as they were written. */
  #rowOf(sha256: string) {
    const raw = this.#ask(`SELECT ${selecting(FILE)} FROM file WHERE sha256 = ?`).get(sha256) as Raw | undefined;
    if (!raw) return undefined;
    const row = decoded(this.file, () => valuesOf(FILE, raw));
    if (sumOfWide(row) !== row.wide) throw new StoreFault('damaged', this.file);
    return row;
  }

  /** Before anything is told of many: every row is there as it was written. Rows that came later were written by a program that runs. */
  async #expectSound(): Promise<void> {
    if (this.#isSound) return;
    const sound = await faults(this.file, () =>
      inTransaction(this.db, 'DEFERRED', () => decoded(this.file, () => isSound(this.db))),
    );
    if (!sound) throw new StoreFault('damaged', this.file);
    this.#isSound = true;
  }

  /** The outlines of all rows that were listed: asked after the list, since another ingest may be adding rows with new ones. */
  async #outlinesOf(): Promise<OutlineOf> {
    const columns = SUMMED.outline;
    const rows = await faults(
      this.file,
      () => this.db.prepare(`SELECT ${selecting(columns)} FROM outline`).all() as Raw[],
    );
    const read = rows.map((raw) => decoded(this.file, () => valuesOf(columns, raw)));
    const outlines = decoded(this.file, () => new Map(read.map(({ id, text }) => [id, readOutline(text)])));
    return ({ outline }) => {
      const found = outlines.get(outline);
      if (!found) throw new StoreFault('damaged', this.file);
      return found;
    };
  }
}

/** Where it can't be made, whoever opens it says why. */
function makePrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It is there already, or its folder is not.
  }
}

let lists = 0;

/** Puts what is asked into a table of its own, beside the store; drop it in the end. Rows are numbered from 1. */
function temporary(db: Database.Database, question: string, asked: readonly string[]): string {
  const table = `list_${(lists += 1)}`;
  db.prepare(`CREATE TEMP TABLE ${table} AS ${question}`).run(...asked);
  return table;
}

/** Makes the tables, or brings them up to date; refuses what is not ours. `create` makes a writer of whoever opens it. */
function prepare(db: Database.Database, file: string, { create }: { create: boolean }): void {
  const number = (pragma: string): number => {
    const row = db.prepare(`SELECT CAST(${pragma} AS INTEGER) AS n FROM pragma_${pragma}`).get() as { n: number };
    return row.n;
  };
  const { n } = db.prepare(`SELECT COUNT(*) AS n FROM sqlite_master`).get() as { n: number };
  if (n === 0 && !create) throw new StoreFault('empty', file);
  if (n > 0 && number('application_id') !== APPLICATION) throw new StoreFault('not-a-store', file);
  const version = number('user_version');
  if (version > STORE_VERSION) throw new StoreFault('later-version', file);
  db.exec('PRAGMA synchronous = FULL');
  // Lists may be longer than memory, and this build of SQLite keeps them there if it is not told otherwise.
  db.exec('PRAGMA temp_store = FILE');
  if (create) beginToWrite(db);
  else db.exec(`PRAGMA cache_size = -${CACHE.store}; PRAGMA temp.cache_size = -${CACHE.lists}`);
  if (version === STORE_VERSION) return;
  inTransaction(db, 'IMMEDIATE', () => {
    // Another ingest may have been faster.
    decoded(file, () => migrate(db, number('user_version')));
    db.exec(`PRAGMA application_id = ${APPLICATION}`);
    db.exec(`PRAGMA user_version = ${STORE_VERSION}`);
  });
}

/** Lets others read while a batch is written. Without it writing is as safe, but waits for them. */
function beginToWrite(db: Database.Database): void {
  try {
    db.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

/** All of `work` or nothing. A writer begins as one: who becomes it later is turned away instead of waiting. */
function inTransaction<T>(db: Database.Database, kind: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
  db.exec(`BEGIN ${kind}`);
  try {
    const done = work();
    db.exec('COMMIT');
    return done;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite may have rolled back by itself; the first fault is the one to report.
    }
    throw error;
  }
}
