/** What takes formulas, formats and words apart character by character agrees with the patterns that are easy to read, and costs each character once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Comparing, distanceWithin } from '../../src/diagnostic/distance.js';
import { formatKind } from '../../src/xlsx/number-formats.js';
import { plainFormula, stays, type Moved } from '../../src/xlsx/same-formula.js';
import { shiftFormula } from '../../src/xlsx/shared-formula.js';
import { metered } from './meter.js';
import { distanceByTable, formatKindByPatterns, plainByPatterns, shiftByPatterns } from './patterns.js';

const PIECES = [
  ...[
    '"',
    "'",
    '""',
    "''",
    '!',
    '#REF!',
    '#ref!',
    '$',
    'A',
    'A1',
    'b2',
    '$C$3',
    'XFD1048576',
    'ZZZ9',
    'A1:B2',
    ':',
    '(',
    ')',
    '.',
    '_',
    ' ',
  ],
  ...[
    'Sheet1!',
    "'a b'!",
    "'it''s'!",
    'x.y!',
    'é',
    '😀',
    '𝒜',
    'ſ1',
    '1',
    '12',
    '[',
    ']',
    '[1]',
    'Table[A1]',
    'TRUE()',
    'False()',
    '_xlfn.',
    '\\',
    '=',
    '+',
    ',',
  ],
];
const formula = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const RUNS = { numRuns: 4_000 };
/** Every cell one row down and on a sheet of its own; those in the first row are gone. */
const down: Moved = ({ sheet, from, to }) =>
  from.row === 1
    ? undefined
    : {
        sheet: sheet === '' ? '' : `${sheet} now`,
        from: { ...from, row: from.row + 1 },
        to: { ...to, row: to.row + 1 },
      };

describe('the same as by patterns', () => {
  test('one way to write a formula', () => {
    fc.assert(
      fc.property(formula, (text) => {
        expect(plainFormula(text, stays)).toBe(plainByPatterns(text, stays));
        expect(plainFormula(text, down)).toBe(plainByPatterns(text, down));
      }),
      RUNS,
    );
  });

  test('a formula moved along', () => {
    fc.assert(
      fc.property(formula, (text) => {
        expect(shiftFormula(text, { row: 2, column: 1 })).toBe(shiftByPatterns(text, { row: 2, column: 1 }));
      }),
      RUNS,
    );
  });

  test('what a number format shows', () => {
    const pieces = [
      '"',
      '[',
      ']',
      '[h]',
      '[hm]',
      '[Red]',
      '\\',
      '_',
      '*',
      'y',
      'm',
      'd',
      '0',
      '%',
      '.',
      'x',
      ' ',
      'é',
      'general',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (code) => {
        expect(formatKind(code.join(''))).toBe(formatKindByPatterns(code.join('')));
      }),
      RUNS,
    );
  });

  test('how many letters differ, as far as it is of interest', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, most) => {
        const distance = distanceByTable(a, b);
        expect(distanceWithin(a, b, most, new Comparing())).toBe(distance > most ? undefined : distance);
      }),
      RUNS,
    );
  });
});

describe('each character costs the same', () => {
  const NASTY: readonly (readonly [string, string])[] = [
    ['letters', 'A'],
    ['apostrophes', "'"],
    ['quotes', '"'],
    ['brackets', '['],
    ['names of sheets without cells', 'a!'],
    ['quoted names without end', "'a"],
    ['pairs of apostrophes', "'a''"],
    ['names with dots', '_.'],
    ['letters beyond ASCII', 'é'],
    ['references', 'A1+'],
    ['dollar signs', '$'],
    ['lost cells', 'a!#REF!'],
    ['brackets and quotes in turn', `['"`],
  ];
  test.each(NASTY)('%s', (_, piece) => {
    const stepsFor = (count: number): number =>
      metered(() => {
        plainFormula(piece.repeat(count), stays);
        shiftFormula(piece.repeat(count), { row: 1, column: 1 });
        formatKind(piece.repeat(Math.min(count, 100)));
      }).steps;
    const [once, twice] = [stepsFor(1_000), stepsFor(2_000)];
    expect(once).toBeGreaterThan(1_000);
    expect(twice).toBeLessThan(2.2 * once);
  });
});

test('comparing ends where its budget does, and then nothing is taken for anything', () => {
  const comparing = new Comparing(10_000);
  const found = Array.from({ length: 100 }, (_, n) =>
    distanceWithin('a'.repeat(100), `${'a'.repeat(98)}${n % 10}`, 10, comparing),
  );
  expect(found[0]).toBe(2);
  expect(found.at(-1)).toBeUndefined();
  expect(found.filter((each) => each !== undefined).length).toBeLessThan(10);
});
