/** A share is understood in one way by sheet and reader, and as it is shown; what can't be one is refused by both. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type AnswerCode, type Field } from '../../src/assessment/fields.js';
import { fieldWith } from '../../src/assessment/measured.js';
import { Choices } from '../../src/assessment/choices.js';
import { readCell } from '../../src/assessment/read-cell.js';
import { pointsTyped, typedFor } from '../../src/assessment/share.js';
import type { Finding } from '../../src/diagnostic/finding.js';
import { compile } from '../../src/formula/evaluate.js';
import type { CellValue, NumberKind } from '../../src/grid/grid.js';
import { show } from '../../src/layout/declare.js';
import { decoded } from '../../src/layout/sheets/calc.js';
import type { Kpi } from '../../src/model/model.js';
import { reachesTarget } from '../../src/scoring/rules.js';

const UNITS: readonly Kpi['unit'][] = ['percent', 'count', 'days', 'hours', 'minutes'];

function kpiIn(unit: Kpi['unit'], direction: Kpi['direction'] = 'at-least', threshold = 95): Kpi {
  return { measure: 'Share', unit, direction, threshold, window: 'now', source: 'A list' };
}

const number = (value: number, shown: NumberKind = 'plain'): CellValue => ({ kind: 'number', number: value, shown });
const text = (words: string): CellValue => ({ kind: 'text', text: words });

/** What the reader makes of a cell: the measured value, and the codes of what it says. */
function read(value: CellValue, kpi: Kpi, layout: number, answer?: AnswerCode): [number | undefined, ...string[]] {
  const said: Finding[] = [];
  const measured = readCell(
    fieldWith(FIELDS.objective.measured, kpi, layout),
    { column: 1, value },
    {
      at: () => ({}),
      report: (finding) => said.push(finding),
      date1904: false,
      choices: new Choices([]),
      months: new Map(),
      around: { isNumbered: () => false, ownList: () => undefined },
      takeReason: () => undefined,
      settling: () => ({ reaches: (points) => reachesTarget(kpi, points), answer }),
    },
  );
  return [measured === undefined ? undefined : Number(measured), ...said.map(({ code }) => code)];
}

/** What the formula of the sheet makes of it. */
function onSheet(field: Field, value: number | string): unknown {
  const nothing = (): never => {
    throw new Error('one cell only');
  };
  return compile(decoded(field, show.of('typed')))({
    of: () => value,
    parts: nothing,
    column: nothing,
    previous: nothing,
  });
}

describe('layout 2: what is seen is what counts', () => {
  const share = kpiIn('percent');
  test.each<[string, CellValue, number | undefined, ...string[]]>([
    ['97', number(97), 97],
    ['0.97', number(0.97), 97],
    ['97%', number(0.97, 'percent'), 97],
    ['0.57, whose hundredfold is 56.99999999999999', number(0.57), 57],
    ['0.6', number(0.6), 60],
    ['0.6%', number(0.006, 'percent'), 0.6],
    ['1', number(1), 100],
    ['0', number(0), 0],
    ['100', number(100), 100],
    ['50 in a percent cell', number(50, 'percent'), 50, 'points-in-percent-cell'],
    ['97%% in a percent cell', text('97%%'), 97, 'number-as-text'],
    ['97 % as text', text('97 %'), 97, 'number-as-text'],
    ['0.6% as text', text('0.6%'), 0.6, 'number-as-text'],
    ['0.97 as text', text('0.97'), 97, 'number-as-text'],
    ['950', number(950), undefined, 'number-out-of-range'],
    ['9700', number(9700), undefined, 'number-out-of-range'],
    ['46085', number(46_085), undefined, 'number-out-of-range'],
    ['3/4, which became a date', number(46_085, 'date'), undefined, 'not-a-number'],
    ['5000 in a percent cell', number(5000, 'percent'), undefined, 'number-out-of-range'],
    ['-0.5', number(-0.5), undefined, 'number-out-of-range'],
    ['950% as text', text('950%'), undefined, 'number-out-of-range'],
  ])('%s', (_, value, ...expected) => {
    expect(read(value, share, 2)).toEqual(expected);
  });

  test('a value that is written comes back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), (any) => {
        const kept = Number(any.toPrecision(12));
        expect(pointsTyped(typedFor(kept))).toBe(kept);
        expect(pointsTyped(typedFor(pointsTyped(any)))).toBe(pointsTyped(any));
      }),
    );
  });
});

describe('layout 1: by the format, and doubtful without one', () => {
  const [least, most] = [kpiIn('percent'), kpiIn('percent', 'at-most', 3)];
  test.each<[string, CellValue, Kpi, AnswerCode | undefined, number | undefined, ...string[]]>([
    ['97', number(97), least, undefined, 97],
    ['97% in a percent cell', number(0.97, 'percent'), least, undefined, 97, 'percent-cell'],
    ['0.97, at least 95', number(0.97), least, undefined, undefined, 'measured-ambiguous'],
    ['1, at least 95', number(1), least, undefined, undefined, 'measured-ambiguous'],
    ['0.9, at least 95', number(0.9), least, undefined, 0.9, 'share-as-points'],
    ['0.6, at most 3', number(0.6), most, undefined, undefined, 'measured-ambiguous'],
    ['0.02, at most 3', number(0.02), most, undefined, 0.02, 'share-as-points'],
    ['1, at most 3, answered Met', number(1), most, 'met', 1],
    ['1, at most 3, answered Not met', number(1), most, 'not-met', undefined, 'measured-ambiguous'],
    ['0', number(0), most, undefined, 0],
    ['950', number(950), least, undefined, undefined, 'number-out-of-range'],
    ['50 in a percent cell', number(50, 'percent'), least, undefined, undefined, 'number-out-of-range'],
    ['97%% in a percent cell', text('97%%'), least, undefined, 97, 'number-as-text'],
    ['0.97 as text', text('0.97'), least, undefined, undefined, 'measured-ambiguous'],
  ])('%s', (_, value, kpi, answer, ...expected) => {
    expect(read(value, kpi, 1, answer)).toEqual(expected);
  });
});

describe.each([1, 2])('other units, layout %i', (layout) => {
  test.each<[Kpi['unit'], string, CellValue, number | undefined, ...string[]]>([
    ['count', '3', number(3), 3],
    ['count', '2.5', number(2.5), undefined, 'number-out-of-range'],
    ['count', '-1', number(-1), undefined, 'number-out-of-range'],
    ['hours', '2.5', number(2.5), 2.5],
    ['days', '-1', number(-1), undefined, 'number-out-of-range'],
    ['hours', '50% in a percent cell', number(0.5, 'percent'), undefined, 'not-a-share'],
    ['count', '200% in a percent cell', number(2, 'percent'), undefined, 'not-a-share'],
    ['minutes', '50% as text', text('50%'), undefined, 'not-a-share'],
    ['days', '3/4, which became a date', number(46_085, 'date'), undefined, 'not-a-number'],
  ])('%s: %s', (unit, _, value, ...expected) => {
    expect(read(value, kpiIn(unit), layout)).toEqual(expected);
  });
});

test('the sheet and the reader make the same of any number, in every unit', () => {
  const typed = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -2, max: 120, noNaN: true }),
    fc.integer({ min: -5, max: 50_000 }),
    fc.integer({ min: -100, max: 12_000 }).map((n) => n / 100),
    fc.constantFrom(0, 1, 100, 1e9, 1e-320, 1 + 2 ** -52, 100.00000000000001, 5e-324),
  );
  fc.assert(
    fc.property(fc.constantFrom(...UNITS), typed, (unit, value) => {
      const kpi = kpiIn(unit);
      const [measured] = read(number(value), kpi, 2);
      expect(onSheet(fieldWith(FIELDS.objective.measured, kpi, 2), value)).toBe(measured ?? '');
    }),
    { numRuns: 2000 },
  );
});

test('what is no number counts as blank on the sheet', () => {
  for (const unit of UNITS)
    for (const value of ['', '97', '97%%', 'many'])
      expect(onSheet(fieldWith(FIELDS.objective.measured, kpiIn(unit), 2), value)).toBe('');
});
