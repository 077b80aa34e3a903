/** The Profile: numbers of objectives say what they count, and that they are no sum. */
import { expect, test } from 'vitest';
import { planWorkbook } from '../../src/workbook/plan.js';
import { assessmentOf } from '../assessments.js';
import { asIssued } from '../installed.js';
import { tinyModel, type TinyObjective, type TinyOptions } from '../tiny-model.js';

const textsOf = (
  objectives: readonly TinyObjective[],
  options?: TinyOptions,
  told: Parameters<typeof assessmentOf>[1] = {},
): string => {
  const model = tinyModel({ GOV: objectives }, options);
  const plan = planWorkbook(asIssued(model), { assessment: assessmentOf(model, told) });
  const cells = plan.sheets.find(({ name }) => name === 'Profile')?.cells ?? [];
  return cells.map(({ value }) => (typeof value === 'string' ? value : '')).join('\n');
};

test('an objective is counted by each type that it is for', () => {
  const texts = textsOf([{ level: 2, deployments: ['paas', 'api-saas'] }, { level: 2 }, { level: 3 }]);
  expect(texts.match(/\d of 3 objectives .*/g)).toEqual([
    '3 of 3 objectives apply.',
    '2 of 3 objectives apply to this type.',
    '3 of 3 objectives apply to this type.',
    '3 of 3 objectives apply to this type.',
  ]);
  expect(texts).toContain('The numbers below overlap, because an objective can have several types.');
});

test('with conditions, the sheet says that their numbers overlap too', () => {
  const texts = textsOf([{ level: 2, needs: ['agents'] }, { level: 2 }], { conditions: ['agents'] });
  expect(texts).toContain('because an objective can have several types and conditions.');
  expect(texts).toContain('A blank condition means Yes.');
});

test('the sheet says why objectives do not apply: entries, or an answer', () => {
  const answers = { 'GOV-2A': { answer: 'not-applicable', notes: 'No models are trained.' } } as const;
  expect(textsOf([{ level: 2 }, { level: 2 }], {}, { answers })).toContain(
    '1 of 2 objectives apply. Other objectives are excluded by entries on this sheet or the answer Not applicable.',
  );
});
