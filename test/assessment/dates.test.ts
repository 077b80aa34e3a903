/** Days as texts and as serial numbers, against the calendar of the language. */
import { expect, test } from 'vitest';
import { isDay, isoOf, LAST_SERIAL, serialOf } from '../../src/assessment/dates.js';

const FIRST = 61;
const isoByDate = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** Every day of the years around the turns of the calendar, and every 17th of the rest. */
const serials = Array.from({ length: LAST_SERIAL - FIRST + 1 }, (_, i) => FIRST + i).filter(
  (serial) => serial % 17 === 0 || serial < 80_000 || serial > LAST_SERIAL - 1_000 || Math.abs(serial - 182_621) < 500,
);

test('from 1 March 1900 to 31 December 9999, there and back', () => {
  expect([isoOf(FIRST), isoOf(LAST_SERIAL)]).toEqual(['1900-03-01', '9999-12-31']);
  for (const serial of serials) {
    const iso = isoByDate(serial);
    if (isoOf(serial) !== iso || serialOf(iso) !== serial)
      expect([serial, isoOf(serial), serialOf(iso)]).toEqual([serial, iso, serial]);
  }
});

test('a time of day is left out; the calendar of 1904 begins later', () => {
  expect(isoOf(46_356.99)).toBe(isoByDate(46_356));
  expect(isoOf(46_356.5 - 1462, true)).toBe(isoByDate(46_356));
});

test.each([60, 0, -1, LAST_SERIAL + 1, Number.NaN, Infinity])('%s is the number of no day', (serial) => {
  expect(isoOf(serial)).toBeUndefined();
});

test.each([
  '',
  '2026-1-01',
  '2026-02-29',
  '1900-02-28',
  '1900-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
  '2026-01-01 ',
  '2026/01/01',
  '20260101',
  '+026-01-01',
  '٢٠٢٦-٠١-٠١',
  '0026-05-05',
  '1899-12-31',
])('“%s” is no day', (iso) => {
  expect(serialOf(iso)).toBeUndefined();
});

test('days of leap years', () => {
  expect(['2024-02-29', '2000-02-29', '2400-02-29'].map((iso) => isoOf(serialOf(iso) ?? 0))).toEqual([
    '2024-02-29',
    '2000-02-29',
    '2400-02-29',
  ]);
});

test('an answer carries days of this century', () => {
  expect(['2000-01-01', '2026-11-30', '1999-12-31'].map(isDay)).toEqual([true, true, false]);
});
