/** Results in one SQLite file. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';
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
  newestIn,
  returnedIn,
  senderInRow,
  type KeptRow,
  type KeptFinding,
  type ReturnedFile,
  type RowContent,
  type Sender,
} from '../../desk/row.js';
import { unpackContent } from '../../host/packed-content.js';
import { lastDay } from '../../desk/last-day.js';
import { NO_TIME, packCopy, placesIn, timeIn } from '../packed/copies.js';
import { Frames } from '../packed/narrow.js';
import { earliestTimes, NewestOf, type Found } from '../packed/newest.js';
import { earlier, whole } from '../values.js';
import { bytesIn, selecting, textIn, valuesOf, type Raw } from './columns.js';
import { migrate, PACKED_VERSION, STORE_VERSION } from './migrations.js';
import { StoreFault } from '../fault.js';
import type { OpenStore } from '../opening.js';
import { ahead, assessed, origins, VERSION, type Dialect } from '../order.js';
import { decoded, faults, isBusy } from './store-fault.js';
import { CONTENT, dictionaryOf, outlineId, putRow, removeContent, Shared, type Dictionary } from './rows.js';
import { copiesOf, entered, filePieces, FRAME, isSound, sumOfRow, SUMMED, Totals, type Summed } from './sums.js';

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
const DIALECT: Dialect = { schema: '', day: '?1', never: NO_TIME };

/** A row by its digest: `content` knows its key, by which `file` is in order. */
const BY_DIGEST = `content LEFT JOIN file ON file.key = content.key AND file.sha256 = content.sha256 WHERE content.sha256 = ?1`;
const FRAME_OF_ROW = `CAST(${FRAME.file('file.')} AS BLOB) AS frame`;
const NO_BYTES = new Uint8Array();
/** A row with all that belongs to it. */
const WHOLE = `${FRAME_OF_ROW}, ${CONTENT}`;

/** A row, and what belongs to it. */
interface Opened {
  readonly frame: Frames;
  readonly content: RowContent;
}

export class SqliteResults implements Results {
  readonly #outlines = new Map<string, number>();
  readonly #dictionaries = new Map<string, Dictionary>();
  readonly #asked = new Map<string, Database.Statement>();
  readonly #sound = new Set<Summed>();
  readonly #shared: Shared;

  private constructor(
    private readonly file: string,
    private readonly db: Database.Database,
    private readonly today: () => Date,
  ) {
    this.#shared = new Shared(this.#ask);
  }

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
    const both = `SELECT ${FRAME_OF_ROW}, 0 AS is_forgotten FROM ${BY_DIGEST}
      UNION ALL SELECT NULL, 1 FROM forgotten WHERE sha256 = ?1 LIMIT 1`;
    return faults(this.file, () => {
      const raw = this.#ask(both).get(sha256) as Raw | undefined;
      if (raw?.['is_forgotten'] === 1) return 'forgotten';
      return raw && (this.#frameOf(raw).own('status') as KnownStatus); // as it was written
    });
  }

  /** A question, prepared once: the binding lets go of one no sooner than it has to, and each takes some memory. */
  readonly #ask = (question: string): Database.Statement => {
    const prepared = this.#asked.get(question);
    if (prepared) return prepared;
    const now = this.db.prepare(question);
    this.#asked.set(question, now);
    return now;
  };

  async findingsOf(sha256: string): Promise<readonly KeptFinding[]> {
    return (await this.#contentOf(sha256))?.findings ?? [];
  }

  async senderOf(sha256: string): Promise<Sender> {
    const content = await this.#contentOf(sha256);
    return content ? senderInRow(content) : {};
  }

  async #contentOf(sha256: string): Promise<RowContent | undefined> {
    await this.#expectSound('outline', 'dictionary');
    return faults(this.file, () => {
      const raw = this.#ask(`SELECT ${WHOLE} FROM ${BY_DIGEST}`).get(sha256) as Raw | undefined;
      return raw && this.#opened(raw).content;
    });
  }

  async *returned(): AsyncGenerator<ReturnedFile> {
    await this.#expectSound('file', 'copy', 'outline', 'dictionary');
    const list = `SELECT key, file.sha256, origin.path, origin.modified AS time
      FROM file JOIN ${origins(DIALECT)} ON origin.sha256 = file.sha256 ORDER BY file.sha256`;
    for await (const { raw, frame, content } of this.#rows(list, [], 'CAST(list.time AS BLOB) AS time')) {
      yield decoded(this.file, () => {
        const modified = timeIn(bytesIn(raw, 'time') ?? NO_BYTES);
        return returnedIn(frame.row(), content, { path: textIn(raw, 'path'), modified });
      });
    }
  }

  async write(batch: readonly Entry<KeptRow>[]): Promise<void> {
    // What new rows are packed with: damage in it would be in them as well.
    await this.#expectSound('outline', 'dictionary');
    return faults(this.file, () => {
      try {
        inTransaction(this.db, 'IMMEDIATE', () => this.#write(batch));
      } catch (error) {
        // Outlines and dictionaries of a batch that was not kept are not kept either.
        this.#outlines.clear();
        this.#dictionaries.clear();
        throw error;
      }
    });
  }

  #write(batch: readonly Entry<KeptRow>[]): void {
    const totals = new Totals();
    const ask = this.#ask;
    const isKept = ask(`SELECT 1 AS is_kept FROM content WHERE sha256 = ?`);
    const before = ask(`SELECT CAST(modified AS BLOB) AS modified FROM copy WHERE sha256 = ? AND path = ?`);
    const copy = ask(`INSERT OR REPLACE INTO copy (sha256, path, modified, head) VALUES (?, ?, ?, ?)`);
    const again = ask(`DELETE FROM forgotten WHERE sha256 = ?`);
    const isForgotten = ask(`SELECT 1 FROM forgotten WHERE sha256 = ?`);
    const { any } = ask(`SELECT EXISTS (SELECT 1 FROM forgotten) AS any`).get() as { readonly any: number };
    for (const { sha256, path, modified, row } of batch) {
      // A file that could not even be read has no bytes to be known by; it is tried again next time.
      if (sha256 === '') continue;
      if (row) {
        if (isKept.get(sha256) === undefined) this.#put(row, totals);
        if (any !== 0 && again.run(sha256).changes > 0) totals.remove('forgotten', sumOfRow('forgotten', { sha256 }));
      } else if (any !== 0 && isForgotten.get(sha256) !== undefined) continue;
      const place = { sha256, path: String(whole(path)) };
      const found = before.get(sha256, place.path) as Raw | undefined;
      const known = found && timeIn(bytesIn(found, 'modified') ?? NO_BYTES);
      if (known !== undefined) totals.remove('copy', packCopy({ ...place, modified: known }).sum);
      const packed = packCopy({ ...place, modified: known === undefined ? modified : earlier(known, modified) });
      copy.run(place.sha256, place.path, packed.modified, packed.head);
      totals.add('copy', packed.sum);
    }
    totals.keep(ask);
  }

  #put(row: KeptRow, totals: Totals): void {
    const ask = this.#ask;
    const outline = this.#outlines.get(row.outline) ?? outlineId(ask, row.outline, totals);
    this.#outlines.set(row.outline, outline);
    const dictionary = this.#dictionaries.get(row.model) ?? dictionaryOf(ask, row.model, totals);
    this.#dictionaries.set(row.model, dictionary);
    totals.add('file', putRow(ask, row, outline, dictionary));
  }

  async *organizations(): AsyncGenerator<KeptOrganization> {
    await this.#expectSound('file', 'copy');
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
    await this.#expectSound('file', 'copy', 'forgotten');
    return faults(this.file, () => {
      const files = inTransaction(this.db, 'IMMEDIATE', () => decoded(this.file, () => this.#forget(key, mayComeBack)));
      // What was deleted is in the file until it is written anew, and beside it until that is written back.
      this.db.exec('VACUUM');
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return files;
    });
  }

  #forget(key: string, mayComeBack: boolean): number {
    const totals = new Totals();
    const ask = this.#ask;
    const one = ask(`SELECT ${FRAME_OF_ROW} FROM file WHERE key = ? LIMIT 1`);
    const remove = ask(`DELETE FROM file WHERE key = ? AND sha256 = ?`);
    const removeCopies = ask(`DELETE FROM copy WHERE sha256 = ?`);
    const remember = ask(`INSERT INTO forgotten (sha256) VALUES (?) ON CONFLICT DO NOTHING`);
    let files = 0;
    for (let raw = one.get(key); raw !== undefined; raw = one.get(key)) {
      const frame = this.#frameOf(raw as Raw);
      const sha256 = frame.own('sha256');
      totals.remove('file', frame.sum);
      for (const copies = copiesOf(ask, [sha256]); copies.next();) totals.remove('copy', copies.sum);
      removeContent(ask, sha256);
      removeCopies.run(sha256);
      if (remove.run(key, sha256).changes !== 1) throw new StoreFault('damaged', this.file);
      if (!mayComeBack && remember.run(sha256).changes > 0) totals.add('forgotten', sumOfRow('forgotten', { sha256 }));
      files += 1;
    }
    totals.keep(ask);
    return files;
  }

  assessments(key?: string): AsyncGenerator<StoredAssessment> {
    const wanted = key === undefined ? '' : 'WHERE key = ?2 ';
    return this.#assessed(`${wanted}ORDER BY key, as_of, model, version`, key);
  }

  assessmentsByDigest(): AsyncGenerator<StoredAssessment> {
    return this.#assessed('ORDER BY sha256');
  }

  async secret(): Promise<string> {
    await this.#expectSound('secret');
    const columns = SUMMED.secret;
    return faults(this.file, () => {
      const raw = this.db.prepare(`SELECT ${selecting(columns)} FROM secret`).get() as Raw;
      return decoded(this.file, () => valuesOf(columns, raw)).digits;
    });
  }

  async *#assessed(which: string, key?: string): AsyncGenerator<StoredAssessment> {
    await this.#expectSound('file', 'copy', 'outline', 'dictionary');
    const list = `SELECT key, sha256, path, ${VERSION} FROM ${assessed(DIALECT)} ${which}`;
    const asked = [this.#lastDay(), ...(key === undefined ? [] : [key])];
    for await (const { raw, frame, content } of this.#rows(list, asked, 'CAST(list.version AS REAL) AS version'))
      yield decoded(this.file, () => {
        const kept = assessmentIn(frame.assessed(), content, this.#shared.outline(frame.links.outline));
        return { path: textIn(raw, 'path'), version: raw['version'] as number, ...kept }; // as it is asked
      });
  }

  /** The rows of a list of keys, digests and paths in its order, with all that belongs to them. `more`: what else is asked of the list. */
  async *#rows(list: string, asked: readonly string[], more: string): AsyncGenerator<Opened & { readonly raw: Raw }> {
    // A row of the list that is not found has no frame.
    const from = (
      table: string,
    ): string => `SELECT ${WHOLE}, CAST(list.path AS BLOB) AS path, ${more} FROM ${table} AS list
      LEFT JOIN file ON file.key = list.key AND file.sha256 = list.sha256 LEFT JOIN content ON content.sha256 = list.sha256`;
    for await (const raw of this.#listed(list, asked, from)) {
      const { frame, content } = await faults(this.file, () => this.#opened(raw));
      yield { raw, frame, content };
    }
  }

  async *newest(): AsyncGenerator<Newest> {
    await this.#expectSound('outline');
    const ask = this.#ask;
    const finding = new NewestOf(this.#lastDay(), async (digests) => {
      await this.#expectSound('copy');
      return faults(this.file, () => decoded(this.file, () => earliestTimes(placesIn(copiesOf(ask, digests)))));
    });
    const newest = ({ row, outline, isNewest, isOnly }: Found): Newest =>
      newestIn(row, this.#shared.outline(outline), { isNewest, isOnly });
    const total = { n: 0, sum: 0 };
    const pieces = filePieces(ask);
    for (let isDone = false; !isDone;) {
      const piece = await faults(this.file, () => decoded(this.file, () => pieces.next()));
      isDone = piece.done === true;
      if (!piece.done) {
        const certain = finding.take(piece.value, total);
        const next = (): Newest | undefined => {
          const one = certain.next();
          return one.done ? undefined : newest(one.value);
        };
        for (let one = decoded(this.file, next); one; one = decoded(this.file, next)) yield one;
      }
      const found = await this.#decodedLater(() => (piece.done ? finding.end() : finding.decided()));
      for (const each of found) yield decoded(this.file, () => newest(each));
    }
    // Each row is as it was written; now whether any is missing.
    const { n, sum } = await faults(this.file, () => entered(ask, 'file'));
    if (n === total.n && sum === total.sum) this.#sound.add('file');
    else await this.#expectSound('file');
  }

  async ahead(): Promise<number> {
    await this.#expectSound('file');
    const any = `SELECT EXISTS (SELECT 1 FROM file WHERE status = 'accepted' AND as_of > ?) AS n`;
    const day = this.#lastDay();
    const number = (question: string): number => (this.#ask(question).get(day) as { readonly n: number }).n;
    // Nearly always there are none, and it takes little to see that.
    if ((await faults(this.file, () => number(any))) === 0) return 0;
    await this.#expectSound('copy');
    return faults(this.file, () => number(ahead(DIALECT)));
  }

  async *names(): AsyncGenerator<NamedOrganization> {
    await this.#expectSound('file');
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

  /** The narrow columns of a row that was asked for; refused where they are not as they were written. */
  #frameOf(raw: Raw): Frames {
    return decoded(this.file, () => {
      const frame = bytesIn(raw, 'frame');
      if (!frame) throw new Error('a row is missing');
      const frames = new Frames(frame);
      frames.next();
      return frames;
    });
  }

  /** A row that was asked for as `WHOLE`, with its content; refused where it is not as it was written. */
  #opened(raw: Raw): Opened {
    const frame = this.#frameOf(raw);
    return decoded(this.file, () => {
      const { links } = frame;
      const bytes = bytesIn(raw, 'content');
      if (!bytes || crc32(bytes) !== links.content) throw new Error('the content is not as it was written');
      return { frame, content: unpackContent(bytes, this.#shared.dictionary(links.dictionary)) };
    });
  }

  /** As `decoded`, of what takes its time. */
  async #decodedLater<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      return decoded(this.file, () => {
        throw error;
      });
    }
  }

  /** Before anything is told of many: every row of these tables is there as it was written. Rows that came later were written by a program that runs. */
  async #expectSound(...tables: Summed[]): Promise<void> {
    const left = tables.filter((table) => !this.#sound.has(table));
    if (left.length === 0) return;
    const ask = this.#ask;
    const sound = await faults(this.file, () =>
      inTransaction(this.db, 'DEFERRED', () => decoded(this.file, () => left.every((table) => isSound(ask, table)))),
    );
    if (!sound) throw new StoreFault('damaged', this.file);
    for (const table of left) this.#sound.add(table);
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
  const hasLongRows = version > 0 && version < PACKED_VERSION;
  inTransaction(db, 'IMMEDIATE', () => {
    // Another ingest may have been faster.
    decoded(file, () => migrate(db, number('user_version')));
    db.exec(`PRAGMA application_id = ${APPLICATION}`);
    db.exec(`PRAGMA user_version = ${STORE_VERSION}`);
  });
  if (hasLongRows) giveBackRoom(db);
}

/** Most of the room of long rows is free once they are packed. A store without room for this is used as it is. */
function giveBackRoom(db: Database.Database): void {
  try {
    db.exec('VACUUM');
  } catch {
    // What is written next takes the free room first.
  }
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
