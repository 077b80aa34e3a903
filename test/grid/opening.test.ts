/** A text whose opening is that of no word is none of the words, however its letters and spaces were typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimmed } from '../../src/assessment/option-and-rest.js';
import { openingOf, openingsOf } from '../../src/grid/opening.js';
import { seedOr } from '../seed.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const openingIn = (text: string): number | undefined => openingOf(encode(`${text}</t>`), 0);
const pieces = fc.constantFrom(
  'n',
  'N',
  'o',
  'O',
  '/',
  'a',
  'A',
  ' ',
  '  ',
  '.',
  'k',
  '\u212a',
  'é',
  'É',
  '\t',
  '\u00a0',
  '9',
);
const texts = fc.array(pieces, { maxLength: 6 }).map((all) => all.join(''));
const asWord = (text: string): string => trimmed(text.trim()).toLowerCase();
/** The same word, typed in another way. */
const retyped = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => `${word} `,
  (word) => `${word}   `,
  (word) => ` ${word}`,
  (word) => `${word}\u00a0`,
  (word) => word.replaceAll(' ', '  '),
);

test('any word, typed in any way, is never passed over', () => {
  let told = 0;
  fc.assert(
    fc.property(texts.map(asWord), texts.map(asWord), retyped, (word, other, typedAs) => {
      const text = typedAs(word);
      const opening = openingIn(text);
      if (opening === undefined || asWord(text) !== word) return;
      told += 1;
      expect(openingsOf([other, word]).has(opening)).toBe(true);
    }),
    { numRuns: 20_000, seed: seedOr(20261127) },
  );
  expect(told).toBeGreaterThan(3_000);
});

test.each(['', 'No', '&#78;o', '_x004E_o', ' No', 'N o', 'Né!', '\tNo', 'É12'])('nothing is told of “%s”', (text) => {
  expect(openingIn(text)).toBeUndefined();
});

test('letters of either case open alike, other letters do not', () => {
  expect(openingIn('Not met')).toBe(openingIn('nOThing'));
  expect(openingIn('Not met')).not.toBe(openingIn('Nor'));
  expect(openingsOf(['not met', 'no']).has(openingIn('No  ') ?? 0)).toBe(true);
});
