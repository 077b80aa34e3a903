/** Random tests accept a seed, and print it when they fail. */
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenSeed, seedOr } from './seed.js';

test('a seed is a whole number, and a wrong one is not passed over', () => {
  expect([undefined, '', '7', '-3'].map(givenSeed)).toEqual([undefined, undefined, 7, -3]);
  expect(() => givenSeed('seven')).toThrow('Invalid AISMM_SEED "seven"');
});

test('what fails names its seed', () => {
  const seed = seedOr(7);
  const failing = (): void => {
    fc.assert(
      fc.property(fc.integer(), () => false),
      { seed },
    );
  };
  expect(failing).toThrow(`seed: ${seed}`);
});

test('no random test has a seed that cannot be changed', () => {
  const root = new URL('.', import.meta.url).pathname;
  const fixed = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'seed.test.ts')
    .filter((name) => /numRuns[^}\n]*\bseed: \d/.test(readFileSync(root + name, 'utf8')));
  expect(fixed).toEqual([]);
});
