/** Stores as earlier versions of this program wrote them. */
import type Database from 'libsql';

const MARK = 'PRAGMA application_id = 1095324493;';

/** Tables of version 1: states by objective id, one path a file. */
export const FIRST = `
  CREATE TABLE file (
    sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
    key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
    region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
    organization TEXT NOT NULL, scores TEXT NOT NULL, states TEXT NOT NULL, answers TEXT NOT NULL, diagnostics TEXT NOT NULL,
    stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) WITHOUT ROWID;
  CREATE TABLE copy (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, modified INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX copy_of ON copy (sha256);
  CREATE INDEX file_of ON file (status, key, as_of);
  CREATE VIEW assessment AS SELECT file.*, 1 AS version FROM file;
  ${MARK} PRAGMA user_version = 1;`;

/** Tables of version 2: ids of objectives apart, sentences with the findings. */
export const SECOND = `
  CREATE TABLE outline (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  CREATE TABLE file (
    sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
    key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
    region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
    outline INTEGER NOT NULL REFERENCES outline (id), figures TEXT NOT NULL, states TEXT NOT NULL,
    stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    organization TEXT NOT NULL, scores TEXT NOT NULL, answers TEXT NOT NULL, diagnostics TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE copy (
    sha256 TEXT NOT NULL, path TEXT NOT NULL, modified INTEGER NOT NULL, PRIMARY KEY (sha256, path)) WITHOUT ROWID;
  CREATE INDEX file_of ON file (status, key, as_of);
  CREATE VIEW version AS
    SELECT file.sha256, file.key, file.as_of, origin.path, origin.modified,
      ROW_NUMBER() OVER (PARTITION BY file.key, file.as_of ORDER BY origin.modified DESC, file.sha256 DESC) AS version,
      ROW_NUMBER() OVER (PARTITION BY file.key ORDER BY file.as_of DESC, origin.modified DESC, file.sha256 DESC) AS place
    FROM file JOIN (
        SELECT sha256, MIN(path) AS path, COALESCE(MIN(NULLIF(modified, 0)), 0) AS modified FROM copy GROUP BY sha256
      ) AS origin ON origin.sha256 = file.sha256
    WHERE file.status = 'accepted';
  CREATE VIEW assessment AS
    SELECT file.*, version.path, version.modified, version.version, version.place, outline.text AS ids
    FROM version JOIN file ON file.sha256 = version.sha256 JOIN outline ON outline.id = file.outline;
  ${MARK} PRAGMA user_version = 2;`;

/** Findings as those versions kept them: with the sentence, without what they affect. */
export const TOLD = [
  {
    code: 'unknown-option',
    severity: 'error',
    message: '“Fuly” is not one of Met.',
    sheet: 'Control Objectives',
    cell: 'E9',
    found: 'Fuly',
    expected: ['Met'],
  },
  { code: 'kpi-contradicts-answer', severity: 'warning', message: 'The measured value says otherwise.' },
] as const;

/** A workbook that is put into an earlier store. */
export interface Put {
  readonly sha256: string;
  readonly path: string;
  readonly name: string;
  readonly asOf: string;
  readonly states: Readonly<Record<string, string>>;
  readonly maturity?: number;
  /** Why it was rejected. */
  readonly told?: readonly object[];
}

function columnsOf({ sha256, name, asOf, maturity = 2, told }: Put): Record<string, string | number> {
  const group = { maturity, floor: 1, completeness: 1, belowTarget: 0, applicable: 2 };
  const scores = told
    ? {}
    : { selection: [], program: group, domains: [{ id: 'foundational', ...group }], categories: [] };
  return {
    ...{ sha256, status: told ? 'rejected' : 'accepted', size: 1, tool: 'aismm-workbook 0.1.0', model: 'aismm 1.0' },
    // Names were folded less in version 1, and all nameless workbooks had one key; version 2 did as today.
    ...{ key: `${name.toLowerCase()}|`, name, unit: '', industry: '', size_band: '', region: '', as_of: asOf },
    ...{ maturity, floor: 1, completeness: 1, organization: JSON.stringify({ name, unit: '', asOf }) },
    ...{ scores: JSON.stringify(scores), answers: '{}', diagnostics: JSON.stringify(told ?? []) },
  };
}

function insert(db: Database.Database, table: string, row: Readonly<Record<string, string | number>>): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  db.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(Object.values(row));
}

/** Puts a workbook into a store of version 1. */
export function putFirst(db: Database.Database, put: Put): void {
  insert(db, 'file', { ...columnsOf(put), states: JSON.stringify(put.states) });
  insert(db, 'copy', { path: put.path, sha256: put.sha256, modified: 1 });
}

/** Puts a workbook into a store of version 2. */
export function putSecond(db: Database.Database, put: Put): void {
  const { sha256, path, name, states, maturity = 2, told } = put;
  const objectives = Object.keys(states);
  const text = JSON.stringify({ domains: told ? [] : ['foundational'], categories: [], objectives });
  insert(db, 'outline', { text });
  const { id } = db.prepare('SELECT id FROM outline WHERE text = ?').get(text) as { id: number };
  insert(db, 'file', {
    ...columnsOf(put),
    key: name === '' ? `|${sha256}` : 'strasse ag|',
    outline: id,
    figures: JSON.stringify(told ? [[], []] : [[[maturity, 1]], []]),
    states: Object.values(states)
      .map((state) => state[0])
      .join(''),
  });
  insert(db, 'copy', { sha256, path, modified: 1 });
}
