/** Tallies give the same whatever the order, and what an independent calculation gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tally } from '../../src/scoring/tally.js';

const figure = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 4, max: 20 }).map((n) => n / 4),
  fc.double({ min: 1, max: 5, noNaN: true }),
);
const tallyOf = (values: readonly (number | null)[]): Tally =>
  values.reduce((tally, value) => tally.add(value), new Tally());

test('merging is associative and commutative, to the last digit', () => {
  fc.assert(
    fc.property(fc.array(figure), fc.array(figure), fc.array(figure), (a, b, c) => {
      const left = tallyOf(a).merge(tallyOf(b)).merge(tallyOf(c)).distribution();
      const right = tallyOf(c)
        .merge(tallyOf(b).merge(tallyOf(a)))
        .distribution();
      expect(left).toEqual(right);
      expect(left).toEqual(tallyOf([...c, ...a, ...b]).distribution());
    }),
  );
});

/** As the textbook has it: sorted values, positions between them by share. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const before = sorted[Math.floor(position)] ?? NaN;
  const after = sorted[Math.min(sorted.length - 1, Math.floor(position) + 1)] ?? NaN;
  return before * (1 - (position % 1)) + after * (position % 1);
}

test('mean and quartiles are those of the sorted values', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1 }), (values) => {
      const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
      const found = tallyOf(values).distribution();
      expect(found.n).toBe(sorted.length);
      if (sorted.length === 0) return;
      for (const [name, share] of [
        ['min', 0],
        ['q1', 0.25],
        ['median', 0.5],
        ['q3', 0.75],
        ['max', 1],
      ] as const)
        expect(found[name]).toBeCloseTo(quantile(sorted, share), 9);
      expect(found.mean).toBeCloseTo(sorted.reduce((sum, value) => sum + value, 0) / sorted.length, 9);
    }),
  );
});
