/** Names of copies: readable, each of its own, and such that no system takes them for anything else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CopyNames } from '../../src/desk/copy-names.js';
import { NASTY } from '../encode/nasty.js';

const digest = (begin: string, end = ''): string => `${begin.padEnd(64 - end.length, '0')}${end}`;
const given = (...sent: readonly (readonly [path: string, sha256: string])[]): (string | undefined)[] => {
  const names = new CopyNames();
  return sent.map(([path, sha256]) => names.nameFor(path, sha256));
};

test('copies are called after their files; files of one name in two folders are kept apart by their digests', () => {
  expect(given(['in/acme.xlsx', digest('aa')], ['in/deep/acme.xlsx', digest('bb')], ['x.y', digest('c')])).toEqual([
    'acme-aa000000.xlsx',
    'acme-bb000000.xlsx',
    'x-c0000000.xlsx',
  ]);
});

test('the same file twice is given back once; under another name, to its other sender as well', () => {
  expect(given(['a/acme.xlsx', digest('a')], ['b/acme.xlsx', digest('a')], ['b/copy.xlsx', digest('a')])).toEqual([
    'acme-a0000000.xlsx',
    undefined,
    'copy-a0000000.xlsx',
  ]);
});

test('equal names are numbered, also where digests were made to begin alike', () => {
  const names = given(
    ...[1, 2, 3].map((n) => [`${n}/acme.xlsx`, digest('a', `${n}`)] as const),
    ['4/ACME.xlsx', digest('a', '4')],
    ['5/acme.xlsx', digest('a', '2')],
  );
  expect(names).toEqual([
    'acme-a0000000.xlsx',
    'acme-a0000000-2.xlsx',
    'acme-a0000000-3.xlsx',
    'ACME-a0000000-4.xlsx',
    undefined,
  ]);
  expect(given(['\u00e9.xlsx', digest('a', '1')], ['e\u0301.xlsx', digest('a', '2')])[1]).toMatch(/-2\.xlsx$/);
});

test.each([
  ['batch.zip/..\\..\\a:b?.xlsx', 'a_b_'],
  ['batch.zip/new\nline.xlsx', 'new_line'],
  ['batch.zip/nul\u0000 and \u001b[2J\u009b.xlsx', 'nul_ and _[2J_'],
  ['batch.zip/-rf.xlsx', '_rf'],
  ['batch.zip/.hidden', '_hidden'],
  ['batch.zip/ - .x.xlsx', '_x'],
  ['batch.zip/no end', 'no end'],
  ['batch.zip/turned\u202exslx.xlsx', 'turned_xslx'],
  ['batch.zip/half \ud83d.xlsx', 'half _'],
  ['batch.zip/NUL.xlsx', '_NUL'],
  ['batch.zip/com1.tar.xlsx', '_com1.tar'],
  ['batch.zip/console.xlsx', 'console'],
  ['batch.zip/', '_'],
])('%j becomes a name that is nothing else', (path, stem) => {
  expect(given([path, digest('a')])).toEqual([`${stem}-a0000000.xlsx`]);
});

test('names are limited in bytes, and end with whole characters', () => {
  for (const letter of ['ж', '漢', '😀']) {
    const [name = ''] = given([`batch.zip/${letter.repeat(300)}.xlsx`, digest('b')]);
    expect(Buffer.byteLength(name)).toBeLessThan(180);
    expect(name.replace('-b0000000.xlsx', '').replaceAll(letter, '')).toBe('');
    expect(Buffer.byteLength(name)).toBeGreaterThan(150);
  }
});

test('the name of an annotated copy is valid on all operating systems, regardless of the original file name', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('/', '\\', '.', '-', '\0', 'con', ...Object.values(NASTY))).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (path) => {
      const [name = ''] = given([path, digest('a')]);
      expect(name).toMatch(
        /^[^-.\s/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}][^/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*-a0000000\.xlsx$/u,
      );
      expect(Buffer.byteLength(name)).toBeLessThan(180);
    }),
  );
});
