/**
 * What of a portfolio may be shown: no figure of fewer organizations than a minimum, and none from which such a figure
 * could be computed. Every format shows what this leaves, so that none of them decides for itself.
 *
 * Whoever has the mean of a group and its size has its sum, and sums can be subtracted: all less those of a group, one
 * group less another that has nearly the same members. So the sums that are shown are taken together, and the question is
 * whether any combination of them, with any factors, has fewer organizations in it than the minimum.
 */
import type { Counting, LevelDistribution, PortfolioFigures, SameGroups } from '../scoring/portfolio.js';
import type { PortfolioChange } from '../scoring/portfolio-change.js';
import type { Distribution } from '../scoring/tally.js';
import type { Model } from '../model/model.js';
import { Span } from './span.js';

/** Objectives that are listed as most often unmet. */
const MOST_UNMET = 10;
/** Groups that are shown of several groupings together; the largest of more than those. */
const MOST_GROUPS = 120;
/** Steps of the search for a combination of few; what takes more is taken to have one. */
const MOST_STEPS = 2_000;

type Group = PortfolioFigures['groups'][number];

/** The figures that were counted, without what would tell of fewer organizations than `least`. */
export function disclosed(counting: Counting, model: Model, least: number): PortfolioFigures {
  const all = counting.figures(model);
  const { n } = all.program;
  // Who has a figure of the program and none here is the difference of the two.
  const isShown = (own: number): boolean => isEnough(own, least) && isEnough(n - own, least) && isEnough(n, least);
  const guarded = (each: PortfolioFigures['categories'][number]): typeof each =>
    isShown(each.n) ? each : { ...each, ...withheld(each) };
  const hidden = hiddenGroups(all, counting.profiles, least);
  const categories = all.categories.map(guarded);
  const shown = new Set(categories.flatMap(({ id, mean }) => (mean === null ? [] : [id])));
  return {
    ...all,
    least,
    program: isEnough(n, least) ? all.program : withheld(all.program),
    completeness: disclosedDistribution(all.completeness, least),
    domains: all.domains.map(guarded),
    categories,
    weakest: all.weakest.filter((id) => shown.has(id)),
    unmet: all.unmet.filter(({ applicable }) => isEnough(applicable, least)).slice(0, MOST_UNMET),
    groups: all.groups.map((group) => (hidden.has(group) ? { ...group, program: null } : group)),
  };
}

/** Changes of few organizations are not shown either. They are no sums of the figures above, so that nothing can be subtracted. */
export function disclosedChange(change: PortfolioChange, least: number): PortfolioChange {
  const { program, categories } = change;
  const isShown = (own: number): boolean =>
    isEnough(own, least) && isEnough(program.n - own, least) && isEnough(program.n, least);
  const none = { up: null, same: null, down: null };
  return {
    ...{ ...change, ...(isShown(program.n) ? {} : none) },
    program: isShown(program.n) ? program : blank(program),
    categories: categories.map((each) => (isShown(each.n) ? each : { ...each, mean: null, ...none })),
  };
}

/** None tell of nobody. */
const isEnough = (n: number, least: number): boolean => n === 0 || n >= least;

/** A distribution by itself, of which nothing can be subtracted. */
export function disclosedDistribution(each: Distribution, least: number): Distribution {
  return isEnough(each.n, least) ? each : blank(each);
}

/** A distribution of which nothing but the number is shown. */
function blank({ n }: Distribution): Distribution {
  return { n, mean: null, min: null, q1: null, median: null, q3: null, max: null };
}

const withheld = (each: LevelDistribution): LevelDistribution => ({ ...blank(each), levels: {} });

/** Groups whose figures are not shown. */
function hiddenGroups(
  all: PortfolioFigures,
  { by, profiles }: Counting['profiles'],
  least: number,
): ReadonlySet<Group> {
  const sizeOf = ({ program }: Group): number => program?.n ?? 0;
  const isTooFew = !isEnough(all.program.n, least);
  const hidden = new Set(all.groups.filter((each) => isTooFew || sizeOf(each) < least));
  const places = new Map(all.groups.map((each, index) => [each, index]));
  /** What of those is shown is least missed: the smallest, of equal ones the last. */
  const smallest = (those: readonly Group[]): Group | undefined =>
    those
      .filter((each) => !hidden.has(each))
      .sort((a, b) => sizeOf(a) - sizeOf(b) || (places.get(b) ?? 0) - (places.get(a) ?? 0))[0];
  const hide = (those: readonly Group[]): boolean => {
    const next = smallest(those);
    if (next) hidden.add(next);
    return next !== undefined;
  };
  const shownCount = (): number => all.groups.length - hidden.size;
  while (by.length > 1 && shownCount() > MOST_GROUPS) hide(all.groups);
  for (;;) {
    for (const grouping of by) {
      const own = all.groups.filter((each) => each.by === grouping);
      // All less those that are shown are those that are not.
      const rest = (): number =>
        all.program.n - own.reduce((sum, each) => sum + (hidden.has(each) ? 0 : sizeOf(each)), 0);
      while (!isEnough(rest(), least) && hide(own));
    }
    // Of one grouping there is nothing else to subtract.
    if (by.length < 2) return hidden;
    const isShown = new Map(all.groups.map((each) => [`${each.by}|${each.key}`, !hidden.has(each)]));
    const seen = seenAs(profiles, (key, i) => isShown.get(`${by[i] ?? ''}|${key}`) === true);
    const few = combinationOfFew(seen, least);
    if (!few) return hidden;
    const those = new Set(few.flatMap(({ names }) => names));
    const near = all.groups.filter((each) => those.has(JSON.stringify([by.indexOf(each.by), each.key])));
    if (!hide(near) && !hide(all.groups)) return hidden;
  }
}

/** Organizations that are in the same shown groups: nothing that is shown tells them from each other. */
interface Seen {
  readonly names: readonly string[];
  readonly row: readonly number[];
  readonly n: number;
}

function seenAs(profiles: readonly SameGroups[], isShown: (key: string, grouping: number) => boolean): Seen[] {
  const columns = new Map<string, number>();
  const counts = new Map<string, { readonly names: readonly string[]; n: number }>();
  for (const { keys, n } of profiles) {
    const names = keys.flatMap((key, i) => (isShown(key, i) ? [JSON.stringify([i, key])] : []));
    for (const name of names) if (!columns.has(name)) columns.set(name, columns.size + 1);
    const known = counts.get(names.join());
    if (known) known.n += n;
    else counts.set(names.join(), { names, n });
  }
  return [...counts.values()]
    .sort((a, b) => b.n - a.n)
    .map(({ names, n }) => {
      // Column 0 is all organizations together.
      const row = Array.from({ length: columns.size + 1 }, (_, i) => (i === 0 ? 1 : 0));
      for (const name of names) row[columns.get(name) ?? 0] = 1;
      return { names, row, n };
    });
}

/**
 * Organizations, fewer than `least`, that a combination of the shown sums consists of; undefined where there is none.
 *
 * A combination has nothing of the others in it exactly where the rows of the others span less than all rows do. So it is
 * looked for whom one can leave out so that the rest span less. Who is among many cannot be left out; of the others one at
 * least of every basis has to be.
 */
export function combinationOfFew(seen: readonly Seen[], least: number): readonly Seen[] | undefined {
  const rank = spanOf(seen).rank;
  if (hasManyBases(seen, rank, least)) return undefined;
  let steps = 0;
  const search = (kept: Span, light: readonly Seen[], room: number): readonly Seen[] | undefined => {
    if (kept.rank === rank) return undefined;
    if ((steps += 1) > MOST_STEPS) return [];
    const span = kept.copy();
    const basis = light.filter(({ row }) => span.add(row));
    if (span.rank < rank) return [];
    for (const each of basis) {
      if (each.n <= room) {
        const others = light.filter((other) => other !== each);
        const found = search(kept.copy(), others, room - each.n);
        if (found) return [each, ...found];
      }
      kept.add(each.row);
    }
    return undefined;
  };
  const heavy = seen.filter(({ n }) => n >= least);
  const light = seen.filter(({ n }) => n < least);
  return search(spanOf(heavy), light, least - 1);
}

/** True where as many bases can be taken out one after the other: every combination has one of each in it. Quick, and mostly so. */
function hasManyBases(seen: readonly Seen[], rank: number, least: number): boolean {
  const left = seen.map(({ n }) => n);
  for (let taken = 0; taken < least; taken += 1) {
    const span = new Span();
    const order = seen.map((_, i) => i).sort((a, b) => (left[b] ?? 0) - (left[a] ?? 0));
    for (const i of order) {
      if (span.rank === rank || (left[i] ?? 0) === 0) break;
      if (span.add(seen[i]?.row ?? [])) left[i] = (left[i] ?? 0) - 1;
    }
    if (span.rank < rank) return false;
  }
  return true;
}

function spanOf(seen: readonly Seen[]): Span {
  const span = new Span();
  for (const { row } of seen) span.add(row);
  return span;
}
