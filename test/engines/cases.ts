/** The assessments that foreign engines have to agree on: the corner cases, and random ones over two models. */
import fc from 'fast-check';
import type { Assessment } from '../../src/assessment/assessment.js';
import type { Model } from '../../src/model/model.js';
import { anyAssessment, assessmentOf, everywhere } from '../assessments.js';
import { installed } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { seedOr } from '../seed.js';

export const SEED = seedOr(20261124);

export interface ParityCase {
  readonly name: string;
  readonly model: Model;
  readonly assessment: Assessment;
}

/** A model whose levels have holes and whose objectives are for few deployment types: where passing through matters. */
export const holes = tinyModel({
  GOV: [
    { level: 2 },
    { level: 2, deployments: ['paas'] },
    { level: 4, kpi: { direction: 'at-most', threshold: 5 } },
    { level: 5, deployments: ['self-hosted'] },
  ],
  IAM: [
    { level: 3, deployments: ['api-saas'] },
    { level: 3, kpi: { direction: 'at-least', threshold: 95 } },
    { level: 4 },
  ],
  MON: [
    { level: 2, deployments: ['self-hosted'] },
    { level: 5, deployments: ['paas', 'api-saas'] },
  ],
});

/** The same with conditions, and figures of every kind; one of them decides nothing by itself. */
export const conditional = tinyModel(
  {
    GOV: [
      { level: 2, needs: ['agents'] },
      { level: 2, deployments: ['paas'], kpi: { direction: 'at-least', threshold: 3, unit: 'count' } },
      { level: 3, needs: ['agents', 'training'] },
      { level: 4, kpi: { direction: 'at-most', threshold: 5 } },
      { level: 5, deployments: ['self-hosted'], needs: ['training'] },
    ],
    IAM: [
      { level: 3, deployments: ['api-saas'] },
      { level: 3, kpi: { direction: 'at-least', threshold: 95 } },
      { level: 4, kpi: { direction: 'at-most', threshold: 2, unit: 'count', decides: false } },
    ],
    MON: [
      { level: 2, kpi: { direction: 'at-most', threshold: 24, unit: 'hours' }, needs: ['training'] },
      { level: 5, deployments: ['paas', 'api-saas'] },
    ],
  },
  { conditions: ['agents', 'training'] },
);

/** The six corner cases of each model, then `vectors` random assessments, a quarter of them of the first model. */
export function parityCases(
  vectors: number,
  models: readonly Model[] = [installed().model, conditional],
): ParityCase[] {
  const corners = models.flatMap((model): ParityCase[] => [
    { name: 'nothing answered', model, assessment: assessmentOf(model, {}) },
    { name: 'everything met', model, assessment: everywhere(model, { answer: 'met' }) },
    { name: 'everything not met', model, assessment: everywhere(model, { answer: 'not-met' }) },
    {
      name: 'everything n/a with reason',
      model,
      assessment: everywhere(model, { answer: 'not-applicable', notes: 'No.' }),
    },
    { name: 'everything n/a without reason', model, assessment: everywhere(model, { answer: 'not-applicable' }) },
    { name: 'nothing selected', model, assessment: assessmentOf(model, { selection: [] }) },
  ]);
  // The whole model takes ten times as long to recalculate, and the small one has more corners.
  const few = Math.floor(vectors / 4);
  const random = models.flatMap((model, i) => {
    const share = models.length === 1 ? vectors : i === 0 ? few : vectors - few;
    return fc
      .sample(anyAssessment(model), { numRuns: share, seed: SEED })
      .map((assessment, n): ParityCase => ({ name: `${model.id} random ${n}`, model, assessment }));
  });
  return [...corners, ...random];
}
