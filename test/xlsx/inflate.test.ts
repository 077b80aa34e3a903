/** What a host brings for packed data gives what plain code gives: the same bytes, or neither any. */
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZLIB } from '../../src/host/zlib.js';
import { PURE_DEFLATER } from '../../src/xlsx/deflate.js';
import { crc32Purely, PURE_INFLATER, type Inflater, type NotInflated } from '../../src/xlsx/inflate.js';

const MOST = 1 << 20;
const INFLATERS: readonly (readonly [string, Inflater])[] = [
  ['zlib', ZLIB],
  ['plain code', PURE_INFLATER],
];

/** zlib itself; undefined where it refuses. */
function byZlib(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    return bytes.length <= most ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const hex = (bytes: Uint8Array | NotInflated | undefined): string | undefined =>
  bytes === undefined || typeof bytes === 'string' ? undefined : Buffer.from(bytes).toString('hex');

/** What is in packages, and what isn't: repeated pieces far and near, and noise. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .tuple(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 400 }),
    )
    .map(([pieces, order]) => Uint8Array.from(order.flatMap((n) => [...(pieces[n % pieces.length] ?? [])]))),
  fc.tuple(fc.nat(255), fc.nat(70_000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
  fc.nat(2 ** 31).map((seed) => {
    // As uneven as letters are, so that some codes are as long as codes can be.
    let state = seed;
    return Uint8Array.from({ length: 40_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.clz32(state) * 8 + (state & 7);
    });
  }),
);
const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;
const strategies = fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE);
const packings = fc.record({ level: fc.nat(9), strategy: strategies, memLevel: fc.integer({ min: 1, max: 9 }) });

test('what was packed, in whatever way, is unpacked', () => {
  const property = fc.property(contents, packings, (bytes, options) => {
    const packed = deflateRawSync(bytes, options);
    for (const [, { inflate }] of INFLATERS) {
      expect(hex(inflate(packed, bytes.length))).toBe(hex(bytes));
      expect(hex(inflate(packed, MOST))).toBe(hex(bytes));
    }
  });
  fc.assert(property, { numRuns: 150 });
});

test('what is more than it may be is refused as too long, to the byte', () => {
  const property = fc.property(contents, packings, fc.nat(), (bytes, options, n) => {
    fc.pre(bytes.length > 0);
    const packed = deflateRawSync(bytes, options);
    for (const [, { inflate }] of INFLATERS) {
      expect(inflate(packed, bytes.length - 1)).toBe('too-long');
      expect(inflate(packed, n % bytes.length)).toBe('too-long');
    }
  });
  fc.assert(property, { numRuns: 150 });
});

test('a bomb is given up at once', () => {
  const bomb = deflateRawSync(new Uint8Array(200 * 1024 * 1024));
  for (const [name, { inflate }] of INFLATERS) {
    const start = performance.now();
    expect(inflate(bomb, 1000)).toBe('too-long');
    expect(performance.now() - start, name).toBeLessThan(50);
  }
});

type Damage = (packed: Uint8Array) => Uint8Array;
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(7)).map(
    ([n, bit]): Damage =>
      (packed) =>
        packed.map((byte, i) => (i === n % packed.length ? byte ^ (1 << bit) : byte)),
  ),
  // Where a block says what its codes are, every bit counts.
  fc.tuple(fc.nat(60), fc.nat(7)).map(
    ([at, bit]): Damage =>
      (packed) =>
        packed.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte)),
  ),
  fc.nat().map(
    (n): Damage =>
      (packed) =>
        packed.subarray(0, n % packed.length),
  ),
  fc.uint8Array({ maxLength: 6 }).map(
    (more): Damage =>
      (packed) =>
        Uint8Array.from([...packed, ...more]),
  ),
);

test('what is damaged gives the same bytes as by zlib, or none', () => {
  let [given, refused] = [0, 0];
  const property = fc.property(contents, packings, damages, (bytes, options, damage) => {
    const packed = damage(deflateRawSync(bytes, options));
    const expected = hex(byZlib(packed, MOST));
    expect(hex(PURE_INFLATER.inflate(packed, MOST))).toBe(expected);
    expect(hex(ZLIB.inflate(packed, MOST))).toBe(expected);
    const [zlib, plain] = [ZLIB.inflate(packed, bytes.length), PURE_INFLATER.inflate(packed, bytes.length)];
    expect(typeof zlib === 'string' ? zlib : hex(zlib)).toBe(typeof plain === 'string' ? plain : hex(plain));
    if (expected === undefined) refused += 1;
    else given += 1;
  });
  fc.assert(property, { numRuns: Number(process.env['AISMM_FUZZ'] ?? 600) });
  expect(Math.min(given, refused)).toBeGreaterThan(20);
});

test('noise that is taken for packed data gives the same bytes as by zlib, or none', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 120 }), fc.constantFrom(0, 1, 2, 3, 4, 5), (noise, head) => {
    noise[0] = ((noise[0] ?? 0) & ~7) | head;
    expect(hex(PURE_INFLATER.inflate(noise, MOST))).toBe(hex(byZlib(noise, MOST)));
  });
  fc.assert(property, { numRuns: Number(process.env['AISMM_FUZZ'] ?? 2_000) });
});

/** Bits of a stream, first ones first. */
const stream = (...bits: string[]): Uint8Array => {
  const all = bits.join('').replaceAll(' ', '');
  return Uint8Array.from({ length: Math.ceil(all.length / 8) }, (_, i) =>
    parseInt([...all.slice(8 * i, 8 * i + 8).padEnd(8, '0')].reverse().join(''), 2),
  );
};

/** 65 literals without a code, and 190 of them, in a code for lengths that has one bit for 18. */
const [NONE_OF_65, NONE_OF_190] = ['0 0110110', '0 1111111 0 1001010'];
const ENDLESS = stream(
  '1 01',
  '00000 00000 0111',
  '000 000 100 010',
  '000'.repeat(13),
  '010',
  [NONE_OF_65, '11', '11', NONE_OF_190, '10'].join(' '),
  '0'.repeat(800),
);

test.each([
  ['a block of no known kind', stream('1 11')],
  ['a length that is stated twice and differs', Uint8Array.of(1, 3, 0, 3, 0, 1, 2, 3)],
  ['less than its length says', Uint8Array.of(1, 3, 0, 252, 255, 1, 2)],
  ['a reference before the beginning', stream('1 10', '0000001', '00000', '0000000')],
  ['a distance that has no meaning', stream('1 10', '00110001', '0000001', '11110', '0000000')],
  ['a length that has no meaning', stream('1 10', '11000110', '00000', '0000000')],
  [
    'a code set with places left',
    stream(
      '1 01',
      '00000 00000 0011',
      '000 000 100 010',
      '000'.repeat(11),
      '010',
      [NONE_OF_65, '11', NONE_OF_190, '11', '10'].join(' '),
      '00 01',
    ),
  ],
  ['a code set without an end', ENDLESS],
  ['nothing', new Uint8Array()],
  ['no end', stream('0 10', '0000000')],
  ['more literals than there are', stream('1 01', '01111', '00000', '0000')],
  ['no codes for lengths', stream('1 01', '00000', '00000', '0000', '000000000000')],
])('%s is damage', (_, packed) => {
  for (const [name, { inflate }] of INFLATERS) {
    expect([inflate(packed, MOST), inflate(packed, 2)], name).toEqual(['damaged', 'damaged']);
  }
  expect(byZlib(packed, MOST)).toBeUndefined();
});

test('checksums are the same, and what plain code packs is unpacked', () => {
  const property = fc.property(contents, (bytes) => {
    expect(crc32Purely(bytes)).toBe(crc32(bytes));
    expect(hex(byZlib(PURE_DEFLATER.deflate(bytes), MOST))).toBe(hex(bytes));
  });
  fc.assert(property, { numRuns: 100 });
});
