/** Makes a store of today into one of an earlier version, as the program of that time wrote it. */
import { renameSync } from 'node:fs';
import Database from 'libsql';
import type { Finding } from '../../src/diagnostic/finding.js';
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
const ALWAYS = `sha256, status, size, tool, model, name, unit, industry, size_band, region, as_of, maturity, floor, completeness,
  organization, scores, answers, stored_at`;

export function downgrade(path: string, version: 1 | 2 = 1): void {
  const earlier = `${path}.earlier`;
  const db = new Database(earlier);
  db.exec(version === 1 ? FIRST : SECOND);
  db.exec(`ATTACH '${path.replaceAll("'", "''")}' AS now`);
  // Findings were kept with their sentences, and nobody asked what they affect.
  const rows = db.prepare('SELECT sha256, findings, states, text FROM now.file JOIN now.outline ON id = outline').all();
  if (version === 2) db.exec('INSERT INTO outline SELECT * FROM now.outline');
  for (const { sha256, findings, states, text } of rows as Record<
    'sha256' | 'findings' | 'states' | 'text',
    string
  >[]) {
    const diagnostics = JSON.stringify(told(JSON.parse(findings) as Finding[]).map(({ affects: _, ...rest }) => rest));
    if (version === 2)
      db.prepare(
        `INSERT INTO file (${ALWAYS}, diagnostics, key, outline, figures, states)
          SELECT ${ALWAYS}, ?, key, outline, figures, states FROM now.file WHERE sha256 = ?`,
      ).run(diagnostics, sha256);
    else {
      const { objectives } = JSON.parse(text) as { objectives: string[] };
      const byId = Object.fromEntries(objectives.map((id, i) => [id, LETTERS[states[i] ?? '']]));
      // Names were folded less in that version, and all nameless workbooks had one key.
      db.prepare(
        `INSERT INTO file (${ALWAYS}, diagnostics, key, states)
          SELECT ${ALWAYS}, ?, lower(name) || '|' || lower(unit), ? FROM now.file WHERE sha256 = ?`,
      ).run(diagnostics, JSON.stringify(byId), sha256);
    }
  }
  db.exec('INSERT OR REPLACE INTO copy (sha256, path, modified) SELECT sha256, path, modified FROM now.copy');
  db.close();
  renameSync(earlier, path);
}
