/** What is said of each objective that applies, and whether it counts. */
import type { Answer, Assessment } from '../assessment/assessment.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';

/** An objective that applies, and what is said of it. */
export interface Given {
  readonly objective: ControlObjective;
  readonly given: Answer;
}

/** In the order of the model; objectives of which nothing is said are left out. */
export function givenIn(model: Model, { answers, selection, conditions }: Assessment): Given[] {
  return objectivesOf(model).flatMap((objective) => {
    const given = answers.get(objective.id);
    const isFor = objective.deployments.some((id) => selection.includes(id));
    const holds = (objective.needs ?? []).every((id) => conditions?.[id] !== false);
    return given && isFor && holds ? [{ objective, given }] : [];
  });
}

/** By an answer, or by a figure that decides. */
export function isAnswered({ objective: { kpi }, given: { answer, measured } }: Given): boolean {
  return answer !== undefined || (measured !== undefined && kpi !== null && kpi.decides !== false);
}

/** True where an answer no longer counts on the assessment date. */
export function isExpired({ validUntil }: Answer, asOf: string): boolean {
  return asOf !== '' && validUntil !== undefined && validUntil < asOf;
}
