/** What a portfolio shows tells nothing of fewer organizations than its minimum, whatever one subtracts from what. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combinationOfFew } from '../../src/desk/disclosure.js';
import { portfolioOf } from '../../src/desk/portfolio.js';
import { Span } from '../../src/desk/span.js';
import type { Counted, Grouping, PortfolioFigures } from '../../src/scoring/portfolio.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
const outline = { domains: ['first'], categories: ['GOV', 'IAM'], objectives: ['GOV-2A'] };

const organization = (own: Partial<Counted>): Counted => ({
  ...{ industry: '', size: '', region: '', unit: '', maturity: 2, floor: 1, completeness: 1, outline },
  ...{ domains: [[2, 1]], states: 'm' },
  categories: [
    [2, 2],
    [2, 1],
  ],
  ...own,
});

/** So many organizations of an industry and a size. */
const many = (n: number, industry: string, size = ''): Counted[] =>
  Array.from({ length: n }, () => organization({ industry, size }));

const shownOf = async (all: readonly Counted[], by: readonly Grouping[], least: number): Promise<string[]> =>
  (await portfolioOf(model, all, { by, least })).groups.flatMap(({ key, program }) => (program ? [key] : []));

/** Rank of rows of fractions, each a pair of whole numbers; slow, and without any cleverness. */
function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => row.map((value) => BigInt(value)));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => row[column] !== 0n);
    if (!pivot) continue;
    rank += 1;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, i) => value * (pivot[column] ?? 0n) - (pivot[i] ?? 0n) * (row[column] ?? 0n)));
  }
  return rank;
}

/** For each organization, in which of the sums that are shown it is. */
function membership(all: readonly Counted[], figures: PortfolioFigures): number[][] {
  const groups = figures.groups.filter(({ program }) => program !== null);
  return all.map((each) => [
    figures.program.mean === null ? 0 : 1,
    ...groups.map(({ by, key }) => (each[by] === key ? 1 : 0)),
  ]);
}

/** Organizations, fewer than `least`, whose sum or any weighted sum follows from what is shown: everybody is tried. */
function exposed(rows: readonly (readonly number[])[], least: number): number[] | undefined {
  const rank = rankOf(rows);
  const tried = (from: number, left: readonly number[]): number[] | undefined => {
    if (left.length > 0 && rankOf(rows.filter((_, i) => !left.includes(i))) < rank) return [...left];
    if (left.length === least - 1) return undefined;
    for (let i = from; i < rows.length; i += 1) {
      const found = tried(i + 1, [...left, i]);
      if (found) return found;
    }
    return undefined;
  };
  return tried(0, []);
}

const anyPortfolio = fc.record({
  least: fc.integer({ min: 2, max: 4 }),
  by: fc.subarray(['industry', 'size', 'region'] as const, { minLength: 1 }),
  all: fc.array(
    fc.record({
      industry: fc.constantFrom('a', 'b', 'c'),
      size: fc.constantFrom('a', 'b'),
      region: fc.constantFrom('a', 'b', 'c'),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

describe('subtraction', () => {
  test('no combination of what is shown has fewer organizations in it than the minimum', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(anyPortfolio, async ({ all, by, least }) => {
        const counted = all.map((each) => organization(each));
        const figures = await portfolioOf(model, counted, { by, least });
        shown += figures.groups.filter(({ program }) => program !== null).length;
        expect(exposed(membership(counted, figures), least)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    // Showing nothing would be no art.
    expect(shown).toBeGreaterThan(100);
  }, 60_000);

  test('the search finds a combination exactly where trying everybody finds one', () => {
    const anyRows = fc.array(
      fc.record({ row: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }), n: fc.nat(3) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 2, max: 4 }), (rows, least) => {
        const merged = new Map<string, { names: string[]; row: number[]; n: number }>();
        for (const { row, n } of rows) {
          const known = merged.get(row.join());
          if (known) known.n += n + 1;
          else merged.set(row.join(), { names: [], row, n: n + 1 });
        }
        const seen = [...merged.values()];
        const each = seen.flatMap(({ row, n }) => Array.from({ length: n }, () => row));
        expect(combinationOfFew(seen, least) !== undefined).toBe(exposed(each, least) !== undefined);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('all less the groups that are shown are not a few', async () => {
    // 20 less 10 less 7 would be the 3 of water.
    const all = [...many(10, 'energy'), ...many(7, 'banks'), ...many(3, 'water')];
    expect(await shownOf(all, ['industry'], 5)).toEqual(['energy']);
    // Two small ones together are enough.
    expect(await shownOf([...all, ...many(3, 'rail')], ['industry'], 5)).toEqual(['energy', 'banks']);
  });

  test('one grouping less another is not a few', async () => {
    const alike = [...many(10, 'energy', 'large'), ...many(10, 'banks', 'small')];
    expect((await shownOf(alike, ['industry', 'size'], 5)).length).toBe(4);
    // The large ones less those of energy are one bank.
    const all = [...many(10, 'energy', 'large'), ...many(1, 'banks', 'large'), ...many(9, 'banks', 'small')];
    expect((await shownOf(all, ['industry'], 5)).length).toBe(2);
    expect((await shownOf(all, ['size'], 5)).length).toBe(2);
    expect((await shownOf(all, ['industry', 'size'], 5)).length).toBeLessThan(4);
  });

  test('figures of a category that a few lack, or a few have, are withheld, and so are those of a few in all', async () => {
    const lacking = organization({
      categories: [
        [2, 2],
        [null, null],
      ],
    });
    const of = async (all: readonly Counted[]) => portfolioOf(model, all, { least: 3 });
    const means = async (all: readonly Counted[]) => (await of(all)).categories.map(({ mean }) => mean);
    const two = [lacking, lacking];
    expect(await means([...many(4, ''), ...two])).toEqual([2, null]);
    expect(await means([...many(4, ''), ...two, lacking])).toEqual([2, 2]);
    expect(await means([...many(2, ''), ...two, lacking])).toEqual([2, null]);
    const few = await of(many(2, ''));
    expect([few.n, few.program.n, few.least]).toEqual([2, 2, 3]);
    expect([few.program.mean, few.program.levels, few.completeness.min]).toEqual([null, {}, null]);
    expect([few.weakest, few.unmet]).toEqual([[], []]);
  });
});

test('rows span what they should, exactly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }), { maxLength: 7 }),
      (rows) => {
        const span = new Span();
        for (const row of rows) span.add(row);
        expect(span.rank).toBe(rankOf(rows));
      },
    ),
  );
});
