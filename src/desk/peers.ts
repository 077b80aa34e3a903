/** Where an organization stands among others. */
import { readModelName } from '../model/named.js';
import { isComplete, LEAST_SHOWN, type EditionCount } from '../scoring/portfolio.js';
import { Tally } from '../scoring/tally.js';
import { Editions } from './editions.js';
import type { Newest, StoredAssessment } from './results.js';

/** In what way others may be like an organization. */
const LIKE = ['industry', 'size', 'region'] as const;

/** One group of others, all or those that are like it in one way; `key` is the way, `''` for all and where it is not known. */
export interface Peers {
  readonly by: 'all' | (typeof LIKE)[number];
  readonly key: string;
  readonly n: number;
  /** null where they are too few, and for an organization without a figure. */
  readonly percentile: number | null;
}

/**
 * All others first. Left out are those whose newest assessment is of another edition, since figures of two can't be
 * compared, and those that have answered too little.
 * @throws What `newest` throws.
 */
export async function peersOf(
  own: StoredAssessment,
  newest: AsyncIterable<Newest>,
): Promise<{ readonly peers: Peers[]; readonly leftOut: EditionCount[]; readonly incomplete: number }> {
  const editions = new Editions();
  let incomplete = 0;
  const groups = [
    { by: 'all' as const, key: '', tally: new Tally() },
    ...LIKE.map((by) => ({ by, key: own.organization[by], tally: new Tally() })),
  ];
  for await (const each of newest) {
    if (each.key === own.key) continue;
    editions.add(each);
    if (each.model !== own.model) continue;
    if (!isComplete(each)) {
      incomplete += 1;
      continue;
    }
    for (const { by, key, tally } of groups)
      if (by === 'all' || (key !== '' && each[by] === key)) tally.add(each.maturity);
  }
  const { maturity } = own.scores.program;
  const peers = groups.map(({ by, key, tally }) => {
    const { n } = tally;
    return { by, key, n, percentile: maturity === null || n < LEAST_SHOWN ? null : tally.percentile(maturity) };
  });
  return { peers, leftOut: editions.counts(readModelName(own.model).id, own.model), incomplete };
}
