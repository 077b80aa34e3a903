/** `aismm report`, as a person types it. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aismm as run, newFolder, type Run } from './run.js';

const folder = newFolder();
const aismm = (...args: string[]): Run => run(folder, ...args);
const at = (name: string): string => join(folder, name);

/** The example with other answers about itself. */
function workbook(
  name: string,
  organization: Record<string, string>,
  change: (answers: string) => string = (text) => text,
): void {
  const answers = JSON.parse(aismm('answers', 'acme.xlsx').stdout) as { organization: Record<string, string> };
  const text = JSON.stringify({ ...answers, organization: { ...answers.organization, ...organization } });
  writeFileSync(at('answers.json'), change(text));
  expect(aismm('fill', 'answers.json', '-o', name).code).toBe(0);
}

beforeAll(() => {
  expect(aismm('example', '-o', 'acme.xlsx').code).toBe(0);
  workbook('last.xlsx', { asOf: '2025-11-10' }, (text) => text.replaceAll('"met"', '"not-met"'));
  workbook('other.xlsx', { name: 'Somebody Else' });
});

test('a page, by the ending of its name; nobody else can read it', () => {
  const { code, stdout, stderr } = aismm('report', 'acme.xlsx', '-o', 'acme.html');
  expect([code, stdout, stderr]).toEqual([0, '', 'wrote acme.html\n']);
  expect(readFileSync(at('acme.html'), 'utf8')).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(statSync(at('acme.html')).mode & 0o777).toBe(0o600);
  const again = aismm('report', 'acme.xlsx', '-o', 'acme.html');
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('--force');
});

test('the same bytes for the same workbook and day, whatever the clock says', () => {
  const of = (): string => aismm('report', 'acme.xlsx', '--date', '2026-11-26').stdout;
  expect(of()).toBe(of());
  expect(of()).toContain('Report of 26 November 2026');
});

test('earlier workbooks of the organization show the trend, in any order', () => {
  const one = aismm('report', 'acme.xlsx', 'last.xlsx', '--date', '2026-11-26');
  const other = aismm('report', 'last.xlsx', 'acme.xlsx', '--date', '2026-11-26');
  expect([one.code, other.code]).toEqual([0, 0]);
  expect(one.stdout).toContain('since November 2025');
  expect(other.stdout).toBe(one.stdout);
});

test('facts, text and the action list', () => {
  const score = JSON.parse(aismm('score', 'acme.xlsx', '--json').stdout) as { program: object; roadmap: string[] };
  const facts = JSON.parse(aismm('report', 'acme.xlsx', '--format', 'json').stdout) as object;
  expect(facts).toMatchObject({ program: score.program, roadmap: score.roadmap });
  expect(aismm('report', 'acme.xlsx', '--format', 'md').stdout).toMatch(/^# .*\n\n.*Report of /);
  expect(aismm('report', 'acme.xlsx', '-o', 'todo.actions.csv').code).toBe(0);
  const lines = readFileSync(at('todo.actions.csv'), 'utf8').trimEnd().split('\r\n');
  expect(lines.length).toBe(score.roadmap.length + 1);
});

test('from a store, with peers where there are enough', () => {
  expect(aismm('example', '--count', '7', '--seed', '5', '--into', 'many').code).toBe(0);
  expect(aismm('ingest', 'acme.xlsx', 'last.xlsx', 'many', '--store', 's.sqlite', '--jobs', '1').code).toBe(0);
  const { organization } = JSON.parse(aismm('answers', 'acme.xlsx').stdout) as { organization: { name: string } };
  const own = aismm('report', '--store', 's.sqlite', '--organization', organization.name, '--date', '2026-11-26');
  expect([own.code, own.stderr]).toEqual([0, '']);
  expect(own.stdout).toContain('since November 2025');
  expect(own.stdout).toContain('of 7 peers');
  // Without the others it is the report of the two files.
  writeFileSync(at('p.json'), aismm('portfolio', '--store', 's.sqlite', '--format', 'json').stdout);
  const compared = aismm('report', 'acme.xlsx', '--benchmark', 'p.json');
  expect(compared.stdout).toContain('of 8 peers');
  const older = {
    ...(JSON.parse(readFileSync(at('p.json'), 'utf8')) as object),
    model: { id: 'aismm', version: '1.0' },
  };
  writeFileSync(at('older.json'), JSON.stringify(older));
  const refused = aismm('report', 'acme.xlsx', '--benchmark', 'older.json');
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain('older.json is a portfolio for aismm 1.0, but this report is for aismm 1.1.');
  const unknown = aismm('report', '--store', 's.sqlite', '--organization', 'Nobody');
  expect([unknown.code, unknown.stdout]).toEqual([1, '']);
});

test('a workbook with errors gets a report that says so, and exit code 1', () => {
  const broken = aismm('example', '--count', '9', '--seed', '2', '--into', 'broken', '--broken', '1');
  expect(broken.code).toBe(0);
  const { stdout } = aismm('ingest', 'broken', '--jobs', '1');
  const rejected = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { status: string; file: string; program?: object })
    .find(({ status, program }) => status === 'rejected' && program);
  const { code, stdout: page } = aismm('report', rejected?.file ?? '');
  expect(code).toBe(1);
  expect(page).toMatch(/The workbook has \d+ errors?\. The results do not include answers that aismm could not read\./);
});

test.each([
  ['nothing to report on', [], 2, 'Specify the completed workbook'],
  ['two organizations', ['acme.xlsx', 'other.xlsx'], 2, 'these workbooks are from 2 organizations'],
  ['files and a store', ['acme.xlsx', '--store', 's.sqlite', '--organization', 'A'], 2, 'cannot be combined'],
  ['a store without a name', ['--store', 's.sqlite'], 2, 'must be used together'],
  ['a unit without a store', ['acme.xlsx', '--unit', 'IT'], 2, '--unit needs --store'],
  ['a blank unit without a store', ['acme.xlsx', '--unit='], 2, '--unit needs --store'],
  ['no day', ['acme.xlsx', '--date', '2026-02-30'], 2, 'Invalid --date "2026-02-30"'],
  ['no file', ['nothing.xlsx', '-o', 'never.html'], 1, 'nothing.xlsx'],
  ['no portfolio', ['acme.xlsx', '--benchmark', 'answers.json', '-o', 'never.html'], 1, 'error not-portfolio'],
])('%s', (_, args, code, message) => {
  const ran = aismm('report', ...args);
  expect([ran.code, ran.stdout]).toEqual([code, '']);
  expect(ran.stderr).toContain(message);
  expect(existsSync(at('never.html'))).toBe(false);
});
