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
}

/** Gives the times of files by digest. */
export type TimesOf = (digests: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** So many of one organization and day are held at most, and a piece more. */
const MOST = 500;

/** Takes rows by key, piece by piece. */
export class NewestOf {
  #key: string | undefined;
  /** The latest day of the organization; `''` for one that is too far ahead. */
  #day = '';
  #candidates: Candidate[] = [];
  /** Organizations with several of their latest day. */
  #tied: (readonly Candidate[])[] = [];

  /** `lastDay`: the latest day that there can be. */
  constructor(
    private readonly lastDay: string,
    private readonly timesOf: TimesOf,
  ) {}

  /**
   * Takes a piece: gives what is certain by now, one by one, since a list of them would outlive the collections of an engine.
   * Adds the rows and their checksums to `total`.
   */
  *take(frames: Frames, total: { n: number; sum: number }): Generator<Found> {
    while (frames.next()) {
      total.n += 1;
      total.sum = (total.sum + frames.sum) >>> 0;
      if (!frames.isAccepted) continue;
      const key = frames.own('key');
      if (key !== this.#key) {
        const found = this.#close();
        if (found) yield found;
        this.#key = key;
      }
      const asOf = frames.own('as_of');
      const day = byCodePoints(asOf, this.lastDay) > 0 ? '' : asOf;
      const order = this.#candidates.length === 0 ? 1 : byCodePoints(day, this.#day);
      if (order < 0) continue;
      if (order > 0) [this.#candidates, this.#day] = [[], day];
      this.#candidates.push({ frames, place: frames.place });
    }
  }

  /** What has to be decided by times, of the pieces so far. */
  async decided(): Promise<Found[]> {
    if (this.#candidates.length > MOST)
      this.#candidates = newestOfEach(this.#candidates, await this.#times([this.#candidates]));
    const tied = this.#tied;
    if (tied.length === 0) return [];
    this.#tied = [];
    const times = await this.#times(tied);
    return tied.flatMap((candidates) => {
      const newest = newestOfEach(candidates, times);
      return newest.map((each, i) => foundIn(each, i === 0, newest.length === 1));
    });
  }

  /** What is left at the end. */
  async end(): Promise<Found[]> {
    const found = this.#close();
    return [...(found ? [found] : []), ...(await this.decided())];
  }

  /** Ends an organization. */
  #close(): Found | undefined {
    const candidates = this.#candidates;
    this.#candidates = [];
    const [first] = candidates;
    if (candidates.length > 1) this.#tied.push(candidates);
    return candidates.length === 1 && first ? foundIn(first, true, true) : undefined;
  }

  #times(of: readonly (readonly Candidate[])[]): ReturnType<TimesOf> {
    return this.timesOf(of.flatMap((candidates) => candidates.map(sha256Of)));
  }
}

/** The newest one of each model, the newest of all first. */
function newestOfEach(candidates: readonly Candidate[], times: ReadonlyMap<string, number>): Candidate[] {
  const known = candidates.map((candidate) => ({ candidate, sha256: sha256Of(candidate) }));
  const timeOf = ({ sha256 }: { readonly sha256: string }): number => times.get(sha256) ?? 0;
  known.sort((a, b) => timeOf(b) - timeOf(a) || byCodePoints(b.sha256, a.sha256));
  const models = new Set<string>();
  return known.flatMap(({ candidate }) => {
    const model = candidate.frames.ownAt(candidate.place, 'model');
    if (models.has(model)) return [];
    models.add(model);
    return [candidate];
  });
}

const sha256Of = ({ frames, place }: Candidate): string => frames.ownAt(place, 'sha256');

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
