/** Makes a store of today into one of an earlier version, as the program of that time wrote it. */
import Database from 'libsql';
import type { Finding } from '../../src/diagnostic/finding.js';
import { told } from '../told.js';

const LETTERS: Record<string, string> = {
  m: 'met',
  p: 'partly',
  u: 'unmet',
  b: 'unanswered',
  e: 'expired',
  x: 'excluded',
};

export function downgrade(path: string, version: 1 | 2 = 1): void {
  const db = new Database(path);
  toSecond(db);
  if (version === 1) toFirst(db);
  db.close();
}

/** Findings were kept with their sentences, nobody asked what they affect, and remarks on the model were not kept. */
function toSecond(db: Database.Database): void {
  const update = db.prepare('UPDATE file SET findings = ? WHERE sha256 = ?');
  const rows = db.prepare('SELECT sha256, findings FROM file').all() as { sha256: string; findings: string }[];
  for (const { sha256, findings } of rows) {
    const diagnostics = told(JSON.parse(findings) as Finding[]).map(({ affects: _, ...rest }) => rest);
    update.run(JSON.stringify(diagnostics), sha256);
  }
  // What the views say is made anew; that they are there is all that matters.
  db.exec(`DROP VIEW assessment; DROP VIEW version; DROP INDEX file_of;
    ALTER TABLE file DROP COLUMN feedback; ALTER TABLE file RENAME COLUMN findings TO diagnostics;
    CREATE INDEX file_of ON file (status, key, as_of); CREATE VIEW version AS SELECT 1; CREATE VIEW assessment AS SELECT 1;
    PRAGMA user_version = 2`);
}

/** What is counted stood in the row of each file, and a path kept only what was found at it last. */
function toFirst(db: Database.Database): void {
  db.exec(`DROP VIEW assessment; DROP VIEW version; DROP INDEX file_of; ALTER TABLE file RENAME TO now; ALTER TABLE copy RENAME TO copies;
    CREATE TABLE file (
      sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
      key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
      region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
      organization TEXT NOT NULL, scores TEXT NOT NULL, states TEXT NOT NULL, answers TEXT NOT NULL, diagnostics TEXT NOT NULL,
      stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) WITHOUT ROWID;
    CREATE TABLE copy (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, modified INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX copy_of ON copy (sha256); CREATE INDEX file_of ON file (status, key, as_of);
    INSERT INTO copy SELECT path, sha256, modified FROM copies;
    CREATE VIEW assessment AS SELECT file.*, 1 AS version FROM file;`);
  const insert =
    db.prepare(`INSERT INTO file SELECT sha256, status, size, tool, model, key, name, unit, industry, size_band, region, as_of,
    maturity, floor, completeness, organization, scores, ?, answers, diagnostics, stored_at FROM now WHERE sha256 = ?`);
  const rows = db.prepare('SELECT sha256, states, text FROM now JOIN outline ON outline.id = now.outline').all() as {
    sha256: string;
    states: string;
    text: string;
  }[];
  for (const { sha256, states, text } of rows) {
    const { objectives } = JSON.parse(text) as { objectives: string[] };
    const byId = Object.fromEntries(objectives.map((id, i) => [id, LETTERS[states[i] ?? '']]));
    insert.run(JSON.stringify(byId), sha256);
  }
  // Names were folded less in that version, and all nameless workbooks had one key.
  db.exec(`UPDATE file SET key = lower(name) || '|' || lower(unit)`);
  db.exec('DROP TABLE now; DROP TABLE copies; DROP TABLE outline; PRAGMA user_version = 1');
}
