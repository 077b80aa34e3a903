/** The list of what was not taken in is written piece by piece, and is what it would be in one piece. */
import { expect, test } from 'vitest';
import { rejectsFormat, type RejectedFor } from '../../src/formats/rejects.js';

const found: readonly RejectedFor[] = ['a\n  b', '{"', 'ü'].map((message, i) => ({
  ...{ code: 'unknown-option', severity: 'error', affects: 'score', message, file: `${i}.xlsx` },
}));

function written(name: string, pieces: readonly (readonly RejectedFor[])[]): string {
  const list = rejectsFormat(name)?.() ?? expect.fail('it is a list');
  return [list.begin, ...pieces.map((each) => list.next(each)), list.end()].join('');
}

test.each([[[]], [[found]], [[found.slice(0, 1), [], found.slice(1)]], [found.map((each) => [each])]])(
  'as JSON, %#',
  (pieces: readonly (readonly RejectedFor[])[]) => {
    const expected = { schemaVersion: 1, diagnostics: pieces.flat() };
    expect(written('list.JSON', pieces)).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  },
);

test('as CSV, a head and a line each', () => {
  const lines = written('list.csv', [found.slice(0, 1), [], found.slice(1)]).split('\r\n');
  expect([lines[0]?.slice(0, 6), lines.length]).toEqual(['\ufefffile,', 5]);
  expect(written('list.csv', [found])).toBe(lines.join('\r\n'));
});
