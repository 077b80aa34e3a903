/** `aismm portfolio` as a page and as a workbook, as a person types it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readGrid } from '../../src/xlsx/read.js';
import { decimals } from '../oracle/standing.js';
import { aismm as run, newFolder, type Run } from './run.js';

const folder = newFolder();
const aismm = (...args: string[]): Run => run(folder, ...args);
const at = (name: string): string => join(folder, name);
const portfolio = (...args: string[]): Run => aismm('portfolio', '--store', 's.sqlite', ...args);
const DATED = ['--date', '2026-11-26'];

beforeAll(() => {
  expect(aismm('example', '--count', '7', '--seed', '5', '--into', 'many').code).toBe(0);
  expect(aismm('ingest', 'many', '--store', 's.sqlite', '--jobs', '1').code).toBe(0);
});

test('a page and a workbook, by the ending of the name; the same bytes each time', () => {
  for (const name of ['p.html', 'p.xlsx']) {
    const { code, stdout, stderr } = portfolio('-o', name, ...DATED);
    expect([code, stdout, stderr]).toEqual([0, '', `wrote ${name}\n`]);
    const first = readFileSync(at(name));
    expect(portfolio('-o', name, ...DATED).code).toBe(1);
    expect(portfolio('-o', name, ...DATED, '--force').code).toBe(0);
    expect(readFileSync(at(name)).equals(first)).toBe(true);
  }
  const page = readFileSync(at('p.html'), 'utf8');
  expect(page).toContain('Portfolio of 7 organizations');
  expect(page).toContain('Report of 26 November 2026');
  const { n, program } = JSON.parse(portfolio('--format', 'json').stdout) as { n: number; program: { median: number } };
  expect(n).toBe(7);
  expect(page).toContain(`<b class="big">${decimals(program.median)}</b>`);
});

test('groups by several properties, with commas as with spaces', () => {
  const [commas, spaces, twice] = [
    portfolio('--by', 'industry,size'),
    portfolio('--by', 'industry', 'size'),
    portfolio('--by', 'industry', '--by', 'size'),
  ];
  expect(commas).toEqual(spaces);
  expect(twice).toEqual(spaces);
  expect([spaces.code, /^industry: /m.test(spaces.stdout), /^size: /m.test(spaces.stdout)]).toEqual([0, true, true]);
});

test('names only where they are asked for', () => {
  const names = aismm('organizations', '--store', 's.sqlite').stdout;
  const [first = ''] = /[A-Z][\w ]+\(example(?: \d+)?\)/.exec(names) ?? [];
  expect(first).not.toBe('');
  expect(portfolio('-o', 'named.xlsx', '--organizations').code).toBe(0);
  const texts = (name: string): string =>
    JSON.stringify(readGrid(readFileSync(at(name))).value?.sheets.map(({ rows }) => rows.map(({ cells }) => cells)));
  expect(texts('named.xlsx')).toContain(first);
  expect(texts('p.xlsx')).not.toContain(first);
  expect(readFileSync(at('p.html'), 'utf8')).not.toContain(first);
});

test.each([
  ['names without a workbook', ['--organizations'], '--organizations has no effect on the format text.'],
  ['no day', ['--date', '2026-02-30', '-o', 'never.html'], 'Invalid --date "2026-02-30"'],
])('%s', (_, args, message) => {
  const { code, stdout, stderr } = aismm('portfolio', '--store', 's.sqlite', ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(existsSync(at('never.html'))).toBe(false);
});

test('answers of an older edition are counted as far as they still hold, and how far is said at once', () => {
  expect(aismm('example', '--count', '5', '--seed', '9', '--model', '1.0', '--into', 'older').code).toBe(0);
  expect(aismm('ingest', 'many', 'older', '--store', 'both.sqlite', '--jobs', '1').code).toBe(0);
  const both = (...args: string[]): Run => aismm('portfolio', '--store', 'both.sqlite', '--as', '1.1', ...args);
  const [heading, share, holding] = both().stdout.split('\n');
  expect(heading).toBe('7 organizations (newest assessment of each)');
  expect(share).toMatch(
    /^Of \d+ answers from 5 organizations with an older edition, \d+ \(2%\) are still valid. 0 of 5 organizations are included.$/,
  );
  expect(holding).toMatch(
    /^Answers to 3 of the 144 objectives of aismm 1\.0 \(2%\) can still be valid in aismm 1\.1\./,
  );
  const csv = both('--format', 'csv');
  expect(csv.stdout.split('\r\n')[1]).toMatch(/^translated,aismm 1\.0,5,,.*,0\.02\d+$/);
  expect(csv.stderr).toContain(share);
  expect(both('--pool')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--pool and --as cannot be combined'),
  });
  expect(both('--model', 'nowhere')).toMatchObject({ code: 2 });
});

test('a history names what still holds of an assessment with an older edition', () => {
  const named = (file: string, model: string, year: string): void => {
    expect(aismm('example', '--seed', '3', '--model', model, '-o', `${file}.xlsx`).code).toBe(0);
    expect(aismm('answers', `${file}.xlsx`, '-o', `${file}.json`).code).toBe(0);
    const answers = JSON.parse(readFileSync(at(`${file}.json`), 'utf8')) as { organization: object };
    const said = {
      ...answers,
      organization: { ...answers.organization, name: 'Acme', unit: '', asOf: `${year}-01-01` },
    };
    writeFileSync(at(`${file}.json`), JSON.stringify(said));
    expect(aismm('fill', `${file}.json`, '-o', `filled/${file}.xlsx`, '--model', model).code).toBe(0);
  };
  mkdirSync(at('filled'));
  named('before', '1.0', '2025');
  named('now', '1.1', '2026');
  expect(aismm('ingest', 'filled', '--store', 'acme.sqlite', '--jobs', '1').code).toBe(0);
  expect(aismm('show', 'Acme', '--store', 'acme.sqlite').stdout).toMatch(
    /\(now aismm 1\.1, before aismm 1\.0: \d+ of \d+ answers are still valid, [123]%\. With only these answers: maturity [\d.]+, complete [123]%\)/,
  );
});
