/**
 * The newest assessments of each organization, from rows in the order of their keys: the rules of `desk/results.ts`. When files
 * were written is asked only where it decides, and nothing is held but the organization that is being read.
 */
import { byCodePoints } from '../../desk/code-points.js';
import type { CountedValues } from '../../desk/row.js';
import type { Frames } from './narrow.js';

/** One of the newest assessments of its organization. */
export interface Found {
  readonly row: CountedValues;
  /** Number of its outline. */
  readonly outline: number;
  readonly isNewest: boolean;
  readonly isOnly: boolean;
}

/** Where an assessment stands. */
interface Candidate {
  readonly frames: Frames;
  readonly place: number;
  readonly sha256: string;
  readonly model: string;
}

/** Gives the times of files by digest. */
export type TimesOf = (digests: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** So many of one organization and day are held at most. */
const MOST = 500;

/** Takes rows by key, piece by piece. */
export class NewestOf {
  #key: string | undefined;
  /** The latest day of the organization; `''` for one that is too far ahead. */
  #day = '';
  #candidates: Candidate[] = [];

  /** `lastDay`: the latest day that there can be. */
  constructor(
    private readonly lastDay: string,
    private readonly timesOf: TimesOf,
  ) {}

  /** Takes a piece: gives what is certain by now, and adds the rows and their checksums to `total`. */
  async add(frames: Frames, total: { n: number; sum: number }): Promise<Found[]> {
    const found: Found[] = [];
    const tied: Candidate[][] = [];
    while (frames.next()) {
      total.n += 1;
      total.sum = (total.sum + frames.sum) >>> 0;
      if (!frames.isAccepted) continue;
      const key = frames.own('key');
      if (key !== this.#key) {
        this.#close(found, tied);
        this.#key = key;
      }
      const asOf = frames.own('as_of');
      const day = byCodePoints(asOf, this.lastDay) > 0 ? '' : asOf;
      const order = this.#candidates.length === 0 ? 1 : byCodePoints(day, this.#day);
      if (order < 0) continue;
      if (order > 0) [this.#candidates, this.#day] = [[], day];
      this.#candidates.push({ frames, place: frames.place, sha256: frames.own('sha256'), model: frames.own('model') });
      if (this.#candidates.length > MOST)
        this.#candidates = newestOfEach(this.#candidates, await this.#times([this.#candidates]));
    }
    return tied.length === 0 ? found : [...found, ...(await this.#decided(tied))];
  }

  /** What is left at the end. */
  async end(): Promise<Found[]> {
    const [found, tied]: [Found[], Candidate[][]] = [[], []];
    this.#close(found, tied);
    return [...found, ...(await this.#decided(tied))];
  }

  /** Ends an organization. */
  #close(found: Found[], tied: Candidate[][]): void {
    const candidates = this.#candidates;
    this.#candidates = [];
    const [first] = candidates;
    if (candidates.length > 1) tied.push(candidates);
    else if (first) found.push(foundIn(first, true, true));
  }

  async #decided(tied: readonly (readonly Candidate[])[]): Promise<Found[]> {
    const times = await this.#times(tied);
    return tied.flatMap((candidates) => {
      const newest = newestOfEach(candidates, times);
      return newest.map((each, i) => foundIn(each, i === 0, newest.length === 1));
    });
  }

  #times(of: readonly (readonly Candidate[])[]): ReturnType<TimesOf> {
    const digests = of.flatMap((candidates) => candidates.map(({ sha256 }) => sha256));
    return digests.length === 0 ? Promise.resolve(new Map()) : this.timesOf(digests);
  }
}

/** The newest one of each model, the newest of all first. */
function newestOfEach(candidates: readonly Candidate[], times: ReadonlyMap<string, number>): Candidate[] {
  const timeOf = ({ sha256 }: Candidate): number => times.get(sha256) ?? 0;
  const sorted = [...candidates].sort((a, b) => timeOf(b) - timeOf(a) || byCodePoints(b.sha256, a.sha256));
  const models = new Set<string>();
  return sorted.filter(({ model }) => !models.has(model) && models.add(model));
}

function foundIn({ frames, place }: Candidate, isNewest: boolean, isOnly: boolean): Found {
  const { row, outline } = frames.countedAt(place);
  return { row, outline, isNewest, isOnly };
}

/** When files were written: the earliest of the times of their copies that are not 0, else 0. */
export function earliestTimes(
  copies: Iterable<{ readonly sha256: string; readonly modified: number }>,
): Map<string, number> {
  const times = new Map<string, number>();
  for (const { sha256, modified } of copies) {
    const known = times.get(sha256) ?? 0;
    times.set(sha256, known === 0 ? modified : modified === 0 ? known : Math.min(known, modified));
  }
  return times;
}
