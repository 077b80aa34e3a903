/** A stored assessment as one again. */
import type { Assessment } from '../assessment/assessment.js';
import { readModelName } from '../model/named.js';
import type { StoredAssessment } from './results.js';

/** A stored assessment as it was read: what is kept of it is all that a score is made of. */
export function restored({ organization, scores, answers, model, feedback }: StoredAssessment): Assessment {
  const { selection, conditions, categories } = scores;
  return {
    model: readModelName(model),
    ...{ organization, selection, feedback },
    ...(conditions ? { conditions } : {}),
    targets: Object.fromEntries(categories.flatMap(({ id, target }) => (target === null ? [] : [[id, target]]))),
    weights: Object.fromEntries(categories.map(({ id, weight }) => [id, weight])),
    answers: new Map(Object.entries(answers)),
  };
}
