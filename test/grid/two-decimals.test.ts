/** Two decimals, as a sheet shows them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoDecimals } from '../../src/grid/two-decimals.js';

test.each([
  [2.175, '2.18'],
  [1.005, '1.01'],
  [-2.175, '-2.18'],
  [2.1749, '2.17'],
  [0, '0.00'],
  [-0.001, '0.00'],
  [1e-9, '0.00'],
  [5, '5.00'],
])('%s is shown as %s', (value, shown) => expect(twoDecimals(value)).toBe(shown));

test('a half goes away from zero, whatever its binary form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => {
      const half = Number(`${n}.${String(n % 100).padStart(2, '0')}5`);
      expect(twoDecimals(half)).toBe(((n * 100 + (n % 100) + 1) / 100).toFixed(2));
    }),
    { numRuns: 500 },
  );
});
