/** What was probably meant. */
import { expect, test } from 'vitest';
import { suggest } from '../../src/diagnostic/suggest.js';

const TYPES = ['self-hosted', 'paas', 'api-saas'];

test.each([
  ['saas', 'api-saas'],
  ['Hosted', 'self-hosted'],
  ['pass', 'paas'],
  ['paas', 'paas'],
  ['selfhosted', 'self-hosted'],
  ['cloud', undefined],
])('%s means %s', (typed, meant) => expect(suggest(typed, TYPES)).toBe(meant));

test('half of several compounds means none of them more than the others', () => {
  expect(suggest('sheet', ['old-sheet', 'new-sheet'])).toBeUndefined();
});
