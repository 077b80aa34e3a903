/** The score of one assessment, in the shape that `aismm score --json` prints. Figures that don't apply are null. */
import { BLANK, type Value } from '../formula/value.js';
import type { Assessment } from '../assessment/assessment.js';
import type { Model } from '../model/model.js';
import { ALL_DEPLOYMENTS, computeFigures, type Figures, type Slice } from './figures.js';
import { PROGRAM } from './outline.js';
import { NOT_APPLICABLE, type Quantity, type State } from './rules.js';

/** Maturity and floor from 1 to 5, completeness from 0 to 1; null where no objective applies. */
export interface GroupScore {
  readonly maturity: number | null;
  readonly floor: number | null;
  readonly completeness: number | null;
  /** The same seen through the lenses: by evidence alone, and once the plan is done. */
  readonly evidencedMaturity: number | null;
  readonly plannedMaturity: number | null;
  /** 0 to 1: how much of what is met has evidence; null where nothing is met. */
  readonly evidencedShare: number | null;
  /** Only where an assessor reviewed the answers: what the review confirms, and what it does not dispute. */
  readonly reviewedMaturity?: number | null;
  readonly undisputedMaturity?: number | null;
  /** Number of categories whose level is below their target. */
  readonly belowTarget: number;
  /** Number of objectives that apply. */
  readonly applicable: number;
}

/** The figures of one category; null where no objective applies, and where there is no target. */
export interface CategoryScore {
  readonly id: string;
  readonly level: number | null;
  /** 0 to 1: how much of the next level is done. */
  readonly progress: number | null;
  readonly maturity: number | null;
  /** The level still possible if everything unanswered or expired turned out to be met. */
  readonly potential: number | null;
  /** The level by evidence alone, and the one once the plan is done. */
  readonly evidencedLevel: number | null;
  readonly plannedLevel: number | null;
  /** Only where an assessor reviewed the answers. */
  readonly reviewedLevel?: number | null;
  readonly undisputedLevel?: number | null;
  readonly completeness: number | null;
  readonly target: number | null;
  readonly gap: number | null;
  readonly weight: number;
  readonly applicable: number;
}

/** How one objective counts. */
export interface ObjectiveScore {
  readonly id: string;
  readonly state: State;
  /** Said where it is not counted because a condition is answered No. */
  readonly excludedBy?: 'condition';
}

/** All figures of one assessment. */
export interface Score {
  readonly program: GroupScore;
  readonly domains: readonly (GroupScore & { readonly id: string })[];
  readonly categories: readonly CategoryScore[];
  /** For each deployment type in use alone. */
  readonly deployments: readonly {
    readonly id: string;
    readonly program: GroupScore;
    readonly categories: readonly CategoryScore[];
  }[];
  readonly objectives: readonly ObjectiveScore[];
  /** Ids of what stands between today and the targets, in the order to do it. */
  readonly roadmap: readonly string[];
}

/**
 * Scores one assessment by the rules.
 * @example
 * ```ts
 * const { maturity, floor } = scoreAssessment(workbook.model, workbook.assessment).program;
 * ```
 */
export function scoreAssessment(model: Model, assessment: Assessment): Score {
  return readScore(computeFigures(model, assessment), assessment.selection);
}

/** Reads the score out of figures already computed. */
export function readScore(figures: Figures, selection: readonly string[]): Score {
  const { outline } = figures;
  const program = outline.position.group.get(PROGRAM) ?? -1;
  const order = figures.column('roadmapOrder', ALL_DEPLOYMENTS);
  const states = figures.column('state', ALL_DEPLOYMENTS);
  const holds = figures.column('conditionsHold', ALL_DEPLOYMENTS);
  return {
    program: groupScore(figures, ALL_DEPLOYMENTS, program),
    domains: outline.group.flatMap(({ key }, position) =>
      key === PROGRAM ? [] : [{ id: key, ...groupScore(figures, ALL_DEPLOYMENTS, position) }],
    ),
    categories: categoryScores(figures, ALL_DEPLOYMENTS),
    deployments: selection.map((id) => ({
      id,
      program: groupScore(figures, id, program),
      categories: categoryScores(figures, id),
    })),
    objectives: outline.objective.map(({ key }, position) => ({
      id: key,
      state: states[position] as State, // the rule gives nothing else, and something for each
      ...(holds[position] === false ? { excludedBy: 'condition' } : {}),
    })),
    roadmap: outline.objective
      .map(({ key }, position) => ({ key, order: order[position] }))
      .filter((item): item is { key: string; order: number } => typeof item.order === 'number')
      .sort((a, b) => a.order - b.order)
      .map(({ key }) => key),
  };
}

function groupScore(figures: Figures, slice: Slice, position: number): GroupScore {
  const read = (quantity: Quantity): Value => figures.value(quantity, slice, position);
  return {
    maturity: figure(read('groupMaturity')),
    floor: figure(read('groupFloor')),
    completeness: figure(read('groupCompleteness')),
    evidencedMaturity: figure(read('evidencedGroupMaturity')),
    plannedMaturity: figure(read('plannedGroupMaturity')),
    evidencedShare: figure(read('evidencedShare')),
    ...(isReviewed(figures)
      ? {
          reviewedMaturity: figure(read('reviewedGroupMaturity')),
          undisputedMaturity: figure(read('undisputedGroupMaturity')),
        }
      : {}),
    belowTarget: figure(read('belowTarget')) ?? 0,
    applicable: figure(read('groupApplicable')) ?? 0,
  };
}

function categoryScores(figures: Figures, slice: Slice): CategoryScore[] {
  const columnOf = (quantity: Quantity): ((position: number) => number | null) => {
    const values = figures.column(quantity, slice);
    return (position) => figure(values[position] ?? BLANK);
  };
  const [level, progress, maturity, potential] = [
    columnOf('level'),
    columnOf('progress'),
    columnOf('maturity'),
    columnOf('potential'),
  ];
  const [evidencedLevel, plannedLevel] = [columnOf('evidencedLevel'), columnOf('plannedLevel')];
  const [completeness, target, gap] = [columnOf('completeness'), columnOf('target'), columnOf('gap')];
  const [weight, applicable] = [columnOf('weight'), columnOf('applicable')];
  const review = isReviewed(figures)
    ? { reviewed: columnOf('reviewedLevel'), undisputed: columnOf('undisputedLevel') }
    : undefined;
  return figures.outline.category.map(({ key }, position) => ({
    id: key,
    level: level(position),
    progress: progress(position),
    maturity: maturity(position),
    potential: potential(position),
    evidencedLevel: evidencedLevel(position),
    plannedLevel: plannedLevel(position),
    ...(review ? { reviewedLevel: review.reviewed(position), undisputedLevel: review.undisputed(position) } : {}),
    completeness: completeness(position),
    target: target(position),
    gap: gap(position),
    weight: weight(position) ?? 1,
    applicable: applicable(position) ?? 0,
  }));
}

/** True where the figures of a review were computed. */
const isReviewed = (figures: Figures): boolean => figures.column('reviewedLevel', ALL_DEPLOYMENTS).length > 0;

/** A number, or null for what is blank or not applicable. */
function figure(value: Value): number | null {
  if (value === BLANK || value === NOT_APPLICABLE) return null;
  if (typeof value !== 'number') throw new Error(`broken promise: a figure is a number, not ${String(value)}`);
  return value;
}
