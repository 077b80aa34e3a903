/** What has changed in many organizations between two assessments of each. */
import { categoriesOf, type Model } from '../model/model.js';
import { Tally, type Distribution } from './tally.js';

/** How many have risen, stayed and fallen; null where they are too few to be shown. */
export interface Moves {
  readonly up: number | null;
  readonly same: number | null;
  readonly down: number | null;
}

/** Differences between two assessments; of the program in maturity, of a category in levels. */
export interface PortfolioChange extends Moves {
  /** Organizations that have both assessments. */
  readonly n: number;
  /** By how much maturity has changed. */
  readonly program: Distribution;
  readonly categories: readonly (Moves & {
    readonly id: string;
    readonly n: number;
    /** By how many levels, in the mean. */
    readonly mean: number | null;
  })[];
}

/** What of an assessment is compared. */
export interface ComparedScores {
  readonly program: { readonly maturity: number | null };
  readonly categories: readonly { readonly id: string; readonly level: number | null }[];
}

/** A smaller difference is none. */
const UNCHANGED = 0.005;

/** Counts differences one by one; the order does not matter. */
export class Changes {
  #n = 0;
  readonly #program = new Tally();
  readonly #categories = new Map<string, Tally>();

  /** Counts one organization. */
  add(before: ComparedScores, now: ComparedScores): this {
    this.#n += 1;
    this.#program.add(difference(before.program.maturity, now.program.maturity));
    const levels = new Map(before.categories.map(({ id, level }) => [id, level]));
    for (const { id, level } of now.categories) {
      const tally = this.#categories.get(id) ?? new Tally();
      this.#categories.set(id, tally.add(difference(levels.get(id) ?? null, level)));
    }
    return this;
  }

  /** Everything that was counted, also of few organizations. */
  figures(model: Model): PortfolioChange {
    return {
      n: this.#n,
      program: this.#program.distribution(),
      ...moves(this.#program),
      categories: categoriesOf(model).map(({ id }) => {
        const tally = this.#categories.get(id) ?? new Tally();
        const { n, mean } = tally.distribution();
        return { id, n, mean, ...moves(tally) };
      }),
    };
  }
}

const difference = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : now - before;

function moves(tally: Tally): Moves {
  const count = (is: (value: number) => boolean): number =>
    tally.counts().reduce((sum, [value, times]) => sum + (is(value) ? times : 0), 0);
  return {
    up: count((value) => value >= UNCHANGED),
    same: count((value) => Math.abs(value) < UNCHANGED),
    down: count((value) => value <= -UNCHANGED),
  };
}
