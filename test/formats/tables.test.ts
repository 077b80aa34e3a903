/** The lines of answers, which are written without a row for each, are those that rows give. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '../../src/assessment/fields.js';
import { tableText, type TableSource } from '../../src/formats/tables.js';

const IDS = ['GOV-1A', 'own, "1"', '=1', ''];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '=1+1', 'a;=1', 'a, b', 'a\n-1', '|@x', '\t1'),
);
const linked = fc.record({ text, link: text });
const values = Object.fromEntries(
  Object.keys(FIELDS.objective).map((name) => {
    if (name === 'measured') return [name, fc.double({ noNaN: true })];
    return [name, name === 'evidence' ? fc.oneof(text, linked) : text];
  }),
);
const sources = fc
  .record({
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    states: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom('met', 'unanswered')),
    answers: fc.dictionary(fc.constantFrom(...IDS), fc.record(values, { requiredKeys: [] })),
  })
  .map((source) => source as unknown as TableSource);

test('the lines of answers in CSV are the same, whether they are written from rows or without them', () => {
  const usual = tableText('answer', { format: 'csv', named: false });
  const fromRows = tableText('answer', { format: 'csv', named: false, shown: (row) => row });
  expect(usual.head).toBe(fromRows.head);
  fc.assert(
    fc.property(sources, (source) => {
      expect(usual.of(source)).toBe(fromRows.of(source));
    }),
    { numRuns: 500 },
  );
});
