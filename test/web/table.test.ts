/** The lines of the page's table: what is filtered, sorted and cut into pages. */
import { describe, expect, test } from 'vitest';
import type { RowState, TableRow } from '../../src/web/telling.js';
import { countsOf, LINES, linesOf, type Wanted } from '../../src/web/table.js';

const row = (path: string, state: RowState, figures: Partial<TableRow> = {}): TableRow => ({
  ...{ state, path, key: path, name: path, asOf: '', maturity: null, floor: null, completeness: null, levels: [] },
  ...{ errors: 0, warnings: 0, reason: '' },
  ...figures,
});
const wanted: Wanted = { filter: 'all', text: '', by: 'state', isDown: false, page: 0 };
const rows = [
  row('a.xlsx', 'clean', { name: 'Zeta', maturity: 2, asOf: '2026-02-01' }),
  row('b.xlsx', 'unread'),
  row('c.xlsx', 'warnings', { name: 'Acme', maturity: 3.5, asOf: '2026-01-01' }),
  row('d.xlsx', 'clean', { name: 'beta', maturity: 1 }),
];
const paths = (change: Partial<Wanted>): string =>
  linesOf(rows, { ...wanted, ...change })
    .lines.map(({ path }) => path[0])
    .join('');

describe('lines', () => {
  test.each<[string, Partial<Wanted>, string]>([
    ['the most urgent first', {}, 'bcad'],
    ['the least urgent first', { isDown: true }, 'adcb'],
    ['by name, whatever the case', { by: 'name' }, 'cbda'],
    ['by maturity: who has none comes last', { by: 'maturity' }, 'dacb'],
    ['also from the highest down', { by: 'maturity', isDown: true }, 'cadb'],
    ['by date: who has none comes last', { by: 'asOf' }, 'cabd'],
    ['one state', { filter: 'clean' }, 'ad'],
    ['a text of the name or the file', { text: ' ACME ' }, 'c'],
    ['a text of the file', { text: 'd.xl' }, 'd'],
    ['nothing', { text: 'nobody' }, ''],
  ])('%s', (_, change, expected) => {
    expect(paths(change)).toBe(expected);
  });

  test('counts by state sum up to all', () => {
    const { all, ...states } = countsOf(rows);
    expect(states).toEqual({ unread: 1, correct: 0, blank: 0, warnings: 1, clean: 2, twice: 0 });
    expect(all).toBe(rows.length);
  });

  test('a page that is not there any more is the last one', () => {
    const many = Array.from({ length: LINES + 2 }, (_, index) => row(String(index), 'clean'));
    expect(linesOf(many, wanted)).toMatchObject({ found: LINES + 2, page: 0, pages: 2 });
    expect(linesOf(many, { ...wanted, page: 9 })).toMatchObject({ page: 1 });
    expect(linesOf(many, { ...wanted, page: 1 }).lines).toHaveLength(2);
    expect(linesOf([], { ...wanted, page: 1 })).toEqual({ lines: [], found: 0, page: 0, pages: 1 });
  });
});
