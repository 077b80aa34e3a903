/** The small model whose workbook the tests send out and get back, and who filled it in. */
import type { Assessment } from '../src/assessment/assessment.js';
import { assessmentOf } from './assessments.js';
import { tinyModel } from './tiny-model.js';

export const returnedModel = tinyModel({
  GOV: [{ level: 2, kpi: { direction: 'at-least', threshold: 95 } }, { level: 2 }, { level: 3 }],
  IAM: [{ level: 2 }, { level: 4 }],
});

/** The workbook of a fictional organization with these answers. */
export function returnedWith(answers: Parameters<typeof assessmentOf>[1]['answers']): Assessment {
  return assessmentOf(returnedModel, {
    organization: {
      name: 'Example AG',
      unit: '',
      scope: '',
      industry: 'energy',
      size: '',
      region: 'europe',
      assessor: '',
      asOf: '2026-06-15',
    },
    targets: { GOV: 3 },
    ...(answers ? { answers } : {}),
  });
}
