/**
 * An expression is data: it is read as a number (`evaluate`), as an Excel formula (`toFormula`) and as words (`inWords`).
 * That is how a spreadsheet, the code and the document can't come to disagree about a figure.
 */
import type { FunctionName } from './functions.js';
import { BLANK, type Value } from './value.js';

/** How quantities are folded into one. */
export type Fold = 'sum' | 'min' | 'max';

/**
 * Quantities are named by `Q`. What a name stands for (a cell, a number) is up to whoever reads the expression:
 * `of` is a quantity of the thing at hand or of the one it belongs to, `fold` takes one from each of its parts,
 * `column` all values of a quantity in order, `count` how many parts show a given value, `previous` the quantity of the
 * sibling just before (`first` where there is none).
 */
export type Expression<Q extends string = string> =
  | { readonly is: 'literal'; readonly value: Value }
  | { readonly is: 'of'; readonly quantity: Q }
  | { readonly is: 'column'; readonly quantity: Q }
  | { readonly is: 'previous'; readonly quantity: Q; readonly first: Value }
  | { readonly is: 'fold'; readonly fold: Fold; readonly quantity: Q }
  | { readonly is: 'count'; readonly quantity: Q; readonly equal: boolean; readonly value: string }
  | { readonly is: 'call'; readonly fn: FunctionName; readonly args: readonly Expression<Q>[] };

type Term<Q extends string> = Expression<Q> | Value;

/** The builders of expressions over the quantities `Q`; plain values stand for themselves. */
export function builders<Q extends string>() {
  const term = (t: Term<Q>): Expression<Q> => (typeof t === 'object' ? t : { is: 'literal', value: t });
  const call =
    (fn: FunctionName) =>
    (...args: Term<Q>[]): Expression<Q> => ({ is: 'call', fn, args: args.map(term) });
  return {
    literal: (value: Value): Expression<Q> => ({ is: 'literal', value }),
    of: (quantity: Q): Expression<Q> => ({ is: 'of', quantity }),
    column: (quantity: Q): Expression<Q> => ({ is: 'column', quantity }),
    previous: (quantity: Q, first: Value): Expression<Q> => ({ is: 'previous', quantity, first }),
    sumOf: (quantity: Q): Expression<Q> => ({ is: 'fold', fold: 'sum', quantity }),
    minOf: (quantity: Q): Expression<Q> => ({ is: 'fold', fold: 'min', quantity }),
    maxOf: (quantity: Q): Expression<Q> => ({ is: 'fold', fold: 'max', quantity }),
    countWhere: (quantity: Q, value: string): Expression<Q> => ({ is: 'count', quantity, equal: true, value }),
    countWhereNot: (quantity: Q, value: string): Expression<Q> => ({ is: 'count', quantity, equal: false, value }),
    when: call('if'),
    and: call('and'),
    or: call('or'),
    not: call('not'),
    max: call('max'),
    equal: call('equal'),
    unequal: call('unequal'),
    below: call('below'),
    atMost: call('atMost'),
    above: call('above'),
    atLeast: call('atLeast'),
    plus: call('plus'),
    minus: call('minus'),
    times: call('times'),
    over: call('over'),
    join: call('join'),
    isNumber: call('isNumber'),
    round: call('round'),
    log10: call('log10'),
    wholePart: call('wholePart'),
    trim: call('trim'),
    clean: call('clean'),
    substitute: call('substitute'),
    left: call('left'),
    middle: call('middle'),
    positionIn: call('positionIn'),
    length: call('length'),
    countNumbers: call('countNumbers'),
    smallest: call('smallest'),
    find: call('find'),
    at: call('at'),
    rows: call('rows'),
    orElse: call('orElse'),
    repeat: call('repeat'),
    link: call('link'),
    year: call('year'),
    month: call('month'),
    dayOfMonth: call('dayOfMonth'),
    notAvailable: call('notAvailable'),
    blank: (t: Term<Q>): Expression<Q> => ({ is: 'call', fn: 'equal', args: [term(t), term(BLANK)] }),
    given: (t: Term<Q>): Expression<Q> => ({ is: 'call', fn: 'unequal', args: [term(t), term(BLANK)] }),
  };
}

/** Names of all quantities that an expression reads, each once, in order of appearance. */
export function quantitiesIn<Q extends string>(expression: Expression<Q>): Q[] {
  const names = new Set<Q>();
  const visit = (e: Expression<Q>): void => {
    if (e.is === 'call') e.args.forEach(visit);
    else if (e.is !== 'literal') names.add(e.quantity);
  };
  visit(expression);
  return [...names];
}
