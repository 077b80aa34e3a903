/** No text is cut in the middle of a character, and nothing that is told has half of one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from '../../src/diagnostic/finding.js';
import { firstUnits, hasHalf } from '../../src/diagnostic/half-characters.js';
import { told } from '../told.js';

const units = fc.array(fc.constantFrom('a', '\ud83d', '\ude00', '😀'), { maxLength: 30 }).map((all) => all.join(''));
const whole = fc.string({ unit: 'binary', maxLength: 200 });

test('the first units of a text are its beginning, as long as it may be, and whole', () => {
  fc.assert(
    fc.property(whole, fc.nat(250), (text, most) => {
      const cut = firstUnits(text, most);
      expect(text.startsWith(cut) && cut.length <= most && cut.length >= Math.min(text.length, most - 1)).toBe(true);
      expect(hasHalf(cut)).toBe(false);
    }),
  );
});

test('whatever is found, no diagnostic has half of a character in it', () => {
  fc.assert(
    fc.property(units, fc.nat(2_100), (text, n) => {
      const [diagnostic] = told([find('not-text', {}, { found: 'a'.repeat(n) + text })]);
      expect(hasHalf(JSON.parse(`"${JSON.stringify(diagnostic).replaceAll('"', '')}"`) as string)).toBe(false);
    }),
  );
});
