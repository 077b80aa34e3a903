/**
 * The same figures, seen more strictly or with the plan: a lens changes what an objective counts as, and nothing else.
 * What is claimed is the plain state; what is still possible has rules of its own, since it is asked of levels only.
 */
import { builders, type Expression } from '../formula/expression.js';

/** What a lens looks at. */
type Seen = 'state' | 'evidenceGiven' | 'actionGiven' | 'due';

const { of, when, and, or, not, equal, unequal, given } = builders<Seen>();

export const LENSES = {
  /** What is met, wholly or in part, counts so where evidence is given. */
  evidenced: when(
    and(or(equal(of('state'), 'met'), equal(of('state'), 'partly')), not(of('evidenceGiven'))),
    'unmet',
    of('state'),
  ),
  /** What applies and has an action and a day to do it by counts as met. */
  planned: when(and(unequal(of('state'), 'excluded'), of('actionGiven'), given(of('due'))), 'met', of('state')),
} satisfies Record<string, Expression<Seen>>;

export type Lens = keyof typeof LENSES;
export const LENS_NAMES = Object.keys(LENSES) as readonly Lens[]; // its keys

/** What is computed through each lens, by the rules that hold without one. */
export const THROUGH_LENS = [
  ...(['State', 'MetHere', 'Passed', 'Reached', 'MetSum', 'Level', 'NextCandidate', 'Next', 'ProgressHere'] as const),
  ...(['Progress', 'Maturity', 'WeightedMaturity', 'GroupMaturity'] as const),
] as const;
export type LensRule = `${Lens}${(typeof THROUGH_LENS)[number]}`;

/** The first layout that shows them. */
export const LENSES_SINCE = 2;
