/** Which objectives an assessor should look at first: a draw in which what carries a level weighs more. The same seed gives the same. */
import type { Assessment } from '../assessment/assessment.js';
import { hasEvidence } from '../assessment/evidence.js';
import { randomFrom } from '../assessment/example.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { scoreAssessment } from './score.js';

/** Why an objective weighs more; each one doubles its weight. */
export const SAMPLE_REASONS = ['carries-level', 'without-evidence', 'word-only'] as const;
/** One of `SAMPLE_REASONS`. */
export type SampleReason = (typeof SAMPLE_REASONS)[number];

/** An objective that was drawn. */
export interface SampledObjective {
  readonly id: string;
  /** 1, doubled for each reason. */
  readonly weight: number;
  readonly reasons: readonly SampleReason[];
}

/** A sample of what counts as met, in the model's order. */
export interface Sample {
  /** How many objectives count as met: those that were drawn from. */
  readonly met: number;
  readonly drawn: readonly SampledObjective[];
}

/**
 * Draws `n` of the objectives that count as met, without putting any back. Nothing depends on the order of the objectives:
 * each has a random number of its own, made from the seed and its id.
 */
export function drawSample(
  model: Model,
  assessment: Assessment,
  { n, seed }: { readonly n: number; readonly seed: number },
): Sample {
  const score = scoreAssessment(model, assessment);
  const states = new Map(score.objectives.map(({ id, state }) => [id, state]));
  const levels = new Map(score.categories.map(({ id, level }) => [id, level]));
  const met = objectivesOf(model).filter(({ id }) => states.get(id) === 'met');
  const weighed = met.map((objective) => {
    const reasons = reasonsFor(objective, assessment, levels.get(objective.category) ?? null);
    const weight = 2 ** reasons.length;
    return { id: objective.id, weight, reasons, turn: turnOf(objective.id, seed) / weight };
  });
  const first = [...weighed].sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1)).slice(0, n);
  const drawn = new Set(first.map(({ id }) => id));
  return {
    met: met.length,
    drawn: weighed.flatMap(({ id, weight, reasons }) => (drawn.has(id) ? [{ id, weight, reasons }] : [])),
  };
}

function reasonsFor(objective: ControlObjective, { answers }: Assessment, level: number | null): SampleReason[] {
  const answer = answers.get(objective.id) ?? {};
  return [
    // Were it not met, the category would have a lower level.
    ...(level !== null && objective.level <= level ? (['carries-level'] as const) : []),
    ...(hasEvidence(answer) ? [] : (['without-evidence'] as const)),
    // Nothing but the word of a person: the objective has a figure, and none is given.
    ...(objective.kpi && answer.measured === undefined ? (['word-only'] as const) : []),
  ];
}

/** The draw by Efraimidis and Spirakis: the smallest −ln(u) / weight are drawn. */
function turnOf(id: string, seed: number): number {
  let mixed = seed >>> 0;
  for (const character of id) mixed = (Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 16_777_619) + 1) >>> 0;
  return -Math.log(1 - randomFrom(mixed)());
}
