/** Keys twice in one object, told apart from the same key in another object, and from texts that look like keys. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKeys } from '../../src/assessment/repeated-keys.js';

test('what a program has written has no key twice', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
      expect(repeatedKeys(JSON.stringify(value, null, space))).toEqual([]);
    }),
  );
});

test('a key that is put into an object a second time is found, with both lines', () => {
  const key = fc.string({ unit: 'grapheme' });
  const record = fc.dictionary(key, fc.jsonValue(), { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(record, fc.nat(), fc.nat({ max: 5 }), (value, n, depth) => {
      const again = Object.keys(value)[n % Object.keys(value).length] ?? '';
      const object = `${JSON.stringify(value).slice(0, -1)},\n${JSON.stringify(again)}: 1}`;
      const json = `${'[{"a":'.repeat(depth)}${object}${'}]'.repeat(depth)}`;
      expect(repeatedKeys(json)).toEqual([{ key: again, firstLine: 1, line: 2, column: 1 }]);
    }),
  );
});

test.each([
  '{"a":{"a":1},"b":[{"a":1},{"a":1}]}',
  '{"a":"a","b":"\\"a\\":","c":["a","a"]}',
  '{"__proto__":1,"constructor":2}',
])('%s has none', (json) => {
  expect(repeatedKeys(json)).toEqual([]);
});

test('a hostile file is looked at once, and not all of it is told', () => {
  const keys = '"a":0,'.repeat(500_000);
  expect(repeatedKeys(`{${keys}"a":0}`)).toHaveLength(100);
  const many = Array.from({ length: 200_000 }, (_, i) => `"${i}":0`).join();
  expect(repeatedKeys(`{${many}}`)).toEqual([]);
  const deep = 1_000_000;
  expect(repeatedKeys(`${'['.repeat(deep)}${']'.repeat(deep)}`)).toEqual([]);
});
