/** One expression, three readings: a value, a formula, words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/formula/evaluate.js';
import { builders, quantitiesIn, type Expression } from '../../src/formula/expression.js';
import { inWords, type Phrases } from '../../src/formula/in-words.js';
import { toFormula } from '../../src/formula/to-formula.js';
import type { Value } from '../../src/formula/value.js';
import { seedOr } from '../seed.js';

const e = builders<'a' | 'b' | 'c'>();
const { of, when, blank } = e;

const valueOf = (expression: Expression<'a' | 'b' | 'c'>, values: Partial<Record<'a' | 'b' | 'c', Value>>): Value =>
  compile(expression)({
    of: (q) => values[q] ?? '',
    parts: () => [3, 1, 'n/a', 2],
    column: () => ['x', 'Y', 5],
    previous: () => undefined,
  });

const formulaOf = (expression: Expression<'a' | 'b' | 'c'>): string =>
  toFormula(expression, {
    of: (q) => q.toUpperCase() + '1',
    parts: () => ['D1:D4', 'E9'],
    column: () => 'col',
    previous: () => undefined,
    narrow: () => [['cat', '"GOV"']],
  });

describe('as a formula', () => {
  test.each([
    [e.minus(of('a'), e.minus(of('b'), of('c'))), 'A1-(B1-C1)'],
    [e.minus(e.minus(of('a'), of('b')), of('c')), 'A1-B1-C1'],
    [e.over(of('a'), e.times(of('b'), of('c'))), 'A1/(B1*C1)'],
    [e.times(e.plus(of('a'), 1), 2), '(A1+1)*2'],
    [when(blank(of('a')), 'n/a', e.max(0, of('a'))), 'IF(A1="","n/a",MAX(0,A1))'],
    [e.literal('say "x"'), '"say ""x"""'],
    [e.literal(1e-9), '0.000000001'],
    [e.sumOf('a'), 'SUM(D1:D4,E9)'],
    [e.countWhere('a', 'met'), 'COUNTIFS(cat,"GOV",col,"met")'],
    [e.countWhereNot('a', 'met'), 'COUNTIFS(cat,"GOV",col,"<>met")'],
    [e.previous('a', true), 'TRUE'],
    [e.join(e.plus(of('a'), 1), 'x'), 'A1+1&"x"'],
  ])('%#', (expression, formula) => expect(formulaOf(expression)).toBe(formula));
});

describe('as a value', () => {
  test.each<[string, Expression<'a' | 'b' | 'c'>, Partial<Record<'a' | 'b' | 'c', Value>>, Value]>([
    ['aggregates pass over texts', e.minOf('a'), {}, 1],
    ['counts of parts', e.countWhereNot('a', 'n/a'), {}, 4 - 1],
    ['only the branch taken is computed', when(e.above(of('a'), 0), e.over(1, of('a')), 'none'), { a: 0 }, 'none'],
    ['texts compare without case', e.equal(of('a'), 'MET'), { a: 'met' }, true],
    ['numbers come before texts', e.below(of('a'), of('b')), { a: 9, b: 'n/a' }, true],
    ['a blank is not 0', e.equal(of('a'), 0), { a: '' }, false],
    ['trim takes spaces alone', e.trim(of('a')), { a: '  a  b ' }, 'a b'],
    ['what is not found is replaced', e.orElse(e.find('z', e.column('a'), 0), 'none'), {}, 'none'],
    ['… also where it is part of a text', e.orElse(e.join('a', e.find('z', e.column('a'), 0)), 'none'), {}, 'none'],
    ['what is found has a position', e.find('y', e.column('a'), 0), {}, 2],
  ])('%s', (_, expression, values, expected) => expect(valueOf(expression, values)).toBe(expected));
});

test('in words: a chain of ifs is a list of cases', () => {
  const phrases: Phrases<'a' | 'b' | 'c'> = {
    quantity: (q) => `the ${q}`,
    previous: (q) => `the ${q} before`,
    fold: (fold, q) => `the ${fold} of ${q}`,
    count: (q, value) => `how many ${q} are ${value}`,
    value: String,
    isBlank: (what) => `${what} is blank`,
    isGiven: (what) => `${what} is given`,
    choose: (cases, otherwise) =>
      cases.map(({ when: w, then }) => `${then} if ${w}`).join(', ') + `, else ${otherwise}`,
    call: { above: (x, y) => `${x} is above ${y}` },
  };
  const expression = when(blank(of('a')), 'none', when(e.above(of('b'), 0), of('b'), e.sumOf('c')));
  expect(inWords(expression, phrases)).toBe('none if the a is blank, the b if the b is above 0, else the sum of c');
  expect(() => inWords(e.times(1, 2), phrases)).toThrow('words for times');
});

/** Words of a language that a machine can read: what they say can be compared with what the expression gives. */
const CODE: Phrases<'a' | 'b' | 'c'> = {
  quantity: (q) => `v.${q}`,
  previous: (_, first) => first,
  fold: () => '0',
  count: () => '0',
  value: (value) => JSON.stringify(value),
  isBlank: (what) => `(${what} === '')`,
  isGiven: (what) => `(${what} !== '')`,
  choose: (cases, otherwise) => `(${cases.map(({ when: w, then }) => `${w} ? ${then} : `).join('')}${otherwise})`,
  call: {
    and: (...parts) => `(${parts.join(' && ')})`,
    or: (...parts) => `(${parts.join(' || ')})`,
    not: (part) => `(!${part})`,
  },
};

test('in words: choices inside choices say what the expression gives', () => {
  type E = Expression<'a' | 'b' | 'c'>;
  const anyCondition = fc.letrec<{ condition: E }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<E>(of('a'), of('b'), of('c')),
      fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => e.and(x, y)),
      fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => e.or(x, y)),
      tie('condition').map((x) => e.not(x)),
    ),
  })).condition;
  const anyChoice = fc.letrec<{ choice: E }>((tie) => ({
    choice: fc.oneof(
      { depthSize: 'medium' },
      fc.integer({ min: 0, max: 9 }).map((n) => e.literal(n)),
      fc.tuple(anyCondition, tie('choice'), tie('choice')).map(([x, y, z]) => when(x, y, z)),
    ),
  })).choice;
  const values = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() });
  let nested = 0;
  fc.assert(
    fc.property(anyChoice, values, (choice, v) => {
      const words = inWords(choice, CODE);
      if (words.includes('?')) nested += 1;
      expect(new Function('v', `return ${words}`)(v)).toBe(valueOf(choice, v));
    }),
    { numRuns: 2_000, seed: seedOr(20261124) },
  );
  expect(nested).toBeGreaterThan(300);
});

test('an expression names the quantities that it reads', () => {
  expect(quantitiesIn(when(blank(of('a')), e.sumOf('b'), of('a')))).toEqual(['a', 'b']);
});
