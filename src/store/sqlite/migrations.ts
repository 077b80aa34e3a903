/** The tables of a store, and how those of earlier versions become those of today. `MIGRATIONS[n]` leads from version n to n + 1. */
import { randomBytes } from 'node:crypto';
import type Database from 'libsql';
import type { Score } from '../../scoring/score.js';
import { countedColumns, organizationKey, type FileRow, type StoredScores } from '../../desk/row.js';
import { packCopy } from '../packed/copies.js';
import { selecting, valuesOf, type Raw } from './columns.js';
import { count, isSound, SUMMED, sumOfWide, WIDE, type Summed } from './earlier-sums.js';
import { dictionaryOf, putRow, type Dictionary } from './rows.js';
import { count as countNow, Totals, type Summed as SummedNow } from './sums.js';

type Migration = (db: Database.Database) => void;

const FIRST = [
  `CREATE TABLE file (
    sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
    key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
    region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
    organization TEXT NOT NULL, scores TEXT NOT NULL, states TEXT NOT NULL, answers TEXT NOT NULL, diagnostics TEXT NOT NULL,
    stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) WITHOUT ROWID`,
  `CREATE TABLE copy (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, modified INTEGER NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX copy_of ON copy (sha256)`,
  `CREATE INDEX file_of ON file (status, key, as_of)`,
  `CREATE VIEW assessment AS
    SELECT file.*, origin.path, origin.modified,
      ROW_NUMBER() OVER (PARTITION BY key, as_of ORDER BY origin.modified DESC, file.sha256 DESC) AS version
    FROM file JOIN (SELECT sha256, MIN(path) AS path, MAX(modified) AS modified FROM copy GROUP BY sha256) AS origin
      ON origin.sha256 = file.sha256
    WHERE file.status = 'accepted'`,
];

/**
 * A path keeps all that was ever found at it, so that what a newer file has replaced stays in the history; what a
 * portfolio counts stands in narrow columns in front; and versions are told from those alone, without touching the rest.
 * Of several copies of the same bytes the earliest known time counts: an old workbook that is sent again is not a new one.
 */
const SECOND = [
  `DROP VIEW assessment`,
  `DROP INDEX copy_of`,
  `DROP INDEX file_of`,
  `ALTER TABLE file RENAME TO file_1`,
  `ALTER TABLE copy RENAME TO copy_1`,
  `CREATE TABLE outline (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)`,
  `CREATE TABLE file (
    sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
    key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
    region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
    outline INTEGER NOT NULL REFERENCES outline (id), figures TEXT NOT NULL, states TEXT NOT NULL,
    stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    organization TEXT NOT NULL, scores TEXT NOT NULL, answers TEXT NOT NULL, diagnostics TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE copy (
    sha256 TEXT NOT NULL, path TEXT NOT NULL, modified INTEGER NOT NULL, PRIMARY KEY (sha256, path)) WITHOUT ROWID`,
  `INSERT INTO copy SELECT sha256, path, modified FROM copy_1`,
  `CREATE INDEX file_of ON file (status, key, as_of)`,
  `CREATE VIEW version AS
    SELECT file.sha256, file.key, file.as_of, origin.path, origin.modified,
      ROW_NUMBER() OVER (PARTITION BY file.key, file.as_of ORDER BY origin.modified DESC, file.sha256 DESC) AS version,
      ROW_NUMBER() OVER (PARTITION BY file.key ORDER BY file.as_of DESC, origin.modified DESC, file.sha256 DESC) AS place
    FROM file JOIN (
        SELECT sha256, MIN(path) AS path, COALESCE(MIN(NULLIF(modified, 0)), 0) AS modified FROM copy GROUP BY sha256
      ) AS origin ON origin.sha256 = file.sha256
    WHERE file.status = 'accepted'`,
  `CREATE VIEW assessment AS
    SELECT file.*, version.path, version.modified, version.version, version.place, outline.text AS ids
    FROM version JOIN file ON file.sha256 = version.sha256 JOIN outline ON outline.id = file.outline`,
];

/** Long columns of the third version, and what stands in the one that came then. */
const LONG = ['organization', 'scores', 'answers', 'findings'] as const;
const NO_FEEDBACK = '[]';

/** Columns that are the same in the first and the second version. */
const KEPT =
  'sha256, status, size, tool, model, name, unit, industry, size_band, region, as_of, maturity, floor, completeness, stored_at, organization, scores, answers, diagnostics';

/**
 * Each row has a sum, so that damage is seen. What has none is not asked any more: an index on dates with its copies of
 * columns, and views, whose text is in the file as well. Remarks on the model are kept.
 */
const FOURTH = [
  `DROP VIEW assessment`,
  `DROP VIEW version`,
  `DROP INDEX file_of`,
  `ALTER TABLE file RENAME TO file_3`,
  `CREATE TABLE file (
    sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
    key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
    region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
    outline INTEGER NOT NULL REFERENCES outline (id), figures TEXT NOT NULL, states TEXT NOT NULL, wide INTEGER NOT NULL,
    stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    organization TEXT NOT NULL, scores TEXT NOT NULL, answers TEXT NOT NULL, findings TEXT NOT NULL,
    feedback TEXT NOT NULL) WITHOUT ROWID`,
  // Of an organization that was removed nothing is left but the digests of its files, so that they don't come back by accident.
  `CREATE TABLE forgotten (sha256 TEXT PRIMARY KEY) WITHOUT ROWID`,
  `CREATE TABLE total (name TEXT PRIMARY KEY, n INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID`,
];

/**
 * Rows are packed: a twelfth of the room, and many are read at once. `file` is in the order of organizations, so that those of
 * one stand beside each other. `content` finds a row by its digest, and its long part in pieces of a third of a page: whole, it would
 * leave a fifth of the pages empty.
 */
const SIXTH = [
  `ALTER TABLE file RENAME TO file_5`,
  `ALTER TABLE copy RENAME TO copy_5`,
  `CREATE TABLE dictionary (id INTEGER PRIMARY KEY, model TEXT NOT NULL UNIQUE, text TEXT NOT NULL)`,
  `CREATE TABLE file (
    key TEXT NOT NULL, sha256 TEXT NOT NULL, status TEXT NOT NULL, model TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
    as_of TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (key, sha256)) WITHOUT ROWID`,
  `CREATE TABLE content (
    sha256 TEXT PRIMARY KEY, key TEXT NOT NULL, stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    first INTEGER NOT NULL, pieces INTEGER NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE piece (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)`,
  `CREATE TABLE copy (
    sha256 TEXT NOT NULL, path TEXT NOT NULL, modified BLOB NOT NULL, head BLOB NOT NULL, PRIMARY KEY (sha256, path)) WITHOUT ROWID`,
  `DELETE FROM total WHERE name IN ('file', 'copy')`,
];

/** Rows that are packed at a time. */
const PIECE = 40;

const MIGRATIONS: readonly Migration[] = [
  (db) => runAll(db, FIRST),
  (db) => {
    runAll(db, SECOND);
    for (const sha256 of digestsIn(db, 'file_1')) {
      const columns = { texts: ['scores', 'states', 'name', 'unit'], numbers: [] } as const;
      const row = valuesOf(columns, one(db, `SELECT ${selecting(columns)} FROM file_1 WHERE sha256 = ?`, sha256));
      const scores = JSON.parse(row.scores) as Partial<StoredScores>;
      const states = Object.entries(JSON.parse(row.states) as Readonly<Record<string, unknown>>);
      const objectives = states.map(([id, state]) => ({ id, state })) as unknown as Score['objectives']; // as version 1 wrote them
      const counted = countedColumns({ domains: [], categories: [], ...scores }, objectives);
      const outline = outlineIn(db, counted.outline);
      db.prepare(
        `INSERT INTO file (${KEPT}, key, outline, figures, states) SELECT ${KEPT}, ?, ?, ?, ? FROM file_1 WHERE sha256 = ?`,
      ).run(organizationKey(row, sha256), outline, counted.figures, counted.states, sha256);
    }
    runAll(db, ['DROP TABLE file_1', 'DROP TABLE copy_1']);
  },
  // Sentences are made when they are read; what is kept already keeps its own.
  (db) => runAll(db, ['ALTER TABLE file RENAME COLUMN diagnostics TO findings']),
  (db) => {
    runAll(db, FOURTH);
    const long = { texts: ['sha256', 'name', 'unit', ...LONG], numbers: [] } as const;
    for (const sha256 of digestsIn(db, 'file_3')) {
      const row = valuesOf(long, one(db, `SELECT ${selecting(long)} FROM file_3 WHERE sha256 = ?`, sha256));
      const columns = `${KEPT.replace('diagnostics', 'findings')}, outline, figures, states`;
      // Names that look the same were not the same yet.
      const added = [organizationKey(row, sha256), sumOfWide({ ...row, feedback: NO_FEEDBACK }), NO_FEEDBACK];
      db.prepare(
        `INSERT INTO file (${columns}, key, wide, feedback) SELECT ${columns}, ?, ?, ? FROM file_3 WHERE sha256 = ?`,
      ).run(...added, sha256);
    }
    runAll(db, ['DROP TABLE file_3']);
    for (const table of ['file', 'copy', 'outline', 'forgotten'] as const) countFor(db, table);
  },
  // What pseudonyms are made by; whoever has the store has the names as well.
  (db) => {
    runAll(db, ['CREATE TABLE secret (digits TEXT PRIMARY KEY) WITHOUT ROWID']);
    db.prepare('INSERT INTO secret (digits) VALUES (?)').run(randomBytes(32).toString('hex'));
    countFor(db, 'secret');
  },
  (db) => {
    // Damage would get a new checksum otherwise, and be hidden for good.
    if (!isSound(db)) throw new Error('a row is not as it was written');
    runAll(db, SIXTH);
    packRows(db);
    packCopies(db);
    runAll(db, ['DROP TABLE file_5', 'DROP TABLE copy_5']);
    for (const table of ['file', 'copy', 'dictionary'] as const) enterNow(db, table);
  },
];
/** From this version on rows are packed. */
export const PACKED_VERSION = 6;

/** Version of the tables that this program writes. */
export const STORE_VERSION = MIGRATIONS.length;

/** Brings the tables from version `from` to `to`; inside a transaction of the caller. */
export function migrate(db: Database.Database, from: number, to = STORE_VERSION): void {
  for (const migration of MIGRATIONS.slice(from, to)) migration(db);
}

function runAll(db: Database.Database, statements: readonly string[]): void {
  for (const statement of statements) db.exec(statement);
}

/** Enters for the first time what there is of a table. */
function countFor(db: Database.Database, table: Summed): void {
  const { n, sum } = count(db, table);
  db.prepare('INSERT INTO total (name, n, sum) VALUES (?, ?, ?)').run(table, n, sum);
}

/** As `countFor`, with the sums of today. */
function enterNow(db: Database.Database, table: SummedNow): void {
  const { n, sum } = countNow(preparing(db), table);
  db.prepare('INSERT INTO total (name, n, sum) VALUES (?, ?, ?)').run(table, n, sum);
}

/** Questions that are prepared once each. */
function preparing(db: Database.Database): (question: string) => Database.Statement {
  const known = new Map<string, Database.Statement>();
  return (question) => {
    const statement = known.get(question) ?? db.prepare(question);
    known.set(question, statement);
    return statement;
  };
}

/** Rows of version 5 as those of version 6, each as it was written. */
function packRows(db: Database.Database): void {
  const ask = preparing(db);
  const columns = {
    texts: [...SUMMED.file.texts, ...WIDE.texts, 'stored_at'],
    numbers: SUMMED.file.numbers,
  } as const;
  const outlines = new Map<number, string>();
  const dictionaries = new Map<string, Dictionary>();
  // All that is counted here is counted again in the end.
  const totals = new Totals();
  const next = ask(`SELECT ${selecting(columns)} FROM file_5 WHERE sha256 > ? ORDER BY sha256 LIMIT ${PIECE}`);
  for (let last = '', isDone = false; !isDone;) {
    const rows = next.all(last) as Raw[];
    isDone = rows.length < PIECE;
    for (const raw of rows) {
      const { outline, wide, stored_at: storedAt, ...row } = valuesOf(columns, raw);
      if (sumOfWide(row) !== wide) throw new Error('a row is not as it was written');
      const id = outline ?? 0;
      const text = outlines.get(id) ?? outlineText(db, id);
      outlines.set(id, text);
      const dictionary = dictionaries.get(row.model) ?? dictionaryOf(ask, row.model, totals);
      dictionaries.set(row.model, dictionary);
      putRow(ask, { ...row, outline: text } as FileRow, id, dictionary, storedAt); // as `rowOf` wrote it
      last = row.sha256;
    }
  }
}

function packCopies(db: Database.Database): void {
  const ask = preparing(db);
  const put = ask('INSERT INTO copy (sha256, path, modified, head) VALUES (?, ?, ?, ?)');
  const next = ask(
    `SELECT ${selecting(SUMMED.copy)} FROM copy_5 WHERE (sha256, path) > (?, ?) ORDER BY sha256, path LIMIT ${PIECE}`,
  );
  for (let last = ['', ''], isDone = false; !isDone;) {
    const rows = next.all(...last) as Raw[];
    isDone = rows.length < PIECE;
    for (const raw of rows) {
      const { sha256, path, modified } = valuesOf(SUMMED.copy, raw);
      const packed = packCopy({ sha256, path, modified: modified ?? 0 });
      put.run(sha256, path, packed.modified, packed.head);
      last = [sha256, path];
    }
  }
}

function outlineText(db: Database.Database, id: number): string {
  const columns = { texts: ['text'], numbers: [] } as const;
  const raw = db.prepare(`SELECT ${selecting(columns)} FROM outline WHERE id = ?`).get(id) as Raw | undefined;
  if (!raw) throw new Error('the ids of a row are missing');
  return valuesOf(columns, raw).text;
}

function one(db: Database.Database, question: string, asked: string): Raw {
  return db.prepare(question).get(asked) as Raw; // a row that was listed a moment ago
}

/** All digests of a table of files. */
function digestsIn(db: Database.Database, table: string): string[] {
  const columns = { texts: ['sha256'], numbers: [] } as const;
  const rows = db.prepare(`SELECT ${selecting(columns)} FROM ${table}`).all() as Raw[];
  return rows.map((raw) => valuesOf(columns, raw).sha256);
}

/** Number of an outline, which is kept if it is new. */
function outlineIn(db: Database.Database, text: string): number {
  db.prepare('INSERT INTO outline (text) VALUES (?) ON CONFLICT DO NOTHING').run(text);
  const { id } = db.prepare('SELECT CAST(id AS INTEGER) AS id FROM outline WHERE text = ?').get(text) as { id: number };
  return id;
}
