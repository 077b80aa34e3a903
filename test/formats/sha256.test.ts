/** The digest in plain code is the one that everybody else computes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/formats/sha256.js';
import { sha256 as byNode } from '../../src/host/digest.js';

test('as FIPS 180-4 has it', () => {
  const digest = (text: string): string => sha256(new TextEncoder().encode(text));
  expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digest('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('of any bytes what Node computes', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7 + length);
    expect(sha256(bytes)).toBe(byNode(bytes));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
      expect(sha256(bytes)).toBe(byNode(bytes));
    }),
  );
});
