/** `aismm portfolio` as a page and as a workbook, as a person types it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readGrid } from '../../src/xlsx/read.js';
import { aismm as run, newFolder, type Run } from './run.js';

const folder = newFolder();
const aismm = (...args: string[]): Run => run(folder, ...args);
const at = (name: string): string => join(folder, name);
const portfolio = (...args: string[]): Run =>
  aismm('portfolio', '--store', 's.sqlite', '--date', '2026-11-26', ...args);

beforeAll(() => {
  expect(aismm('example', '--count', '7', '--seed', '5', '--into', 'many').code).toBe(0);
  expect(aismm('ingest', 'many', '--store', 's.sqlite', '--jobs', '1').code).toBe(0);
});

test('a page and a workbook, by the ending of the name; the same bytes each time', () => {
  for (const name of ['p.html', 'p.xlsx']) {
    const { code, stdout, stderr } = portfolio('-o', name);
    expect([code, stdout, stderr]).toEqual([0, '', `wrote ${name}\n`]);
    const first = readFileSync(at(name));
    expect(portfolio('-o', name).code).toBe(1);
    expect(portfolio('-o', name, '--force').code).toBe(0);
    expect(readFileSync(at(name)).equals(first)).toBe(true);
  }
  const page = readFileSync(at('p.html'), 'utf8');
  expect(page).toContain('Portfolio of 7 organizations');
  expect(page).toContain('Report of 26 November 2026');
  const { n, program } = JSON.parse(portfolio('--format', 'json').stdout) as { n: number; program: { median: number } };
  expect(n).toBe(7);
  expect(page).toContain(`<b class="big">${program.median.toFixed(2)}</b>`);
});

test('names only where they are asked for', () => {
  const names = aismm('organizations', '--store', 's.sqlite').stdout;
  const [first = ''] = /[A-Z][\w ]+\(fictional \d+\)/.exec(names) ?? [];
  expect(first).not.toBe('');
  expect(portfolio('-o', 'named.xlsx', '--organizations').code).toBe(0);
  const texts = (name: string): string =>
    JSON.stringify(readGrid(readFileSync(at(name))).value?.sheets.map(({ rows }) => rows.map(({ cells }) => cells)));
  expect(texts('named.xlsx')).toContain(first);
  expect(texts('p.xlsx')).not.toContain(first);
  expect(readFileSync(at('p.html'), 'utf8')).not.toContain(first);
});

test.each([
  ['names without a workbook', ['--organizations'], '--organizations needs a workbook'],
  ['no day', ['--date', '2026-02-30', '-o', 'never.html'], 'Invalid --date "2026-02-30"'],
])('%s', (_, args, message) => {
  const { code, stdout, stderr } = aismm('portfolio', '--store', 's.sqlite', ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(existsSync(at('never.html'))).toBe(false);
});
