import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodePoints } from '../../src/desk/code-points.js';

describe('texts in the order of their code points', () => {
  it('is the order of their bytes in UTF-8', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '\uE000', '\uFFFD', '😀', '𝒜', '한'),
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(Math.sign(byCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 500 },
    );
  });
});
