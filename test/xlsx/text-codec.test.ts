/** Texts by the host and by plain code: the same, and as strict. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBytes,
  decodeText,
  decodeTextPurely,
  decodeUtf8,
  decodeUtf8Purely,
  encodeAscii,
  encodeUtf8,
  encodeUtf8Purely,
} from '../../src/xlsx/text-codec.js';

/** Texts with characters of every length, and halves of some. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 10_000 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        '\u007f',
        '\u0080',
        '\u07ff',
        '\u0800',
        '\ud7ff',
        '\ue000',
        '\uffff',
        '\u{10000}',
        '\u{10ffff}',
        '\ufeff',
        '\ud800',
        '\udc00',
      ),
    )
    .map((pieces) => pieces.join('')),
);

/** Bytes of which some are texts: pieces of characters, whole ones, and what is none. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  texts.map((text) => new TextEncoder().encode(text)),
  fc
    .array(
      fc.constantFrom(
        0x41,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0xc0,
        0xc1,
        0xc2,
        0xdf,
        0xe0,
        0xe1,
        0xed,
        0xef,
        0xf0,
        0xf1,
        0xf4,
        0xf5,
        0xff,
      ),
      { maxLength: 6 },
    )
    .map((codes) => Uint8Array.from(codes)),
);
const runs = { numRuns: 5_000 };

test('UTF-8: the same texts, and the same bytes are none', () => {
  const refused = { count: 0 };
  fc.assert(
    fc.property(bytes, (given) => {
      const text = decodeUtf8(given);
      expect(decodeUtf8Purely(given)).toBe(text);
      if (text === undefined) refused.count += 1;
    }),
    runs,
  );
  expect(refused.count).toBeGreaterThan(500);
});

test('UTF-8: every character there is, and every pair of bytes', () => {
  for (let code = 0; code <= 0x10ffff; code += code < 0x3000 || code > 0x10ff00 ? 1 : 37) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = String.fromCodePoint(code);
    expect(decodeUtf8Purely(encodeUtf8Purely(text))).toBe(text);
  }
  for (let pair = 0; pair < 0x10000; pair += 1) {
    const given = Uint8Array.of(pair >> 8, pair & 255, 0x80, 0x80);
    if (decodeUtf8Purely(given) !== decodeUtf8(given))
      expect(decodeUtf8Purely(given), String(pair)).toBe(decodeUtf8(given));
  }
});

test('UTF-8: texts as bytes', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(encodeUtf8Purely(text)).toEqual(encodeUtf8(text));
    }),
    runs,
  );
});

test.each(['utf-16', 'utf-16le', 'utf-16be', 'UTF-16', 'utf-8', 'utf8'])(
  '%s: the same texts, and the same bytes are none',
  (encoding) => {
    const utf16 = fc
      .tuple(texts, fc.boolean())
      .map(([text, isOdd]) => new Uint8Array(Buffer.from(text, 'utf16le')).subarray(isOdd ? 1 : 0));
    fc.assert(
      fc.property(fc.oneof(bytes, utf16), (given) => {
        expect(decodeTextPurely(given, encoding)).toBe(decodeText(given, encoding));
      }),
      runs,
    );
  },
);

test('encodings that nobody knows, and those that only hosts know', () => {
  const given = Uint8Array.of(0x4d, 0xe9, 0x74);
  expect([decodeText(given, 'klingon'), decodeTextPurely(given, 'klingon')]).toEqual([undefined, undefined]);
  expect([decodeText(given, 'iso-8859-1'), decodeTextPurely(given, 'iso-8859-1')]).toEqual(['Mét', undefined]);
});

test('bytes as characters, and ASCII as bytes', () => {
  const given = Uint8Array.from({ length: 10_000 }, (_, i) => i % 256);
  expect(decodeBytes(given)).toBe(Buffer.from(given).toString('latin1'));
  expect(encodeAscii('<c r="A1">')).toEqual(new TextEncoder().encode('<c r="A1">'));
});
