/**
 * The same figures, seen more strictly or with the plan: a lens changes what an objective counts as, and nothing else.
 * What is claimed is the plain state; what is still possible has rules of its own, since it is asked of levels only.
 */
import type { ReviewCode } from '../assessment/fields.js';
import { builders, type Expression } from '../formula/expression.js';

/** What a lens looks at. */
type Seen = 'state' | 'evidenceGiven' | 'actionGiven' | 'due' | 'applies' | 'standing' | 'review';

const { of, when, and, or, not, equal, unequal, given } = builders<Seen>();

const says = (code: ReviewCode): Expression<Seen> => equal(of('review'), code);
const isClaimed = or(equal(of('state'), 'met'), equal(of('state'), 'partly'));
/** A reason for *not applicable* that the assessor does not accept: the objective applies, and nothing is done for it. */
const isWronglyExcluded = and(of('applies'), equal(of('standing'), 'excluded'), says('not-agreed'));

const unmetWhere = (isRefused: Expression<Seen>): Expression<Seen> =>
  when(or(isWronglyExcluded, and(isClaimed, isRefused)), 'unmet', of('state'));

export const LENSES = {
  /** What is met, wholly or in part, counts so where evidence is given. */
  evidenced: when(and(isClaimed, not(of('evidenceGiven'))), 'unmet', of('state')),
  /** What applies and has an action and a day to do it by counts as met. */
  planned: when(and(unequal(of('state'), 'excluded'), of('actionGiven'), given(of('due'))), 'met', of('state')),
  /** What is met, wholly or in part, counts so where an assessor has agreed: what the review has confirmed so far. */
  reviewed: unmetWhere(not(says('agreed'))),
  /** Everything counts as claimed unless an assessor does not agree: what the review still leaves possible. */
  undisputed: unmetWhere(says('not-agreed')),
} satisfies Record<string, Expression<Seen>>;

export type Lens = keyof typeof LENSES;
/** Lenses of a review: computed only where there is one. */
export const REVIEW_LENSES: ReadonlySet<Lens> = new Set<Lens>(['reviewed', 'undisputed']);
export const LENS_NAMES = Object.keys(LENSES) as readonly Lens[]; // its keys

/** What is computed through each lens, by the rules that hold without one. */
export const THROUGH_LENS = [
  ...([
    'State',
    'ApplicableHere',
    'MetHere',
    'Passed',
    'Reached',
    'MetSum',
    'Level',
    'NextCandidate',
    'Next',
    'ProgressHere',
  ] as const),
  ...(['Progress', 'Maturity', 'WeightedMaturity', 'GroupMaturity'] as const),
] as const;
export type LensRule = `${Lens}${(typeof THROUGH_LENS)[number]}`;

/** The first layout that shows them. */
export const LENSES_SINCE = 2;
