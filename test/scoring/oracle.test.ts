/** The rules against an implementation that shares nothing with them, written from the prose alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import { describeModel } from '../../src/model/describe.js';
import type { Model } from '../../src/model/model.js';
import { scoreAssessment, type Score } from '../../src/scoring/score.js';
import { anyAssessment } from '../assessments.js';
import { holes } from '../engines/cases.js';
import { installed } from '../installed.js';
import { oracle } from '../oracle.js';
import { seedOr } from '../seed.js';

/** The whole model takes a ninth of them. The check of the mutants takes fewer. */
const RUNS = Number(process.env['AISMM_ORACLE_RUNS'] ?? 5_000);

/** Replaces every number by itself rounded to 12 digits, so that sums in another order compare equal. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (typeof v === 'number' ? Number(v.toPrecision(12)) : v)));

/** Without the figures that are seen through a lens, of which the oracle knows nothing: `lenses.test.ts` has them. */
function claimedOf(score: Score): Score {
  const seen = ['evidencedMaturity', 'plannedMaturity', 'evidencedShare', 'evidencedLevel', 'plannedLevel'];
  return JSON.parse(JSON.stringify(score, (key, value: unknown) => (seen.includes(key) ? undefined : value))) as Score;
}

function agree(model: Model, runs: number): void {
  const description = JSON.parse(JSON.stringify(describeModel(model)));
  fc.assert(
    fc.property(anyAssessment(model), (assessment) => {
      const expected = oracle(description, JSON.parse(JSON.stringify(formatAnswers(assessment, model))));
      const found = claimedOf(scoreAssessment(model, assessment));
      expect(rounded(found)).toMatchObject(rounded(expected) as object);
      // The other way round too, apart from a figure that the oracle does not give for domains.
      const domains = found.domains.map((domain) => ({ ...domain, belowTarget: undefined }));
      expect(rounded(expected)).toEqual(rounded({ ...found, domains }));
    }),
    { numRuns: runs, seed: seedOr(20261124) },
  );
}

/** A whole number: fast-check never ends a run of five and a half. */
const WHOLE = Math.ceil(RUNS / 9);

test(`a model with holes: ${RUNS} random assessments`, () => agree(holes, RUNS));
test(`the whole model: ${WHOLE} random assessments`, () => agree(installed().model, WHOLE));
