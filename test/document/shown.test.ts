/** Figures as people see them never claim more than there is. */
import { expect, test } from 'vitest';
import { percent } from '../../src/document/shown.js';

test.each([
  [1, '100%'],
  [0.996, '99%'],
  [0.5, '50%'],
  [0.004, '1%'],
  [0, '0%'],
  [null, 'n/a'],
])('a share of %s is shown as %s', (share, expected) => {
  expect(percent(share)).toBe(expected);
});
