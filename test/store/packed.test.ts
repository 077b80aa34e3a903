/** What is packed for a database comes back as it was, and bytes that somebody made up cost no more than they say. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf, LONG_COLUMNS, type LongColumns } from '../../src/desk/row.js';
import { packContent, unpackContent } from '../../src/host/packed-content.js';
import { dictionaryFor, packedIn, packedWith, packRow } from '../../src/host/packing.js';
import { NO_TIME, timeBytes, timeIn } from '../../src/store/packed/copies.js';
import { Frames, OWN_COLUMNS, packNarrow, type Links, type NarrowColumns } from '../../src/store/packed/narrow.js';
import { NASTY } from '../encode/nasty.js';
import { entry } from './entries.js';

const NONE = new Uint8Array();
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(...Object.values(NASTY), '\0', '\ud800'),
);
const value = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.record({ text, link: text }));
const name = fc.oneof(fc.constantFrom('answer', 'evidence', 'notes', '__proto__', '7', ''), fc.string());
const fields = fc.dictionary(name, value, { maxKeys: 4 });
const group = fc.record({ id: fc.string(), maturity: fc.option(fc.double()) });
const row = fc
  .record({
    organization: fields,
    scores: fc.oneof(
      fields,
      fc.record({ selection: fc.array(text), domains: fc.array(group), categories: fc.array(fields) }),
    ),
    answers: fc.dictionary(name, fc.oneof(fields, value), { maxKeys: 6 }),
    findings: fc.array(fields),
    feedback: fc.array(fields),
  })
  .map((values) => Object.fromEntries(LONG_COLUMNS.map((each) => [each, JSON.stringify(values[each])])) as LongColumns);

/** As JSON, which tells the order of names. */
const shown = (content: unknown): string => JSON.stringify(content);

test('content comes back with all names in their order, whatever is in it', () => {
  fc.assert(
    fc.property(row, fc.uint8Array({ maxLength: 40 }), (long, dictionary) => {
      expect(shown(unpackContent(packContent(contentOf(long), dictionary), dictionary))).toBe(shown(contentOf(long)));
    }),
    { numRuns: 500 },
  );
});

test('a row that was packed where it was read is kept as if the store had packed it, whatever the store packs with', () => {
  const row = entry({ sha: 'a' }).row ?? expect.fail('it has a row');
  const content = contentOf(row);
  const ours = packedWith(Buffer.from(dictionaryFor(row.model)));
  expect(ours.bytes.length).toBeGreaterThan(10_000);
  const ready = packRow(row, ours);
  expect(LONG_COLUMNS.filter((name) => name in ready)).toEqual([]);
  for (const bytes of [ours.bytes, NONE, Buffer.from('a dictionary of an earlier version')]) {
    const inStore = packedWith(bytes);
    expect(packedIn(ready, inStore)).toEqual(packContent(content, bytes));
    expect(packedIn(row, inStore)).toEqual(packContent(content, bytes));
  }
  expect(packedIn(ready, ours)).toBe(ready.packed);
});

test('bytes that are made up unpack to no more than they say, and damage is no content', () => {
  const long = entry({ sha: 'a' }).row ?? expect.fail('it has a row');
  const packed = packContent(contentOf(long), NONE);
  const head = (size: number, ends = 0): Buffer => {
    const made = Buffer.from(packed.subarray(0, 9));
    made.writeUInt32LE(size, 1);
    made.writeUInt32LE(ends, 5);
    return made;
  };
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  for (const [bytes, why] of [
    [Buffer.concat([head(100), bomb]), 'larger'],
    [Buffer.concat([head(0xffffffff), bomb]), 'too long'],
    [Buffer.concat([head(10, 20), bomb]), 'too long'],
    [packed.subarray(0, packed.length - 20), 'end of file'],
    [packed.subarray(0, 4), 'out of range'],
    [Buffer.concat([Buffer.from([9]), packed.subarray(1)]), 'another form'],
  ] as const)
    expect(() => unpackContent(bytes, NONE), why).toThrow(why);
});

test('times are in the order of their bytes', () => {
  const time = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(0, -0, 1.5, -1),
  );
  fc.assert(
    fc.property(time, time, (a, b) => {
      expect(timeIn(timeBytes(a))).toBe(a + 0);
      expect(Math.sign(Buffer.compare(timeBytes(a), timeBytes(b)))).toBe(a === b ? 0 : a < b ? -1 : 1);
    }),
  );
  expect(`X'${timeBytes(0).toString('hex')}'`).toBe(NO_TIME);
});

test('narrow columns come back as they were, and a flipped bit anywhere in a frame is told', () => {
  const figure = fc.oneof(
    fc.constantFrom(null, -0),
    fc.integer({ min: -3, max: 300 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const pairs = fc.array(fc.tuple(figure, figure));
  const plain = fc.string({ unit: 'grapheme' });
  const narrow = fc
    .record({
      ...{
        sha256: plain,
        status: plain,
        model: plain,
        key: plain,
        name: plain,
        unit: plain,
        as_of: plain,
        tool: plain,
      },
      ...{ industry: plain, size_band: plain, region: plain, size: fc.nat(), maturity: figure, floor: figure },
      ...{
        completeness: figure,
        figures: fc.tuple(pairs, pairs),
        states: fc.array(fc.constantFrom('m', 'p', 'u', 'b', 'e', 'x')),
      },
    })
    .map(
      (row) =>
        ({ ...row, figures: JSON.stringify(row.figures), states: row.states.join('') }) as unknown as NarrowColumns,
    );
  const links = fc.record({ outline: fc.nat(), dictionary: fc.nat(), content: fc.nat({ max: 0xffffffff }) });
  const framed = (row: NarrowColumns, of: Links): Buffer =>
    Buffer.concat([packNarrow(row, of).data, ...OWN_COLUMNS.map((each) => Buffer.from(row[each]))]);
  fc.assert(
    fc.property(fc.array(fc.tuple(narrow, links), { minLength: 1, maxLength: 4 }), fc.nat(), (rows, bit) => {
      const bytes = Buffer.concat(rows.map(([row, of]) => framed(row, of)));
      const frames = new Frames(bytes);
      for (const [row, of] of rows) {
        expect(frames.next()).toBe(true);
        // As JSON has it, which knows no -0.
        expect(frames.row()).toEqual(JSON.parse(JSON.stringify(row)));
        const { sha256, model, key, states: told } = row;
        expect(frames.assessed()).toEqual({ sha256, model, key, states: told });
        expect(frames.links).toEqual(of);
        const { figures, states } = frames.counted();
        expect(JSON.stringify(figures)).toBe(row.figures);
        expect(states).toBe(row.states);
      }
      expect(frames.next()).toBe(false);
      const at = bit % (bytes.length * 8);
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(() => {
        for (const flipped = new Frames(bytes); flipped.next(););
      }).toThrow();
    }),
    { numRuns: 300 },
  );
});
