/** What people type into one cell → what is read, and what is said of it. */
import type { FieldValue } from '../../src/assessment/assessment.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Field } from '../../src/assessment/fields.js';
import { readCell } from '../../src/assessment/read-cell.js';
import type { Finding } from '../../src/diagnostic/finding.js';
import type { CellValue } from '../../src/grid/grid.js';
import { MONTH_NAMES, MONTHS } from '../../src/locale/months.js';
import { asIssued } from '../installed.js';
import { returnedModel } from '../returned.js';
import { told } from '../told.js';

const issued = asIssued(returnedModel);

interface Read {
  readonly value: FieldValue | undefined;
  readonly said: readonly Finding[];
}

function read(field: Field, typed: string | number | CellValue): Read {
  const value: CellValue =
    typeof typed === 'string'
      ? { kind: 'text', text: typed }
      : typeof typed === 'number'
        ? { kind: 'number', number: typed, shown: 'plain' }
        : typed;
  const said: Finding[] = [];
  const choices = issued.choices(field.kind === 'choice' ? field.list : 'answers');
  const report = (finding: Finding): unknown => said.push(finding);
  const context = {
    at: () => ({}),
    report,
    date1904: false,
    choices,
    months: MONTHS,
    around: { isNumbered: () => false, ownList: () => undefined },
    takeReason: () => undefined,
  };
  return { value: readCell(field, { column: 1, value }, context), said };
}

const { measured, due } = FIELDS.objective;

describe('digits of a special kind are no digits of a number', () => {
  test.each<[string, string | undefined]>([
    ['95¹', '95'],
    ['2²', '2'],
    ['97,5³', '97.5'],
    ['10⁻⁵', undefined],
    ['①', '1'],
    ['⑫', '12'],
    ['½', '0.5'],
    ['3½', '3.5'],
    ['3 ¼ %', '3.25'],
    ['Ⅶ', '7'],
    ['ⅻ', '12'],
    ['H₂O', undefined],
  ])('%s is refused, %s suggested', (typed, suggestion) => {
    const { value, said } = read(measured, typed);
    expect(value).toBeUndefined();
    expect(told(said)).toMatchObject([{ code: 'not-a-number', found: typed }]);
    expect(told(said)[0]?.suggestion).toBe(suggestion);
  });

  test('wherever they stand in a number or a date', () => {
    const special = fc.constantFrom(...Array.from('¹²³⁰⁵⁹₀₄①⑨⑳❶⓪½¼⅓ⅠⅤⅫⅰ'));
    const typed = fc.constantFrom('95', '97,5', '0', '12 %', '2026-11-30', '30 November 2026', '30.11.2026');
    fc.assert(
      fc.property(special, typed, fc.nat(), (mark, text, n) => {
        const at = n % (text.length + 1);
        const marked = text.slice(0, at) + mark + text.slice(at);
        for (const field of [measured, due]) {
          const { value, said } = read(field, marked);
          expect([marked, value]).toEqual([marked, undefined]);
          expect(said).toHaveLength(1);
        }
      }),
    );
  });

  test.each<[string, number]>([
    ['９７', 97],
    ['𝟗𝟕', 97],
    ['97\u00a0%', 97],
  ])('%s is %d as before', (typed, number) => {
    expect(read(measured, typed).value).toBe(number);
  });
});

describe('months', () => {
  const shapes = ['long', 'short'] as const;
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\.$/, '');

  test.each(Object.keys(MONTH_NAMES))('%s: as people who speak it write them', (language) => {
    for (const month of shapes) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
      for (let n = 0; n < 12; n += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2026, n, 13)));
        const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '');
        // Languages that shorten a name to a number have no short form.
        if (/\d/.test(name)) continue;
        const { value, said } = read(due, `13 ${name} 2026`);
        expect([name, value]).toEqual([name, `2026-${String(n + 1).padStart(2, '0')}-13`]);
        expect(said.map(({ code }) => code)).toEqual(['date-as-text']);
      }
    }
  });

  test('no name means one month here and another one there', () => {
    const meanings = new Map<string, Set<number>>();
    for (const months of Object.values(MONTH_NAMES)) {
      expect(months).toHaveLength(12);
      months.forEach((names, index) => {
        for (const name of names.split(' ')) meanings.set(name, (meanings.get(name) ?? new Set()).add(index));
      });
    }
    expect([...meanings].filter(([, months]) => months.size > 1)).toEqual([]);
  });

  test.each([
    'Decade 5 2026',
    '30 Marsupial 2026',
    '5 Maybe 2026',
    '1 Junk 2026',
    '3 Oktoberfest 2026',
    '30 mara 2026',
  ])('%s is no date', (typed) => {
    const { value, said } = read(due, typed);
    expect(value).toBeUndefined();
    expect(said.map(({ code }) => code)).toEqual(['not-a-date']);
  });

  test('a word is the month that it is called, or none', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnoprstuvy')),
      minLength: 1,
      maxLength: 9,
    });
    const word = fc.oneof(
      letters,
      fc.tuple(fc.constantFrom(...MONTHS.keys()), letters).map(([name, rest]) => name + rest),
    );
    fc.assert(
      fc.property(word, (name) => {
        const month = MONTHS.get(name);
        const expected = month === undefined ? undefined : `2026-${String(month).padStart(2, '0')}-13`;
        expect([name, read(due, `13 ${name} 2026`).value]).toEqual([name, expected]);
      }),
    );
  });
});

describe('days that nothing is asked of', () => {
  const date = (number: number): CellValue => ({ kind: 'number', number, shown: 'date' });
  test.each<[string, string | number | CellValue, string]>([
    ['a number', 9498, 'aismm reads “9498” as the date 1926-01-01, which is before the year 2000.'],
    ['a year', date(2026), 'aismm reads “2026” as the date 1905-07-18, which is before the year 2000.'],
    ['a text', '1999-12-31', 'The date 1999-12-31 is before the year 2000.'],
    ['other text', '31 Dec 1999', 'aismm reads “31 Dec 1999” as the date 1999-12-31, which is before the year 2000.'],
    ['no day', -3, '“-3” is not a date, or could mean more than one date.'],
    [
      'eight digits',
      20261130,
      '“20261130” is not a date, or could mean more than one date. Did you mean “2026-11-30”?',
    ],
  ])('%s: what it is, and what to enter', (_, typed, sentence) => {
    const { value, said } = read(due, typed);
    expect(value).toBeUndefined();
    expect(told(said).map(({ message }) => message)).toEqual([
      `${sentence} aismm treats the cell as blank. Enter a date such as 2026-11-30.`,
    ]);
  });
});
