/** Figures over many organizations: each counts once, by its newest assessment. */
import { categoriesOf, objectivesOf, type Model } from '../model/schema.js';
import type { Score } from './score.js';
import { Tally, type Distribution } from './tally.js';

/** By what organizations can be grouped. */
export type Grouping = 'industry' | 'size' | 'region' | 'unit';
/** All of them, in the order they are offered. */
export const GROUPINGS: readonly Grouping[] = ['industry', 'size', 'region', 'unit'];

export interface Portfolio {
  readonly schemaVersion: 1;
  readonly n: number;
  readonly program: Distribution;
  readonly completeness: Distribution;
  readonly domains: readonly (Distribution & { readonly id: string })[];
  readonly categories: readonly (Distribution & {
    readonly id: string;
    readonly levels: Readonly<Record<string, number>>;
  })[];
  /** Categories by mean, lowest first. */
  readonly weakest: readonly string[];
  /** Objectives that apply but are not met (not met, partly met, unanswered or expired), most often first. */
  readonly unmet: readonly {
    readonly objective: string;
    readonly n: number;
    readonly applicable: number;
    readonly share: number;
  }[];
  readonly groups: readonly {
    readonly by: Grouping;
    readonly key: string;
    readonly n: number;
    readonly program: Distribution | null;
  }[];
}

/** What of an assessment is counted; a grouping's text may be blank. */
export interface Counted extends Readonly<Record<Grouping, string>> {
  readonly maturity: number | null;
  readonly completeness: number | null;
  readonly scores: Pick<Score, 'domains' | 'categories'>;
  /** By objective id. */
  readonly states: Readonly<Record<string, string>>;
}

/** Objectives that are listed as most often unmet. */
const MOST_UNMET = 10;

/** Adds up in one pass. Groups of fewer than `least` organizations have no figures, so that none can be recognized. */
export function portfolioOf(
  model: Model,
  assessments: Iterable<Counted>,
  { by = [], least }: { readonly by?: readonly Grouping[]; readonly least: number },
): Portfolio {
  const [program, completeness] = [new Tally(), new Tally()];
  const domains = new Map(model.domains.map(({ id }) => [id, new Tally()]));
  const categories = new Map(categoriesOf(model).map(({ id }) => [id, { maturity: new Tally(), level: new Tally() }]));
  const objectives = new Map(objectivesOf(model).map(({ id }) => [id, { unmet: 0, applicable: 0 }]));
  const groups = new Map<Grouping, Map<string, { n: number; tally: Tally }>>(by.map((each) => [each, new Map()]));
  let n = 0;
  for (const each of assessments) {
    n += 1;
    program.add(each.maturity);
    completeness.add(each.completeness);
    for (const { id, maturity } of each.scores.domains) domains.get(id)?.add(maturity);
    for (const { id, maturity, level } of each.scores.categories) {
      categories.get(id)?.maturity.add(maturity);
      categories.get(id)?.level.add(level);
    }
    for (const [id, state] of Object.entries(each.states)) {
      const count = objectives.get(id);
      if (!count || state === 'excluded') continue;
      count.applicable += 1;
      if (state !== 'met') count.unmet += 1;
    }
    for (const [grouping, members] of groups) {
      const group = members.get(each[grouping]) ?? { n: 0, tally: new Tally() };
      group.n += 1;
      group.tally.add(each.maturity);
      members.set(each[grouping], group);
    }
  }
  const inCategories = [...categories].map(([id, { maturity, level }]) => ({
    id,
    ...maturity.distribution(),
    levels: Object.fromEntries(level.counts().map(([value, times]) => [String(value), times])),
  }));
  return {
    schemaVersion: 1,
    n,
    program: program.distribution(),
    completeness: completeness.distribution(),
    domains: [...domains].map(([id, tally]) => ({ id, ...tally.distribution() })),
    categories: inCategories,
    weakest: inCategories
      .filter(({ mean }) => mean !== null)
      .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
    unmet: [...objectives]
      .filter(([, { unmet }]) => unmet > 0)
      .map(([objective, { unmet, applicable }]) => ({ objective, n: unmet, applicable, share: unmet / applicable }))
      .sort((a, b) => b.share - a.share || b.n - a.n || (a.objective < b.objective ? -1 : 1))
      .slice(0, MOST_UNMET),
    groups: [...groups].flatMap(([grouping, members]) =>
      [...members]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, group]) => ({
          by: grouping,
          key,
          n: group.n,
          program: group.n < least ? null : group.tally.distribution(),
        })),
    ),
  };
}
