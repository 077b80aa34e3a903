/** Figures over many assessments, put together in any order with the same result: values are counted, never added up on the way. */

/** `q1`, `median` and `q3` lie between the closest ranks, as QUARTILE.INC has them. */
export interface Distribution {
  readonly n: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
}

/** How often each value was seen. Merging is associative and commutative, since counts of whole numbers are. */
export class Tally {
  /** By value; an object each, so that one look-up is enough to count. */
  readonly #counts = new Map<number, { times: number }>();

  /** null: a figure that does not apply, which is not counted. */
  add(value: number | null, times = 1): this {
    if (value === null) return this;
    const known = this.#counts.get(value);
    if (known) known.times += times;
    else this.#counts.set(value, { times });
    return this;
  }

  /** Counts all that another one has counted. */
  merge(other: Tally): this {
    for (const [value, { times }] of other.#counts) this.add(value, times);
    return this;
  }

  /** Counts by value, ascending. */
  counts(): [value: number, times: number][] {
    return Array.from(this.#counts, ([value, { times }]): [number, number] => [value, times]).sort(([a], [b]) => a - b);
  }

  /** How many values were counted. */
  get n(): number {
    return [...this.#counts.values()].reduce((sum, { times }) => sum + times, 0);
  }

  /** The share of the values, in percent, that are below this one, and half of those that are equal to it; null where there are none. */
  percentile(value: number): number | null {
    const { n } = this;
    const below = [...this.#counts].reduce((sum, [each, { times }]) => sum + (each < value ? times : 0), 0);
    return n === 0 ? null : (100 * (below + (this.#counts.get(value)?.times ?? 0) / 2)) / n;
  }

  /** What the values come to. */
  distribution(): Distribution {
    const { n } = this;
    const counts = this.counts();
    if (n === 0) return { n, mean: null, min: null, q1: null, median: null, q3: null, max: null };
    const at = (rank: number): number => {
      let seen = 0;
      for (const [value, times] of counts) {
        seen += times;
        if (rank < seen) return value;
      }
      return counts.at(-1)?.[0] ?? 0;
    };
    const quantile = (share: number): number => {
      const rank = (n - 1) * share;
      const [low, high] = [at(Math.floor(rank)), at(Math.ceil(rank))];
      return low + (high - low) * (rank - Math.floor(rank));
    };
    return {
      n,
      mean: counts.reduce((sum, [value, times]) => sum + value * times, 0) / n,
      min: at(0),
      q1: quantile(0.25),
      median: quantile(0.5),
      q3: quantile(0.75),
      max: at(n - 1),
    };
  }
}
