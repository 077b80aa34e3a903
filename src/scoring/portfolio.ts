/** Figures over many organizations: each counts once, by its newest assessment. */
import { compareNames } from '../diagnostic/compare-names.js';
import { categoriesOf, type Model } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import type { PortfolioChange } from './portfolio-change.js';
import { countStates } from './state-letters.js';
import { Tally, type Distribution } from './tally.js';

/** By what organizations can be grouped. */
export type Grouping = 'industry' | 'size' | 'region' | 'unit';
/** All of them, in the order they are offered. */
export const GROUPINGS: readonly Grouping[] = ['industry', 'size', 'region', 'unit'];

/** Of fewer organizations than these no figures are shown, so that nobody's can be recognized. */
export const LEAST_SHOWN = 5;

/** Whoever has answered a smaller share of what applies is not counted: what is open counts as not met, and looks like weakness. */
export const LEAST_COMPLETE = 0.5;

/** True for an assessment that is complete enough; one to which nothing applies lacks nothing. */
export function isComplete({ completeness }: Pick<Counted, 'completeness'>, minComplete = LEAST_COMPLETE): boolean {
  return completeness === null || completeness >= minComplete;
}

/** `levels`: how many organizations stand at each level; of a domain and the program, at which their weakest category stands. */
export interface LevelDistribution extends Distribution {
  readonly levels: Readonly<Record<string, number>>;
}

/** What was counted, in the order of a model; what that model does not have comes behind, by id. */
export interface PortfolioFigures {
  readonly schemaVersion: 1;
  readonly n: number;
  readonly program: LevelDistribution;
  readonly completeness: Distribution;
  /** The smallest share of answers with which an organization is counted, and how many have answered less. */
  readonly minComplete: number;
  readonly incomplete: number;
  readonly domains: readonly (LevelDistribution & { readonly id: string })[];
  readonly categories: readonly (LevelDistribution & { readonly id: string })[];
  /** Figures of fewer organizations than these are not shown: `desk/disclosure.ts`. Left out while nothing is withheld yet. */
  readonly least?: number;
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

/** How many organizations were last assessed with an edition of a model. */
export interface EditionCount {
  readonly model: string;
  readonly version: string;
  readonly n: number;
}

/** How much of the assessments of one older edition is left in the edition that is counted. */
export interface TranslatedEdition extends EditionCount {
  /** `kept` of `answers`. */
  readonly share: number | null;
  /** Organizations of `n` that are counted, since enough of their answers still hold. */
  readonly counted: number;
  /** Answers given by all `n`, and those of them that still hold; null where too few organizations gave them to be shown. */
  readonly answers: number | null;
  readonly kept: number | null;
  /** Objectives of that edition, and those of them to which an answer can still hold. */
  readonly objectives: number;
  readonly holding: number;
}

/** How much of the assessments of older editions is left; the newest edition first. */
export interface Translation extends Pick<TranslatedEdition, 'n' | 'counted' | 'answers' | 'kept' | 'share'> {
  readonly editions: readonly TranslatedEdition[];
}

/** The share of answers that still hold; null where there are none, or they are not said. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** The edition as people name it. */
export function editionName({ model, version }: Pick<EditionCount, 'model' | 'version'>): string {
  return modelName({ id: model, version });
}

/** Figures, and whom they are about. */
export interface Portfolio extends PortfolioFigures {
  /** The edition that was counted; with `pooled`, the one that gives names and order. */
  readonly model: ModelName;
  /** Who was not counted, since editions ask different things; the newest edition first. */
  readonly leftOut: readonly EditionCount[];
  /** Assessments that are not counted, since they are of a day more than a year ahead. */
  readonly ahead: number;
  /** Who was counted together although editions ask different things. */
  readonly pooled?: readonly EditionCount[];
  /** Whose answers of older editions were carried over to this one, where that was asked for. */
  readonly translated?: Translation;
  /** How much of what is met has evidence, over organizations; where it was asked for. */
  readonly evidence?: Distribution;
  /** Since about a year before; where it was asked for. */
  readonly change?: PortfolioChange;
}

/** One organization by its name, for whoever may see the names. */
export interface ListedOrganization {
  readonly name: string;
  readonly unit: string;
  readonly industry: string;
  readonly size: string;
  readonly region: string;
  readonly asOf: string;
  readonly completeness: number | null;
  readonly maturity: number | null;
  readonly evidencedMaturity: number | null;
  readonly floor: number | null;
  /** By how much maturity has changed since about a year before; null where there is nothing to compare with. */
  readonly change: number | null;
  /** By id. */
  readonly levels: Readonly<Record<string, number | null>>;
  /** Of an assessment of an older edition: that edition, and how many of its answers still hold. */
  readonly translated?: { readonly from: ModelName; readonly answers: number; readonly kept: number };
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
  /** A letter per objective, of `LETTERS`. */
  readonly states: string;
}

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

/** By key, made where it is first asked for. */
class ByKey<K, V> extends Map<K, V> {
  constructor(private readonly make: (key: K) => V) {
    super();
  }

  at(key: K): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = this.make(key);
    this.set(key, made);
    return made;
  }

  /** Those of `known` in their order, also where nothing was counted; then the others by key. */
  inOrder(known: readonly K[]): [K, V][] {
    return [...new Set([...known, ...[...this.keys()].sort()])].map((key) => [key, this.at(key)]);
  }
}

/** Organizations that have a figure and are in the same groups: one key a grouping, in the order that was asked for. */
export interface SameGroups {
  readonly keys: readonly string[];
  readonly n: number;
}

/** Who is counted, and in which groups. */
export interface CountingOptions {
  readonly by?: readonly Grouping[] | undefined;
  readonly minComplete?: number | undefined;
}

/** Counts assessments one by one; the order does not matter. */
export class Counting {
  #n = 0;
  #incomplete = 0;
  readonly #minComplete: number;
  readonly #program = new Standing();
  readonly #completeness = new Tally();
  readonly #domains = new ByKey<string, Standing>(() => new Standing());
  readonly #categories = new ByKey<string, Standing>(() => new Standing());
  readonly #objectives = new ByKey<string, { unmet: number; applicable: number }>(() => ({ unmet: 0, applicable: 0 }));
  readonly #groups: ReadonlyMap<Grouping, ByKey<string, { n: number; readonly tally: Tally }>>;
  readonly #by: readonly Grouping[];
  readonly #profiles = new Map<string, { readonly keys: readonly string[]; n: number }>();
  /** Where the figures of an outline are counted, looked up once. */
  readonly #places = new ByKey((outline: Counted['outline']) => ({
    domains: outline.domains.map((id) => this.#domains.at(id)),
    categories: outline.categories.map((id) => this.#categories.at(id)),
    objectives: outline.objectives.map((id) => this.#objectives.at(id)),
  }));

  constructor({ by = [], minComplete = LEAST_COMPLETE }: CountingOptions = {}) {
    this.#minComplete = minComplete;
    this.#by = [...new Set(by)];
    this.#groups = new Map(this.#by.map((each) => [each, new ByKey(() => ({ n: 0, tally: new Tally() }))]));
  }

  /** How many were counted. */
  get n(): number {
    return this.#n;
  }

  /** Counts one organization, or that it has answered too little. */
  add(each: Counted): this {
    if (!isComplete(each, this.#minComplete)) {
      this.#incomplete += 1;
      return this;
    }
    this.#n += 1;
    this.#program.add([each.maturity, each.floor]);
    this.#completeness.add(each.completeness);
    const at = this.#places.at(each.outline);
    each.domains.forEach((figures, i) => at.domains[i]?.add(figures));
    each.categories.forEach((figures, i) => at.categories[i]?.add(figures));
    countStates(each.states, at.objectives);
    for (const [grouping, members] of this.#groups) {
      const group = members.at(each[grouping]);
      group.n += 1;
      group.tally.add(each.maturity);
    }
    if (each.maturity !== null) this.#addProfile(this.#by.map((grouping) => each[grouping]));
    return this;
  }

  #addProfile(keys: readonly string[]): void {
    const name = JSON.stringify(keys);
    const known = this.#profiles.get(name);
    if (known) known.n += 1;
    else this.#profiles.set(name, { keys, n: 1 });
  }

  /** In which groupings, and how many organizations with a figure are in the same groups of all of them. */
  get profiles(): { readonly by: readonly Grouping[]; readonly profiles: readonly SameGroups[] } {
    return { by: this.#by, profiles: [...this.#profiles.values()] };
  }

  /** Everything that was counted, also of few organizations: `disclosed` says what of it may be shown. */
  figures(model: Model): PortfolioFigures {
    const distributions = (standings: ByKey<string, Standing>, known: readonly { readonly id: string }[]) =>
      standings.inOrder(known.map(({ id }) => id)).map(([id, standing]) => ({ id, ...standing.distribution() }));
    const categories = distributions(this.#categories, categoriesOf(model));
    return {
      schemaVersion: 1,
      n: this.#n,
      program: this.#program.distribution(),
      completeness: this.#completeness.distribution(),
      minComplete: this.#minComplete,
      incomplete: this.#incomplete,
      domains: distributions(this.#domains, model.domains),
      categories,
      weakest: categories
        .filter(({ mean }) => mean !== null)
        .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0) || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id),
      unmet: [...this.#objectives]
        .filter(([, { unmet }]) => unmet > 0)
        .map(([objective, { unmet, applicable }]) => ({ objective, n: unmet, applicable, share: unmet / applicable }))
        .sort((a, b) => b.share - a.share || b.n - a.n || (a.objective < b.objective ? -1 : 1)),
      groups: [...this.#groups].flatMap(([grouping, members]) =>
        [...members]
          .sort(inOrderOf(keysOf(model, grouping)))
          .map(([key, { n, tally }]) => ({ by: grouping, key, n, program: tally.distribution() })),
      ),
    };
  }
}

/** The keys of a grouping in the order of the model; units are not the model's. */
function keysOf({ profile }: Model, grouping: Grouping): readonly string[] {
  const lists = { industry: profile.industries, size: profile.sizes, region: profile.regions, unit: [] };
  return lists[grouping].map(({ id }: { readonly id: string }) => id);
}

/** Known keys in their order, then others by name, then the organizations that gave none. */
function inOrderOf(known: readonly string[]) {
  const rank = (key: string): number =>
    known.includes(key) ? known.indexOf(key) : known.length + (key === '' ? 1 : 0);
  return ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    rank(a) - rank(b) || compareNames(a, b) || (a < b ? -1 : 1);
}
