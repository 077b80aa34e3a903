/** Makes a store of today into one of an earlier version, as the program of that time wrote it. */
import { renameSync } from 'node:fs';
import Database from 'libsql';
import type { FileRow } from '../../src/desk/row.js';
import type { Finding } from '../../src/diagnostic/finding.js';
import { unpackContent } from '../../src/host/packed-content.js';
import { timeIn } from '../../src/store/packed/copies.js';
import { Frames } from '../../src/store/packed/narrow.js';
import { count, sumOfWide } from '../../src/store/sqlite/earlier-sums.js';
import { migrate } from '../../src/store/sqlite/migrations.js';
import { CONTENT } from '../../src/store/sqlite/rows.js';
import { FRAME } from '../../src/store/sqlite/sums.js';
import { FIRST, SECOND } from '../store/earlier.js';
import { told } from '../told.js';

const LETTERS: Record<string, string> = {
  m: 'met',
  p: 'partly',
  u: 'unmet',
  b: 'unanswered',
  e: 'expired',
  x: 'excluded',
};
/** Columns that all versions have. */
const ALWAYS = [
  ...([
    'sha256',
    'status',
    'size',
    'tool',
    'model',
    'name',
    'unit',
    'industry',
    'size_band',
    'region',
    'as_of',
  ] as const),
  ...(['maturity', 'floor', 'completeness', 'organization', 'scores', 'answers'] as const),
] as const;

type Kept = FileRow & { readonly outlineId: number };

/** Every row of a store of today, with its long columns as text. */
function rowsIn(db: Database.Database): Kept[] {
  const texts = (table: string): Map<number, string> =>
    new Map(
      (db.prepare(`SELECT id, text FROM ${table}`).all() as { id: number; text: string }[]).map((each) => [
        each.id,
        each.text,
      ]),
    );
  const [outlines, dictionaries] = [texts('outline'), texts('dictionary')];
  const rows = db
    .prepare(`SELECT CAST(${FRAME.file('file.')} AS BLOB) AS frame, ${CONTENT} FROM file JOIN content USING (sha256)`)
    .all() as { frame: ArrayBuffer; content: ArrayBuffer }[];
  return rows.map(({ frame, content: blob }) => {
    const frames = new Frames(new Uint8Array(frame));
    frames.next();
    const { outline, dictionary } = frames.links;
    const content = unpackContent(new Uint8Array(blob), Buffer.from(dictionaries.get(dictionary) ?? ''));
    const long = Object.fromEntries(Object.entries(content).map(([name, value]) => [name, JSON.stringify(value)]));
    return { ...frames.row(), ...long, outline: outlines.get(outline) ?? '', outlineId: outline } as unknown as Kept;
  });
}

function insert(db: Database.Database, table: string, row: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(row);
  db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
    Object.values(row),
  );
}

export function downgrade(path: string, version: 1 | 2 | 5 = 1): void {
  const now = new Database(path);
  const [rows, earlier] = [rowsIn(now), `${path}.earlier`];
  const db = new Database(earlier);
  if (version === 5) migrate(db, 0, version);
  else db.exec(version === 1 ? FIRST : SECOND);
  for (const row of rows) {
    const { key, outline, outlineId, figures, states, findings, feedback } = row;
    const always = Object.fromEntries(ALWAYS.map((name) => [name, row[name]]));
    // Findings were kept with their sentences, and nobody asked what they affect.
    const diagnostics = JSON.stringify(told(JSON.parse(findings) as Finding[]).map(({ affects: _, ...rest }) => rest));
    if (version !== 1) insert(db, 'outline', { id: outlineId, text: outline });
    if (version === 5)
      insert(db, 'file', {
        ...always,
        key,
        outline: outlineId,
        figures,
        states,
        findings,
        feedback,
        wide: sumOfWide(row),
      });
    else if (version === 2) insert(db, 'file', { ...always, diagnostics, key, outline: outlineId, figures, states });
    else {
      const { objectives } = JSON.parse(outline) as { objectives: string[] };
      const byId = Object.fromEntries(objectives.map((id, i) => [id, LETTERS[states[i] ?? '']]));
      // Names were folded less in that version, and all nameless workbooks had one key.
      const plain = `${row.name.toLowerCase()}|${row.unit.toLowerCase()}`;
      insert(db, 'file', { ...always, diagnostics, key: plain, states: JSON.stringify(byId) });
    }
  }
  const copies = now.prepare('SELECT sha256, path, modified FROM copy').all() as {
    sha256: string;
    path: string;
    modified: ArrayBuffer;
  }[];
  for (const { modified, ...copy } of copies) {
    const names = { ...copy, modified: timeIn(new Uint8Array(modified)) };
    const columns = Object.keys(names);
    db.prepare(`INSERT OR REPLACE INTO copy (${columns.join(', ')}) VALUES (?, ?, ?)`).run(Object.values(names));
  }
  if (version === 5) {
    for (const table of ['file', 'copy', 'outline'] as const) {
      const { n, sum } = count(db, table);
      db.prepare('UPDATE total SET n = ?, sum = ? WHERE name = ?').run(n, sum, table);
    }
    db.exec(`PRAGMA application_id = 1095324493; PRAGMA user_version = 5`);
  }
  db.close();
  now.close();
  renameSync(earlier, path);
}
