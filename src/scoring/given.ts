/** What is said of each objective that applies, and whether it counts. */
import type { Answer, Assessment } from '../assessment/assessment.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';

/** An objective that applies, and what is said of it. */
export interface Given {
  readonly objective: ControlObjective;
  readonly given: Answer;
}

/** In the order of the model; objectives of which nothing is said are left out. */
export function givenIn(model: Model, assessment: Assessment): Given[] {
  return objectivesOf(model).flatMap((objective) => {
    const given = assessment.answers.get(objective.id);
    return given && isAskedOf(objective, assessment) ? [{ objective, given }] : [];
  });
}

/** True of an objective for a deployment type in use, none of whose conditions is answered No. */
export function isAskedOf(
  { deployments, needs = [] }: ControlObjective,
  { selection, conditions }: Pick<Assessment, 'selection' | 'conditions'>,
): boolean {
  return deployments.some((id) => selection.includes(id)) && needs.every((id) => conditions?.[id] !== false);
}

/** By an answer, or by a figure that decides. */
export function isAnswered({ objective: { kpi }, given: { answer, measured } }: Given): boolean {
  return answer !== undefined || (measured !== undefined && kpi !== null && kpi.decides !== false);
}

/** True where an answer no longer counts on the assessment date. */
export function isExpired({ validUntil }: Answer, asOf: string): boolean {
  return asOf !== '' && validUntil !== undefined && validUntil < asOf;
}
