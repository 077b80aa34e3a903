/** Figures of a deployment type that are asked for late are those of their own assessment. */
import { expect, test } from 'vitest';
import { ALL_DEPLOYMENTS, computeFigures, Scoring } from '../../src/scoring/figures.js';
import { RULE_NAMES } from '../../src/scoring/rules.js';
import { exampleOf } from '../assessments.js';
import { installed } from '../installed.js';

test('asked in any order, after other assessments were computed', () => {
  const { model } = installed();
  const scoring = new Scoring(model);
  const slices = [...model.deployments.map(({ id }) => id).reverse(), ALL_DEPLOYMENTS];
  const assessments = [1, 2, 3].map((seed) => exampleOf(model, { seed, profile: 'typical' }));
  const late = assessments.map((each) => scoring.figures(each));
  let differing = 0;
  for (const slice of slices) {
    for (const [i, assessment] of assessments.entries()) {
      const fresh = computeFigures(model, assessment);
      for (const name of RULE_NAMES) expect(late[i]?.column(name, slice)).toEqual(fresh.column(name, slice));
      differing +=
        JSON.stringify(fresh.column('state', slice)) === JSON.stringify(late[0]?.column('state', slice)) ? 0 : 1;
    }
  }
  // The assessments are not alike: another one's figures would be seen.
  expect(differing).toBeGreaterThanOrEqual(4);
});
