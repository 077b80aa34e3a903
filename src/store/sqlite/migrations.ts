/** The tables of a store, and how those of earlier versions become those of today. `MIGRATIONS[n]` leads from version n to n + 1. */
import { sql, type Kysely } from 'kysely';
import type { Score } from '../../scoring/score.js';
import { countedColumns, organizationKey, type StoredScores } from '../../desk/row.js';

type Database = Kysely<unknown>;
type Migration = (db: Database) => Promise<void>;

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

/**
 * Remarks on the model are kept, and two models on one date are two assessments: neither takes the other's place. `place` 1
 * is the newest of its organization, `day` 1 is of its latest date.
 */
const FOURTH = [
  `DROP VIEW assessment`,
  `DROP VIEW version`,
  `DROP INDEX file_of`,
  `ALTER TABLE file ADD COLUMN feedback TEXT NOT NULL DEFAULT '[]'`,
  `CREATE INDEX file_of ON file (status, key, as_of, model)`,
  `CREATE VIEW version AS
    SELECT file.sha256, file.key, file.as_of, file.model, origin.path, origin.modified,
      ROW_NUMBER() OVER (
        PARTITION BY file.key, file.as_of, file.model ORDER BY origin.modified DESC, file.sha256 DESC) AS version,
      ROW_NUMBER() OVER (PARTITION BY file.key ORDER BY file.as_of DESC, origin.modified DESC, file.sha256 DESC) AS place,
      RANK() OVER (PARTITION BY file.key ORDER BY file.as_of DESC) AS day
    FROM file JOIN (
        SELECT sha256, MIN(path) AS path, COALESCE(MIN(NULLIF(modified, 0)), 0) AS modified FROM copy GROUP BY sha256
      ) AS origin ON origin.sha256 = file.sha256
    WHERE file.status = 'accepted'`,
  `CREATE VIEW assessment AS
    SELECT file.*, version.path, version.modified, version.version, version.place, outline.text AS ids
    FROM version JOIN file ON file.sha256 = version.sha256 JOIN outline ON outline.id = file.outline`,
];

/** Columns that are the same in the first and the second version. */
const KEPT =
  'sha256, status, size, tool, model, name, unit, industry, size_band, region, as_of, maturity, floor, completeness, stored_at, organization, scores, answers, diagnostics';

const MIGRATIONS: readonly Migration[] = [
  (db) => runAll(db, FIRST),
  async (db) => {
    await runAll(db, SECOND);
    const digests = await sql<{ sha256: string }>`SELECT sha256 FROM file_1`.execute(db);
    for (const { sha256 } of digests.rows) {
      const { rows } = await sql<{
        scores: string;
        states: string;
        name: string;
        unit: string;
      }>`SELECT scores, states, name, unit FROM file_1 WHERE sha256 = ${sha256}`.execute(db);
      const scores = JSON.parse(rows[0]?.scores ?? '{}') as Partial<StoredScores>;
      const states = Object.entries(JSON.parse(rows[0]?.states ?? '{}') as Readonly<Record<string, unknown>>);
      const objectives = states.map(([id, state]) => ({ id, state })) as unknown as Score['objectives']; // as version 1 wrote them
      const counted = countedColumns({ domains: [], categories: [], ...scores }, objectives);
      const outline = await outlineId(db, counted.outline);
      const key = organizationKey({ name: '', unit: '', ...rows[0] }, sha256);
      await sql`INSERT INTO file (${sql.raw(KEPT)}, key, outline, figures, states)
        SELECT ${sql.raw(KEPT)}, ${key}, ${outline}, ${counted.figures}, ${counted.states} FROM file_1 WHERE sha256 = ${sha256}`.execute(
        db,
      );
    }
    await runAll(db, ['DROP TABLE file_1', 'DROP TABLE copy_1']);
  },
  // Sentences are made when they are read; what is kept already keeps its own.
  (db) => runAll(db, ['ALTER TABLE file RENAME COLUMN diagnostics TO findings']),
  (db) => runAll(db, FOURTH),
];

/** Version of the tables that this program writes. */
export const STORE_VERSION = MIGRATIONS.length;

/** Brings the tables from version `from` to `to`; inside a transaction of the caller. */
export async function migrate(db: Database, from: number, to = STORE_VERSION): Promise<void> {
  for (const migration of MIGRATIONS.slice(from, to)) await migration(db);
}

async function runAll(db: Database, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Number of an outline; it is kept if it is new. */
export async function outlineId(db: Database, text: string): Promise<number> {
  await sql`INSERT INTO outline (text) VALUES (${text}) ON CONFLICT DO NOTHING`.execute(db);
  const { rows } = await sql<{ id: number }>`SELECT id FROM outline WHERE text = ${text}`.execute(db);
  return rows[0]?.id ?? 0;
}
