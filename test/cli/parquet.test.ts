/** Tables for analysis: DuckDB, which shares no code with this project, reads the same from them as from the tables in CSV. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, test } from 'vitest';
import { find } from '../../src/diagnostic/finding.js';
import { dimensionRows, ParquetTable } from '../../src/formats/parquet.js';
import { TABLE_NAMES, TABLES } from '../../src/formats/tables.js';
import { openResults } from '../../src/store/open.js';
import { writeFileSync } from 'node:fs';
import { usual } from '../installed.js';
import { entry } from '../store/entries.js';
import { aismm, newFolder } from './run.js';

const folder = newFolder();
const at = (...path: string[]): string => join(folder, ...path);

type Value = string | number | boolean | null;

/** The rows of a query; numbers and dates as they are written in JSON. */
async function asked(sql: string): Promise<Record<string, Value>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, Value>[]; // only such columns are asked for
  } finally {
    connection.closeSync();
  }
}

beforeAll(async () => {
  const results = await openResults(at('s.sqlite'), { create: true });
  const name = (i: number): string => `Ünit “${i}”, with a comma\nand a line`;
  await results.write(
    Array.from({ length: 40 }, (_, i) =>
      entry({
        ...{
          sha: `a${i}b`,
          name: name(i),
          asOf: i % 7 === 0 ? '' : `2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
        },
        ...{ maturity: i % 5 === 0 ? null : 1 + i / 10, model: i % 2 === 0 ? 'aismm 1.1' : 'aismm 1.0' },
        found: i % 3 === 0 ? [find('na-needs-reason', { sheet: 'S', cell: `B${i}` })] : [],
      }),
    ),
  );
  await results.close();
  for (const format of ['csv', 'parquet'])
    expect(aismm(folder, 'export', '--store', 's.sqlite', '--out', format, '--format', format).code).toBe(0);
});

test.each(TABLE_NAMES)('%s has the same rows', async (table) => {
  const columns = TABLES[table].map((name) => `nullif(CAST("${name}" AS VARCHAR), '') AS "${name}"`).join(', ');
  const csv = `read_csv('${at('csv', `${table}.csv`)}', all_varchar = true, header = true)`;
  const sorted = (rows: Record<string, Value>[]): string[] => rows.map((row) => JSON.stringify(numbered(row))).sort();
  const [fromCsv, fromParquet] = [
    await asked(`SELECT ${columns} FROM ${csv}`),
    await asked(`SELECT ${columns} FROM '${at('parquet', `${table}.parquet`)}'`),
  ];
  expect(fromCsv.length).toBeGreaterThan(0);
  expect(sorted(fromParquet)).toEqual(sorted(fromCsv));
});

/** Numbers are written as `2` in one table and as `2.0` in the other. */
const numbered = (row: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, /^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : value]),
  );

test('columns have types', async () => {
  const types = async (table: string): Promise<Record<string, Value>> =>
    Object.fromEntries(
      (await asked(`DESCRIBE SELECT * FROM '${at('parquet', `${table}.parquet`)}'`)).map((row) => [
        String(row['column_name']),
        row['column_type'] ?? null,
      ]),
    );
  expect(await types('assessment')).toMatchObject({ maturity: 'DOUBLE', as_of: 'DATE', organization: 'VARCHAR' });
  expect(await types('category_score')).toMatchObject({ level: 'DOUBLE', category: 'VARCHAR' });
  expect(await types('answer')).toMatchObject({ measured: 'DOUBLE', due: 'DATE', evidence: 'VARCHAR' });
});

test('each row of a score and of an answer belongs to one row that describes it', async () => {
  const parquet = (table: string): string => `'${at('parquet', `${table}.parquet`)}'`;
  const [joined] = await asked(
    `SELECT count(*) AS n, count(DISTINCT c.domain_name) AS domains FROM ${parquet('category_score')} s JOIN ${parquet('category')} c USING (category_key)`,
  );
  expect(joined).toEqual({ n: '40', domains: '1' });
  const [answers] = await asked(
    `SELECT count(*) AS n, min(o.level) AS level FROM ${parquet('answer')} a JOIN ${parquet('objective')} o USING (objective_key) WHERE o.title IS NOT NULL`,
  );
  // Edition 1.0 has no titles, so that half of the answers is left.
  expect(answers).toEqual({ n: '40', level: 2 });
  const { model } = usual();
  const [all] = await asked(`SELECT count(*) AS n FROM ${parquet('objective')} WHERE model = 'aismm 1.1'`);
  expect(all?.['n']).toBe(String(dimensionRows(model, 'aismm 1.1').objective.length));
});

test('a table of more rows than are held at a time is whole', async () => {
  const pieces: Uint8Array[] = [];
  const table = await ParquetTable.begin('answer', (bytes) => pieces.push(bytes.slice()));
  const [many, long] = [45_000, 30];
  for (let i = 0; i < many; i += 1)
    table.add({ assessment_id: String(i), measured: i, evidence: i % 2 === 0 ? '' : 'ä' });
  for (let i = 0; i < long; i += 1)
    table.add({ assessment_id: 'long', evidence: 'x'.repeat(999_998) + String(10 + i) });
  table.finish();
  expect(pieces.length).toBeGreaterThan(8);
  writeFileSync(at('many.parquet'), Buffer.concat(pieces));
  const [row] = await asked(
    `SELECT count(*) AS n, sum(measured) AS sum, count(evidence) AS given, max(length(evidence)) AS longest FROM '${at('many.parquet')}'`,
  );
  expect(row).toEqual({
    n: String(many + long),
    sum: (many * (many - 1)) / 2,
    given: String(many / 2 + long),
    longest: '1000000',
  });
});

test('a text is found by what it is, whatever its characters: readers skip groups of rows by what is told of them', async () => {
  const pieces: Uint8Array[] = [];
  const table = await ParquetTable.begin('answer', (bytes) => pieces.push(bytes.slice()));
  // In UTF-16 the first one is the least, in UTF-8 it is the greatest.
  const texts = ['\u{1f600}', '\uff01', 'qzx'];
  for (const evidence of texts) table.add({ assessment_id: 'a', evidence });
  table.finish();
  writeFileSync(at('texts.parquet'), Buffer.concat(pieces));
  for (const text of texts)
    expect(await asked(`SELECT count(*) AS n FROM '${at('texts.parquet')}' WHERE evidence = '${text}'`)).toEqual([
      { n: '1' },
    ]);
  // Nothing that people wrote is held until the end: the table of contents has no text of a row.
  expect(pieces.length).toBe(2);
  expect(Buffer.from(pieces[0] ?? []).includes('qzx')).toBe(true);
  expect(Buffer.from(pieces[1] ?? []).includes('qzx')).toBe(false);
});

test('what is no number or no day is missing', async () => {
  const pieces: Uint8Array[] = [];
  const table = await ParquetTable.begin('answer', (bytes) => pieces.push(bytes.slice()));
  for (const [measured, due] of [
    [1, '2026-02-28'],
    ['x', ''],
    ['', 'x'],
    [null, ''],
  ] as const)
    table.add({ assessment_id: 'a', measured, due });
  table.finish();
  writeFileSync(at('none.parquet'), Buffer.concat(pieces));
  const [row] = await asked(
    `SELECT sum(measured) AS sum, count(measured) AS n, CAST(max(due) AS VARCHAR) AS due, count(due) AS days FROM '${at('none.parquet')}'`,
  );
  expect(row).toEqual({ sum: 1, n: '1', due: '2026-02-28', days: '1' });
});

test('it needs a folder', () => {
  const { code, stderr } = aismm(folder, 'export', '--store', 's.sqlite', '--format', 'parquet');
  expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining('--format parquet needs --output')]);
});
