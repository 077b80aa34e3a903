/** What a typed share comes to, in both layouts and every format, is what a second hand read in the prose. */
import { expect, test } from 'vitest';
import { scoreAssessment } from '../../src/scoring/score.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { shelfOf } from '../installed.js';
import { scoreByHand } from './lenses.js';
import { sharesByHand, sharesModel, typedShares } from './shares.js';

test.each([
  [2, undefined],
  [2, '0%'],
  [1, undefined],
  [1, '0%'],
  [1, '0.00'],
])('layout %i, format %s', async (layout, format) => {
  const { value } = readWorkbook(await typedShares(layout, format), shelfOf(sharesModel));
  const expected = sharesByHand(layout, format);
  expect(value && Object.fromEntries(value.assessment.answers)).toEqual(Object.fromEntries(expected.answers));
  expect(value && scoreAssessment(sharesModel, value.assessment).objectives).toEqual(
    scoreByHand(sharesModel, expected).objectives,
  );
});
