/** A long text skips the steps of writing a workbook, and the file contains it as it contains a short one. */
import { strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LongTexts } from '../../src/xlsx/long-texts.js';
import { unshield } from '../../src/xlsx/shield.js';
import { escapeXml } from '../../src/xlsx/text.js';

/** As many steps of the writing see of a long text. */
const SHORT = 20;
const piece = fc.constantFrom('&', '<', '>', '"', "'", ' ', '\n', 'é', '한', '😀', '\uf8f2', '\uf8f30\uf8f3', 'text');
const text = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.constantFrom(1, 5_000))
  .map(([pieces, times]) => pieces.join('').repeat(times));

describe('texts of any length', () => {
  test('come out escaped in their places, the same one twice, and the long ones travel as short signs', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const long = new LongTexts();
        const sent = [...texts, ...texts].map((each) => long.shorten(each));
        for (const [i, each] of sent.entries())
          if ((texts[i % texts.length] ?? '').length > 5_000) expect(each.length).toBeLessThan(SHORT);
        // What exceljs makes of them.
        const xml = sent.map((each) => `<t>${escapeXml(each)}</t>`).join('');
        const written = strFromU8(long.bytesOf(unshield(xml.replaceAll('&quot;', '"'))));
        expect(written).toBe(
          [...texts, ...texts].map((each) => `<t>${escapeXml(each).replaceAll('&quot;', '"')}</t>`).join(''),
        );
      }),
      { numRuns: 60 },
    );
  });
});
