/** Two assessments of one organization side by side: which figures and objectives moved, and why. */
import type { Answer, Organization } from '../assessment/assessment.js';
import { hasEvidence } from '../assessment/evidence.js';
import { REASONED } from '../assessment/fields.js';
import type { MigrationCounts } from '../assessment/migrate.js';
import { isVisible } from '../assessment/visible.js';
import type { ModelName } from '../model/named.js';
import type { Succeeded } from '../model/succession.js';
import { isExpired } from './given.js';
import type { State } from './rules.js';
import type { CategoryScore, GroupScore, Score } from './score.js';

/** One of the two, as far as they are compared. Stores kept by earlier versions have no figures through the lenses. */
export interface Side {
  readonly organization: Pick<Organization, 'asOf'>;
  readonly selection: readonly string[];
  readonly conditions?: Readonly<Record<string, boolean>> | undefined;
  readonly scores: ComparedScores;
  /** By id: every objective that was asked. */
  readonly states: Readonly<Record<string, State>>;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Ids of what is to be done to reach the targets, where that is known. */
  readonly roadmap?: readonly string[];
}

/** The figures that are compared. */
export interface ComparedScores {
  readonly program: Partial<GroupScore>;
  readonly domains: readonly (Partial<GroupScore> & { readonly id: string })[];
  readonly categories: readonly (Partial<CategoryScore> & { readonly id: string })[];
}

/** Figures of the program and of domains, and figures of categories: as claimed, by evidence alone, once the plan is done. */
export const GROUP_FIGURES = ['maturity', 'evidencedMaturity', 'plannedMaturity', 'floor', 'completeness'] as const;
export const CATEGORY_FIGURES = [
  'level',
  'maturity',
  'evidencedLevel',
  'plannedLevel',
  'completeness',
  'target',
] as const;

/** A figure that is another one; null where it does not apply, and `by` where it did not or does not. */
export interface FigureMove {
  readonly of: 'program' | 'domain' | 'category';
  /** `''` for the program. */
  readonly id: string;
  readonly figure: (typeof GROUP_FIGURES)[number] | (typeof CATEGORY_FIGURES)[number];
  readonly before: number | null;
  readonly now: number | null;
  readonly by: number | null;
}

/** Why an objective moved. `reason`: that of a *not applicable*; `edition`: what is asked is not the same. */
export const REASONS = [
  ...(['answer', 'measured', 'reason', 'expired', 'renewed', 'evidence-added', 'evidence-removed'] as const),
  ...(['deployments', 'conditions', 'target', 'edition'] as const),
] as const;
export type Reason = (typeof REASONS)[number];

/** An objective that counts otherwise, or has more or less to show. Null where one of the editions does not ask it. */
export interface ObjectiveMove {
  readonly before: string | null;
  readonly now: string | null;
  readonly from: State | null;
  readonly to: State | null;
  readonly why: readonly Reason[];
}

/** What is compared, and what moved. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly before: Compared;
  readonly now: Compared;
  /** Said where one is a part of the model, or another part: then no figures are compared. */
  readonly partsDiffer: boolean;
  readonly figures: readonly FigureMove[];
  readonly objectives: readonly ObjectiveMove[];
  /** Where the editions differ: what the newer one alone makes of the answers to the older one. */
  readonly edition?: EditionEffect;
}

/** One of the two in a comparison. */
export interface Compared {
  readonly model: ModelName;
  readonly asOf: string;
  /** Number of objectives. */
  readonly asked: number;
}

/** Answers to the older edition carried over to the newer one, with nothing confirmed, and the figures that differ by that. */
export interface EditionEffect {
  readonly from: ModelName;
  readonly to: ModelName;
  readonly counts: MigrationCounts;
  readonly figures: readonly FigureMove[];
}

/** Every figure that is not the same. */
export function figuresBetween(before: ComparedScores, now: ComparedScores): FigureMove[] {
  const moved = <F extends FigureMove['figure']>(
    of: FigureMove['of'],
    id: string,
    names: readonly F[],
    a: Partial<Record<F, number | null>> = {},
    b: Partial<Record<F, number | null>> = {},
  ): FigureMove[] =>
    names.flatMap((figure) => {
      const [was, is] = [a[figure] ?? null, b[figure] ?? null];
      return was === is
        ? []
        : [{ of, id, figure, before: was, now: is, by: was === null || is === null ? null : is - was }];
    });
  const domains = byId(before.domains, now.domains);
  const categories = byId(before.categories, now.categories);
  return [
    ...moved('program', '', GROUP_FIGURES, before.program, now.program),
    ...domains.flatMap(([id, a, b]) => moved('domain', id, GROUP_FIGURES, a, b)),
    ...categories.flatMap(([id, a, b]) => moved('category', id, CATEGORY_FIGURES, a, b)),
  ];
}

/** What both or one of two lists have, by id, in their order. */
function byId<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
): (readonly [string, T | undefined, T | undefined])[] {
  const [was, is] = [before, now].map((all) => new Map(all.map((each) => [each.id, each])));
  const ids = [...new Set([...before, ...now].map(({ id }) => id))];
  return ids.map((id) => [id, was?.get(id), is?.get(id)]);
}

/** An objective before and the one that it is now; null where only one edition asks. */
export interface Pair {
  readonly before: string | null;
  readonly now: string | null;
  /** True where an answer to the one is an answer to the other. */
  readonly isSame: boolean;
}

/** The pairs of one edition: what both were asked. */
export function samePairs(before: Pick<Side, 'states'>, now: Pick<Side, 'states'>): Pair[] {
  return Object.keys(now.states).flatMap((id) => (id in before.states ? [{ before: id, now: id, isSame: true }] : []));
}

/** The pairs of two editions, `older` the first of them: what became of what, what is asked no longer, and what is new. */
export function succeedingPairs(
  older: Pick<Side, 'states'>,
  newer: Pick<Side, 'states'>,
  succession: readonly Succeeded[],
): Pair[] {
  const reached = new Set(succession.flatMap(({ to }) => to));
  return [
    ...succession
      .filter(({ id }) => id in older.states)
      .flatMap(({ id, to, holds }): Pair[] =>
        to.length === 0
          ? [{ before: id, now: null, isSame: false }]
          : to.filter((each) => each in newer.states).map((now) => ({ before: id, now, isSame: holds })),
      ),
    ...Object.keys(newer.states)
      .filter((id) => !reached.has(id))
      .map((now) => ({ before: null, now, isSame: false })),
  ];
}

/** Objectives that count otherwise, have other evidence, or are on the roadmap by another target, each with the reasons. */
export function movesBetween(before: Side, now: Side, pairs: readonly Pair[]): ObjectiveMove[] {
  const targets = targetsMoved(before.scores, now.scores);
  const [planned, plans] = [new Set(before.roadmap), new Set(now.roadmap)];
  return pairs.flatMap((pair): ObjectiveMove[] => {
    const from = pair.before === null ? null : (before.states[pair.before] ?? null);
    const to = pair.now === null ? null : (now.states[pair.now] ?? null);
    const isTarget =
      pair.before !== null &&
      pair.before === pair.now &&
      planned.has(pair.before) !== plans.has(pair.now) &&
      targets.has(categoryOf(pair.now));
    const why = [...reasonsOf(pair, before, now), ...(isTarget ? (['target'] as const) : [])];
    const isMoved = from !== to || isTarget || why.some((each) => each.startsWith('evidence'));
    const ordered = REASONS.filter((each) => why.includes(each));
    return isMoved ? [{ before: pair.before, now: pair.now, from, to, why: ordered }] : [];
  });
}

function reasonsOf(pair: Pair, before: Side, now: Side): Reason[] {
  const { before: was, now: is } = pair;
  if (was === null || is === null) return ['edition'];
  const [a, b] = [before.answers[was] ?? {}, now.answers[is] ?? {}];
  const [from, to] = [before.states[was], now.states[is]];
  const hadExpired = isExpired(a, before.organization.asOf);
  const hasExpired = isExpired(b, now.organization.asOf);
  const [hadReason, hasReason] = [a, b].map(({ answer, notes }) => answer === REASONED && isVisible(notes));
  // A side that is left out though nobody has answered so: by its deployment types, or by its conditions.
  const isLeftOut = (from === 'excluded') !== (to === 'excluded') && !(from === 'excluded' ? hadReason : hasReason);
  return [
    ...(pair.isSame ? [] : (['edition'] as const)),
    ...(a.answer === b.answer ? [] : (['answer'] as const)),
    ...(a.measured === b.measured ? [] : (['measured'] as const)),
    ...(a.answer === REASONED && b.answer === REASONED && hadReason !== hasReason ? (['reason'] as const) : []),
    ...(hadExpired === hasExpired ? [] : [hasExpired ? ('expired' as const) : ('renewed' as const)]),
    ...(hasEvidence(a) === hasEvidence(b)
      ? []
      : [hasEvidence(b) ? ('evidence-added' as const) : ('evidence-removed' as const)]),
    ...(isLeftOut && before.selection.join() !== now.selection.join() ? (['deployments'] as const) : []),
    ...(isLeftOut && leftOut(before) !== leftOut(now) ? (['conditions'] as const) : []),
  ];
}

/** Conditions that do not hold, as one text. */
function leftOut({ conditions = {} }: Side): string {
  return Object.keys(conditions)
    .filter((id) => conditions[id] === false)
    .sort()
    .join();
}

function targetsMoved(before: ComparedScores, now: ComparedScores): ReadonlySet<string> {
  return new Set(
    byId(before.categories, now.categories).flatMap(([id, a, b]) =>
      (a?.target ?? null) === (b?.target ?? null) ? [] : [id],
    ),
  );
}

/** The code before the dash of an id. */
const categoryOf = (id: string | null): string => (id ?? '').split('-')[0] ?? '';

/** What of a score is compared. */
export function comparedScores({ program, domains, categories }: Score): ComparedScores {
  return { program, domains, categories };
}
