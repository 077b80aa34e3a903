/** Figures over many organizations: each counts once, by its newest assessment. */
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import type { State } from './rules.js';
import { Tally, type Distribution } from './tally.js';

/** By what organizations can be grouped. */
export type Grouping = 'industry' | 'size' | 'region' | 'unit';
/** All of them, in the order they are offered. */
export const GROUPINGS: readonly Grouping[] = ['industry', 'size', 'region', 'unit'];

/** `levels`: how many organizations stand at each level; of a domain and the program, at which their weakest category stands. */
export interface LevelDistribution extends Distribution {
  readonly levels: Readonly<Record<string, number>>;
}

export interface Portfolio {
  readonly schemaVersion: 1;
  readonly n: number;
  readonly program: LevelDistribution;
  readonly completeness: Distribution;
  readonly domains: readonly (LevelDistribution & { readonly id: string })[];
  readonly categories: readonly (LevelDistribution & { readonly id: string })[];
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

/** A figure that does not apply is null. */
export type Figure = number | null;

/** What of an assessment is counted; a grouping's text may be blank. */
export interface Counted extends Readonly<Record<Grouping, string>> {
  readonly maturity: Figure;
  readonly floor: Figure;
  readonly completeness: Figure;
  /** Ids that the lists below belong to, in their order; the same object for many assessments. */
  readonly outline: {
    readonly domains: readonly string[];
    readonly categories: readonly string[];
    readonly objectives: readonly string[];
  };
  readonly domains: readonly (readonly [maturity: Figure, floor: Figure])[];
  readonly categories: readonly (readonly [maturity: Figure, level: Figure])[];
  readonly states: readonly State[];
}

/** Objectives that are listed as most often unmet. */
const MOST_UNMET = 10;

/** Maturity, and the level beside it: of a category its level, of a domain or the program its weakest. */
class Standing {
  readonly maturity = new Tally();
  readonly level = new Tally();

  add([maturity, level]: readonly [Figure, Figure]): void {
    this.maturity.add(maturity);
    this.level.add(level);
  }

  distribution(): LevelDistribution {
    const levels = Object.fromEntries(this.level.counts().map(([value, times]) => [String(value), times]));
    return { ...this.maturity.distribution(), levels };
  }
}

/**
 * Adds up in one pass. Groups in which fewer than `least` organizations have a figure show none, so that nobody's can be
 * recognized.
 */
export async function portfolioOf(
  model: Model,
  assessments: Iterable<Counted> | AsyncIterable<Counted>,
  { by = [], least }: { readonly by?: readonly Grouping[]; readonly least: number },
): Promise<Portfolio> {
  const program = new Standing();
  const completeness = new Tally();
  const domains = new Map(model.domains.map(({ id }) => [id, new Standing()]));
  const categories = new Map(categoriesOf(model).map(({ id }) => [id, new Standing()]));
  const objectives = new Map(objectivesOf(model).map(({ id }) => [id, { unmet: 0, applicable: 0 }]));
  const groups = new Map<Grouping, Map<string, { n: number; tally: Tally }>>(by.map((each) => [each, new Map()]));
  /** Where the figures of an outline are counted, looked up once. */
  const places = new Map<Counted['outline'], ReturnType<typeof placesOf>>();
  const placesOf = (outline: Counted['outline']) => ({
    domains: outline.domains.map((id) => domains.get(id)),
    categories: outline.categories.map((id) => categories.get(id)),
    objectives: outline.objectives.map((id) => objectives.get(id)),
  });
  let n = 0;
  for await (const each of assessments) {
    n += 1;
    program.add([each.maturity, each.floor]);
    completeness.add(each.completeness);
    const at = places.get(each.outline) ?? placesOf(each.outline);
    places.set(each.outline, at);
    each.domains.forEach((figures, i) => at.domains[i]?.add(figures));
    each.categories.forEach((figures, i) => at.categories[i]?.add(figures));
    each.states.forEach((state, i) => {
      const count = at.objectives[i];
      if (!count || state === 'excluded') return;
      count.applicable += 1;
      if (state !== 'met') count.unmet += 1;
    });
    for (const [grouping, members] of groups) {
      const group = members.get(each[grouping]) ?? { n: 0, tally: new Tally() };
      group.n += 1;
      group.tally.add(each.maturity);
      members.set(each[grouping], group);
    }
  }
  const inCategories = [...categories].map(([id, standing]) => ({ id, ...standing.distribution() }));
  return {
    schemaVersion: 1,
    n,
    program: program.distribution(),
    completeness: completeness.distribution(),
    domains: [...domains].map(([id, standing]) => ({ id, ...standing.distribution() })),
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
      [...members].sort(inOrderOf(keysOf(model, grouping))).map(([key, { n: size, tally }]) => {
        const figures = tally.distribution();
        return { by: grouping, key, n: size, program: figures.n < least ? null : figures };
      }),
    ),
  };
}

/** The keys of a grouping in the order of the model; units are not the model's. */
function keysOf({ profile }: Model, grouping: Grouping): readonly string[] {
  const lists = { industry: profile.industries, size: profile.sizes, region: profile.regions, unit: [] };
  return lists[grouping].map(({ id }: { readonly id: string }) => id);
}

const names = new Intl.Collator('en', { numeric: true });

/** Known keys in their order, then others by name, then the organizations that gave none. */
function inOrderOf(known: readonly string[]) {
  const rank = (key: string): number =>
    known.includes(key) ? known.indexOf(key) : known.length + (key === '' ? 1 : 0);
  return ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    rank(a) - rank(b) || names.compare(a, b) || (a < b ? -1 : 1);
}
