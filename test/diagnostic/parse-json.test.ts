/** JSON of strangers is counted before anything is made of it. */
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { LIMITS } from '../../src/diagnostic/limits.js';
import { parseJson } from '../../src/diagnostic/parse-json.js';

afterEach(() => vi.restoreAllMocks());

/** A second way to count. */
const valuesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, each) => sum + valuesIn(each), 1)
    : 1;

test('whatever is JSON is read, up to just as many values as are allowed', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const most = valuesIn(value);
      expect(parseJson(`\uFEFF${text}`, most)).toEqual({ value: { raw: JSON.parse(text) as unknown }, findings: [] });
      expect(parseJson(text, most - 1).findings).toMatchObject([{ facts: { fault: 'too-many-values' } }]);
    }),
  );
});

test.each([
  ['values', `[${'1,'.repeat(1_000)}1]`, 'too-many-values'],
  ['objects in a list', `[${'{},'.repeat(1_000)}{}]`, 'too-many-values'],
  ['keys', `{${'"a":1,'.repeat(1_000)}"a":1}`, 'too-many-values'],
  ['lists in each other', `${'['.repeat(100)}${']'.repeat(100)}`, 'too-many-levels'],
  ['objects in each other', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, 'too-many-levels'],
  ['lists in each other that never end', '['.repeat(1_000_000), 'too-many-levels'],
])('of too many %s nothing is made', (_, text, fault) => {
  const parse = vi.spyOn(JSON, 'parse');
  const { value, findings } = parseJson(text, 1_000);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'hostile-file', facts: { fault } }]);
  expect(parse).not.toHaveBeenCalled();
});

test('as many levels as are allowed are read, and signs in texts count for nothing', () => {
  const deep = `${'['.repeat(LIMITS.depth)}${']'.repeat(LIMITS.depth)}`;
  expect(parseJson(deep, LIMITS.depth).findings).toEqual([]);
  expect(parseJson(JSON.stringify('[{,"\\'.repeat(1_000)), 1).findings).toEqual([]);
});

test('what is no JSON is told as that', () => {
  expect(parseJson('{"a":', 9).findings).toMatchObject([{ code: 'invalid-json' }]);
  expect(parseJson('', 9).findings).toMatchObject([{ code: 'invalid-json' }]);
});
