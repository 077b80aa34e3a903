/** A name and what is said of it: as the regular expression says that is too slow for texts of strangers. */
import { expect, test } from 'vitest';
import { nameAndSaid } from '../../src/desk/name-and-said.js';

/** What is meant; cubic on blanks. */
const SAID = /^(.*?)\s*(?:[:=]|\s)\s*(\S+)$/s;

test('every short text is parted as the expression parts it', () => {
  const letters = ['a', 'b', ':', '=', ' ', '\n'];
  let texts = [''];
  for (let length = 1; length <= 5; length += 1) {
    texts = texts.flatMap((text) => letters.map((letter) => text + letter));
    for (const text of new Set(texts.map((each) => each.trim()))) {
      const [all, name, said] = SAID.exec(text) ?? [];
      expect([text, nameAndSaid(text)]).toEqual([text, all === undefined ? undefined : { name, said }]);
    }
  }
});

test('a text of blanks has an end', () => {
  expect(nameAndSaid(`GOV${' '.repeat(30_000)}x y`)).toEqual({ name: `GOV${' '.repeat(30_000)}x`, said: 'y' });
});
