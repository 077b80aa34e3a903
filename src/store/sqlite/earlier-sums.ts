/** The checksums of versions 4 and 5 of the tables, by which their rows are brought up to date. */
import type Database from 'libsql';
import { sumOf, type Value } from '../values.js';
import { selecting, valuesOf, type Columns, type Raw } from './columns.js';

/** Tables whose rows are summed: by which columns a row is told from what it was. */
export const SUMMED = {
  file: {
    texts: [
      ...(['sha256', 'status', 'tool', 'model', 'key', 'name', 'unit', 'industry', 'size_band', 'region'] as const),
      ...(['as_of', 'figures', 'states'] as const),
    ],
    // `wide` is the sum of the long columns, which are read one row at a time and compared then.
    numbers: ['size', 'maturity', 'floor', 'completeness', 'outline', 'wide'],
  },
  copy: { texts: ['sha256', 'path'], numbers: ['modified'] },
  outline: { texts: ['text'], numbers: ['id'] },
  forgotten: { texts: ['sha256'], numbers: [] },
  secret: { texts: ['digits'], numbers: [] },
} as const satisfies Readonly<Record<string, Columns<string, string>>>;
export type Summed = keyof typeof SUMMED;

/** The long columns of `file`. */
export const WIDE = { texts: ['organization', 'scores', 'answers', 'findings', 'feedback'], numbers: [] } as const;

/** The sum of one row, by its values. */
export function sumOfRow(table: Summed, row: Readonly<Record<string, Value>>): number {
  const { texts, numbers } = SUMMED[table];
  return sumOf([...texts, ...numbers].map((name) => row[name] ?? null));
}

/** The sum of the long columns of the file with a digest. */
export function sumOfWide(row: Readonly<Record<'sha256' | (typeof WIDE.texts)[number], string>>): number {
  return sumOf([row.sha256, ...WIDE.texts.map((name) => row[name])]);
}

/** True where every row is there as it was written, and no other; in a transaction that reads. */
export function isSound(db: Database.Database): boolean {
  return (Object.keys(SUMMED) as Summed[]).every((table) => {
    const kept = db.prepare(`SELECT CAST(n AS INTEGER) AS n, CAST(sum AS INTEGER) AS sum FROM total WHERE name = ?`);
    const { n, sum } = (kept.get(table) ?? {}) as { n?: number; sum?: number };
    const counted = count(db, table);
    return counted.n === n && counted.sum === sum;
  });
}

/** Rows of a table as they are now. */
export function count(db: Database.Database, table: Summed): { readonly n: number; readonly sum: number } {
  let n = 0;
  let sum = 0;
  // Not by an index, which has copies of some columns.
  const rows = db.prepare(`SELECT ${selecting(SUMMED[table])} FROM ${table} NOT INDEXED`).iterate() as Iterable<Raw>;
  for (const raw of rows) {
    n += 1;
    sum = (sum + sumOfRow(table, valuesOf(SUMMED[table], raw))) >>> 0;
  }
  return { n, sum };
}
