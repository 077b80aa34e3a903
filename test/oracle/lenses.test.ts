/** What the program computes is what a second hand computed from the prose, lens by lens. */
import { expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.js';
import type { Model } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { conditional, holes } from '../engines/cases.js';
import { readModelText } from '../installed.js';
import { randomAssessment } from './assessments.js';
import { differences } from './differences.js';
import { scoreByHand } from './lenses.js';

function edition(version: string): Model {
  const { value, findings } = loadModel(readModelText, 'aismm', version);
  if (!value) throw new Error(JSON.stringify(findings));
  return value.model;
}

/** Of each model. */
const COUNT = Number(process.env['AISMM_ORACLE'] ?? 150);

test.each([
  ['edition 1.0', edition('1.0')],
  ['edition 1.1', edition('1.1')],
  ['levels with holes', holes],
  ['conditions and figures that decide nothing', conditional],
])('%s: every figure within 1e-9, the same states and roadmap', (_, model) => {
  let [compared, largest] = [0, 0];
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const assessment = randomAssessment(model, seed);
    const result = differences(scoreAssessment(model, assessment), scoreByHand(model, assessment));
    expect(result.differences.slice(0, 5), `seed ${seed}`).toEqual([]);
    compared += result.compared;
    largest = Math.max(largest, result.largest);
  }
  process.stderr.write(`${COUNT} assessments, ${compared} figures, largest difference ${largest.toExponential(1)}\n`);
  expect(compared).toBeGreaterThan(COUNT * 50);
});
