/** Names that look the same are the same, and one that is not seen is none. */
import { expect, test } from 'vitest';
import { organizationKey, plainName } from '../../src/desk/row.js';

const key = (name: string, digest = 'd'): string => organizationKey({ name, unit: '' }, digest);

test.each([
  ['a blank without width', 'Ac\u200bme'],
  ['a mark of byte order', '\ufeffAcme'],
  ['a word joiner', 'Acme\u2060'],
  ['a soft hyphen', 'Ac\u00adme'],
  ['a mark of direction', '\u200eAcme\u200f'],
  ['tags', 'Acme\u{e0041}'],
  ['a variation selector', 'Acme\ufe0f'],
  ['full width', 'Ａｃｍｅ'],
  ['a blank that does not break', '\u00a0Acme '],
])('%s makes no other organization', (_, name) => {
  expect(key(name)).toBe(key('Acme'));
});

test.each(['\u200b', '\u2060\u2060', '\u3164', '\u115f\u1160', '\uffa0', '\u2800', '\u00ad', ' \t', '\u{e0020}'])(
  'a name of nothing that is seen is none (%j)',
  (name) => {
    expect(plainName(name)).toBe('');
    expect(key(name, 'one')).not.toBe(key(name, 'two'));
  },
);

test('letters and words stay apart', () => {
  expect(new Set(['Acme', 'Ac me', 'Acmé', 'Acme2', 'Аcme'].map((name) => key(name))).size).toBe(5);
});
