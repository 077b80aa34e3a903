/** What people see of a number: against a table of what spreadsheet programs show, and against another implementation. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import XLSX from 'xlsx';
import { numberText } from '../../src/grid/number-text.js';
import { seedOr } from '../seed.js';

test.each<[number, string, string | undefined]>([
  [42, '"Ticket "0', 'Ticket 42'],
  [12, '000000', '000012'],
  [0.95, '0%', '95%'],
  [0.9549, '0.0 %', '95.5 %'],
  [0.604166666666667, 'h:mm', '14:30'],
  [0.604166666666667, 'hh:mm AM/PM', '02:30 PM'],
  [1.5, '[h]:mm', '36:00'],
  [46356, 'yyyy\\-mm\\-dd', '2026-11-30'],
  [46356, 'dd.mm.yyyy', '30.11.2026'],
  [46356, 'd. mmmm yyyy', '30. November 2026'],
  [46356, '[$-407]d. mmmm yyyy', '30. November 2026'],
  [46023, '[$-407]d. mmmm yyyy', '1. Januar 2026'],
  [46356, '[$-40C]d mmmm yyyy', undefined],
  [46356, '[$-40C]dd/mm/yyyy', '30/11/2026'],
  [46356, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2026-11-30'],
  [46356, 'ddd d-mmm-yy', 'Mon 30-Nov-26'],
  [46356.604166666667, 'yyyy-mm-dd hh:mm:ss', '2026-11-30 14:30:00'],
  [0.00001157, 'mm:ss.0', '00:01.0'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [1234567, '#,##0,', '1,235'],
  [1234567, '0.0,,"M"', '1.2M'],
  [0.5, '#.00', '.50'],
  [5, '0.##', '5.'],
  [1.005, '0.00', '1.01'],
  [-5, '0;(0);"zero"', '(5)'],
  [0, '0;(0);"zero"', 'zero'],
  [-5, '0', '-5'],
  [5, '[<10]"few";[<100]"some";"many"', 'few'],
  [50, '[<10]"few";[<100]"some";"many"', 'some'],
  [500, '[<10]"few";[<100]"some";"many"', 'many'],
  [1234.5, '[$€-407] #,##0.00', '€ 1,234.50'],
  [1234.5, '_-* #,##0.00 "€"_-', ' 1,234.50 € '],
  [123456789, '000-00-0000', '123-45-6789'],
  [12345, '0.00E+00', '1.23E+04'],
  [12345, '##0.0E+0', '12.3E+3'],
  [0.5, '# ?/?', undefined],
  [5, 'General', '5'],
  [5, '[Red]General" pcs"', '5 pcs'],
  [7, '@', '7'],
  [7, '"No. "@', 'No. 7'],
  [5, 'ggge', undefined],
  [5, 'x', undefined],
  [5, '', ''],
  [5, ';;;', ''],
  [-1, 'yyyy', undefined],
])('%d by %s is %s', (number, format, shown) => {
  expect(numberText(number, format)).toBe(shown);
});

test('dates that are counted from 1904', () => {
  expect(numberText(46356 - 1462, 'yyyy-mm-dd', { date1904: true })).toBe('2026-11-30');
});

describe('as SheetJS shows it', () => {
  const formats = [
    '0', '00000', '0.00', '0.0##', '#,##0', '#,##0.00', '0%', '0.0%', '0.00E+00', '"No. "0', '0 "x"', '#,##0.0;(#,##0.0)',
    'yyyy-mm-dd', 'd/m/yy', 'hh:mm', 'h:mm:ss', 'h:mm AM/PM', '[h]:mm', '[mm]:ss', 'd mmm yyyy', 'dddd', 'mmmm yy',
  ]; // prettier-ignore
  test.each(formats)('%s', (format) => {
    const isDate = /[ymdhs]/.test(format) && !format.includes('"');
    const number = isDate
      ? fc.integer({ min: 61 * 86_400, max: 80_000 * 86_400 }).map((seconds) => seconds / 86_400)
      : fc.oneof(
          fc.integer({ min: -1e9, max: 1e9 }),
          fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000 + 0.000_13),
        );
    fc.assert(
      fc.property(number, (n) => {
        const theirs: unknown = XLSX.SSF.format(format, n);
        const ours = numberText(n, format);
        // It shows a sign before nothing but zeros.
        if (/[1-9]/.test(ours ?? '')) expect(ours).toBe(theirs);
      }),
      { numRuns: 200, seed: seedOr(20261126) },
    );
  });

  test('any format at all: an answer, and no failure', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0#?.,%E+-;"\\_*[]ymdhs/@ $€<>=1AP:')), maxLength: 20 }),
        fc.double({ noNaN: true }),
        (format, n) => {
          const shown = numberText(n, format);
          expect(['string', 'undefined']).toContain(typeof shown);
        },
      ),
      { numRuns: 2000, seed: seedOr(20261126) },
    );
  });
});
