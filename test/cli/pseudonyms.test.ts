/** `export --pseudonyms`: nothing that anybody typed leaves the program, and every figure does. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIELDS, type Field } from '../../src/assessment/fields.js';
import { pseudonymsBy } from '../../src/host/pseudonyms.js';
import { LEFT_OUT, withoutNames } from '../../src/formats/pseudonyms.js';
import { TABLE_FORMATS, TABLE_NAMES, TABLES, type TableSource } from '../../src/formats/tables.js';
import { issue } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedCell, PlannedSheet } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { exampleOf } from '../assessments.js';
import { installed } from '../installed.js';
import { aismm, newFolder } from './run.js';

const { model } = installed();
const folder = newFolder();
/** Stands in every text of a stranger; in small letters no word of the program has it in it. */
const MARK = /qzx/i;
let marks = 0;
const mark = (where: string): string => `Qzx${(marks += 1)} ${where}`;

/** The field that an input cell is of. */
function fieldOf({ row, column }: { readonly row: string; readonly column: string }): Field | undefined {
  const fields: Readonly<Record<string, Field>> = { ...FIELDS.feedback, ...FIELDS.objective, ...FIELDS.organization };
  return fields[column === 'value' ? row : column];
}

const isText = ({ kind }: Field): boolean => kind === 'text';
/** Refused as no option or no day, and no reason to reject the workbook. */
const isRefused = ({ kind, affects }: Field): boolean => kind !== 'text' && affects !== 'score';
/** All fields that can hold a text. */
const DECLARED = [FIELDS.organization, FIELDS.objective, FIELDS.feedback].flatMap((fields) =>
  Object.entries<Field>(fields).flatMap(([name, field]) => (isText(field) || isRefused(field) ? [name] : [])),
);

/** A filled workbook with a mark in each input of which `isMarked` is true, in a note, in a link, in a sheet of its own. */
async function marked(seed: number, isMarked: (field: Field) => boolean): Promise<Uint8Array> {
  const example = exampleOf(model, { seed, profile: 'typical' });
  const plan = planWorkbook(issue(model, { tool: 'test', review: true }), { assessment: example });
  const spoiled = (cell: PlannedCell): PlannedCell => {
    const field = cell.style.unlocked && cell.subject ? fieldOf(cell.subject) : undefined;
    if (!field || !isMarked(field)) return cell;
    const isLink = field.kind === 'text' && field.links && cell.row % 2 === 0;
    const note = cell.row % 5 === 0 ? { note: mark('comment') } : {};
    const link = isLink ? { link: `https://example.org/${mark('link').replace(' ', '-')}` } : {};
    return { ...cell, value: mark(`${cell.subject?.row} ${cell.subject?.column}`), ...note, ...link };
  };
  const sheets = plan.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(spoiled) }));
  const [first] = sheets;
  if (!first) throw new Error('no sheet');
  const style = {};
  const own: PlannedSheet = {
    ...{ ...first, name: mark('sheet'), validations: [], conditionalFormats: [], charts: [] },
    cells: [
      { row: 1, column: 1, value: 'GOV-2A', style },
      { row: 1, column: 2, value: mark('beside'), style },
    ],
  };
  return writeXlsx({ ...plan, sheets: [...sheets, own] });
}

const FIGURES = ['maturity', 'floor', 'completeness', 'progress', 'potential', 'target', 'gap', 'weight', 'level'];
const SAME = [...FIGURES, 'below_target', 'applicable', 'as_of', 'industry', 'size', 'region', 'selection', 'current'];
const UNCHANGED: Readonly<Record<string, readonly string[]>> = {
  assessment: [...SAME, 'model'],
  category_score: [...SAME, 'category'],
  answer: ['objective', 'state', 'answer', 'measured', 'assessedOn', 'validUntil', 'due', 'review'],
  feedback: ['remark', 'kind'],
  finding: ['severity', 'code', 'affects', 'cell', 'field'],
};

type Line = Readonly<Record<string, unknown>>;
const linesOf = (into: string, table: string): Line[] =>
  readFileSync(join(folder, into, `${table}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
/** What a file says; the columns of Parquet are packed. */
const said = async (file: string): Promise<string> => {
  if (!file.endsWith('.parquet')) return readFileSync(file, 'utf8');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = (await connection.runAndReadAll(`SELECT * FROM '${file}'`)).getRowsJson();
  connection.closeSync();
  return rows.map((row) => row.map(String).join(',')).join('\n');
};
const exported = async (into: string, ...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = aismm(folder, 'export', '--store', 's.sqlite', '--out', into, ...args);
  expect(code, stderr).toBe(0);
  const files = await Promise.all(readdirSync(join(folder, into)).map((file) => said(join(folder, into, file))));
  return [stdout, stderr, ...files].join('\n');
};

/** All that each export said, in files and beside them. */
const told: Record<string, string> = {};

beforeAll(async () => {
  mkdirSync(join(folder, 'in'));
  const texts = await marked(1, isText);
  const refused = await marked(2, isRefused);
  writeFileSync(join(folder, 'in', `${mark('file')}.xlsx`), texts);
  const packed = zipSync({ [`${mark('folder')}/${mark('entry')}.xlsx`]: refused });
  writeFileSync(join(folder, 'in', `${mark('archive')}.zip`), packed);
  writeFileSync(join(folder, 'in', 'plain.xlsx'), await marked(3, () => false));
  const { code, stderr } = aismm(folder, 'ingest', 'in', '--store', 's.sqlite', '--jobs', '1');
  expect(stderr).toMatch(/^accepted +3$/m);
  expect(code).toBe(0);
  for (const format of TABLE_FORMATS) {
    told[`plain-${format}`] = await exported(`plain-${format}`, '--format', format);
    told[`nameless-${format}`] = await exported(`nameless-${format}`, '--format', format, '--pseudonyms');
  }
}, 240_000);

describe('export --pseudonyms', () => {
  test.each(TABLE_FORMATS)('with --pseudonyms, exported files contain no text that people have typed: %s', (format) => {
    const found = new Set((told[`plain-${format}`] ?? '').match(/Qzx\d+[ -][^",]*/g));
    // Without it, there they are: what was typed into each field, what was refused, names of files and sheets.
    for (const of of [...DECLARED, 'comment', 'link', 'file', 'archive', 'sheet'])
      expect(
        [...found].some((each) => each.split(/[^a-zA-Z]+/).includes(of)),
        of,
      ).toBe(true);
    expect(found.size).toBeGreaterThan(500);
    const nameless = told[`nameless-${format}`] ?? '';
    expect(nameless).not.toMatch(MARK);
    expect(nameless).toContain(LEFT_OUT);
    const digests = readdirSync(join(folder, 'in')).map((file) => readFileSync(join(folder, 'in', file)));
    for (const bytes of digests)
      expect(nameless).not.toContain(createHash('sha256').update(bytes).digest('hex').slice(0, 16));
  });

  test('standard output and standard error have none either, and say what is unchanged', () => {
    for (const format of TABLE_FORMATS.filter((each) => each !== 'parquet')) {
      const run = aismm(folder, 'export', '--store', 's.sqlite', '--pseudonyms', '--format', format);
      expect([run.code, MARK.test(run.stdout + run.stderr)]).toEqual([0, false]);
      expect(run.stderr).toContain('may still identify an organization');
    }
  });

  test('numbers, answers, dates and finding codes are the same with and without --pseudonyms', () => {
    for (const table of TABLE_NAMES) {
      const only = (line: Line): string =>
        JSON.stringify((UNCHANGED[table] ?? []).map((column) => line[column] ?? null));
      const nameless = linesOf('nameless-ndjson', table).map(only).sort();
      expect(nameless.length, table).toBeGreaterThan(2);
      expect(nameless, table).toEqual(linesOf('plain-ndjson', table).map(only).sort());
    }
  });

  test('twice it is the same, by the secret of the store alone; another store has other pseudonyms', async () => {
    await exported('again', '--format', 'ndjson', '--pseudonyms');
    for (const table of TABLE_NAMES) expect(linesOf('again', table)).toEqual(linesOf('nameless-ndjson', table));
    expect(aismm(folder, 'ingest', 'in/plain.xlsx', '--store', 'other.sqlite', '--jobs', '1').code).toBe(0);
    const { stdout } = aismm(folder, 'export', '--store', 'other.sqlite', '--pseudonyms');
    expect(stdout).toMatch(/,organization-[0-9a-f]{16},/);
    for (const { organization } of linesOf('again', 'assessment')) {
      expect(organization).toMatch(/^organization-[0-9a-f]{16}$/);
      expect(stdout).not.toContain(String(organization));
    }
  });
});

describe('a pseudonym', () => {
  const pseudonym = pseudonymsBy('0b'.repeat(20));

  test('is HMAC-SHA256 by the secret', () => {
    const digest = createHmac('sha256', Buffer.from('0b'.repeat(20), 'hex'))
      .update('["person","ann"]')
      .digest('hex');
    expect(pseudonym('person', 'Ann')).toBe(`person-${digest.slice(0, 16)}`);
    expect(pseudonymsBy('0c'.repeat(20))('person', 'Ann')).not.toBe(pseudonym('person', 'Ann'));
  });

  test('is one for all spellings of a name, and another for each kind and for each path', () => {
    expect(pseudonym('organization', ' ACME\u200b  AG ')).toBe(pseudonym('organization', 'Acme ag'));
    expect(pseudonym('person', 'Acme ag').slice(-16)).not.toBe(pseudonym('organization', 'Acme ag').slice(-16));
    expect(pseudonym('file', 'A.xlsx')).not.toBe(pseudonym('file', 'a.xlsx'));
    expect(pseudonym('unit', 'Acme', 'IT')).not.toBe(pseudonym('unit', 'Beta', 'IT'));
    expect(pseudonym('unit', 'A', 'B C')).not.toBe(pseudonym('unit', 'A B', 'C'));
    expect(pseudonym('organization', '\u2060')).toBe('');
  });
});

test('a column that nobody has thought of is left out where it is a text', () => {
  // Whatever is in it: no part of this source is known to the model.
  const source = { sha256: 'ab'.repeat(32), organization: { name: 'Acme' }, states: {} } as unknown as TableSource;
  const pseudonym = pseudonymsBy('00');
  for (const table of TABLE_NAMES)
    expect(withoutNames({ invented: 'Qzx', figure: 2, none: null, blank: '' }, table, source, pseudonym)).toEqual({
      invented: LEFT_OUT,
      figure: 2,
      none: null,
      blank: '',
    });
  const row = Object.fromEntries(TABLES.finding.map((column) => [column, 'Qzx']));
  const { sheet, objective, field, found, message, assessment_id } = withoutNames(row, 'finding', source, pseudonym);
  expect([sheet, objective, field, found, message]).toEqual(Array(5).fill(LEFT_OUT));
  expect(assessment_id).toMatch(/^assessment-[0-9a-f]{16}$/);
  // A word that every object of the language knows is typed as well.
  for (const table of ['finding', 'feedback'] as const)
    expect(withoutNames({ objective: 'constructor' }, table, source, pseudonym)).toEqual({ objective: LEFT_OUT });
});
