/** Reads an expression as words, with the phrases of one language. */
import type { Expression, Fold } from './expression.js';
import { BLANK, type Value } from './value.js';
import type { FunctionName } from './functions.js';

/** The phrases of a language. Each takes the words of its parts and gives a phrase. */
export interface Phrases<Q extends string = string> {
  readonly quantity: (quantity: Q) => string;
  readonly previous: (quantity: Q) => string;
  /** The parts that a quantity is folded over, e.g. `its levels`. */
  readonly fold: (fold: Fold, quantity: Q) => string;
  readonly count: (quantity: Q, value: string, equal: boolean) => string;
  readonly value: (value: Value) => string;
  readonly isBlank: (what: string) => string;
  readonly isGiven: (what: string) => string;
  /** Cases in order, and what holds in none of them. */
  readonly choose: (cases: readonly { when: string; then: string }[], otherwise: string) => string;
  readonly call: Partial<Record<FunctionName, (...args: string[]) => string>>;
}

/** A phrase that says what the expression says. Functions without a phrase are a fault of the phrase book. */
export function inWords<Q extends string>(e: Expression<Q>, phrases: Phrases<Q>): string {
  switch (e.is) {
    case 'literal':
      return phrases.value(e.value);
    case 'of':
    case 'column':
      return phrases.quantity(e.quantity);
    case 'previous':
      return phrases.previous(e.quantity);
    case 'fold':
      return phrases.fold(e.fold, e.quantity);
    case 'count':
      return phrases.count(e.quantity, e.value, e.equal);
    case 'call':
      return callInWords(e, phrases);
  }
}

function callInWords<Q extends string>(e: Extract<Expression<Q>, { is: 'call' }>, phrases: Phrases<Q>): string {
  const words = (part: Expression<Q> | undefined): string => (part ? inWords(part, phrases) : '');
  if (e.fn === 'if') return chooseInWords(e, phrases);
  const [left, right] = e.args;
  if (right?.is === 'literal' && right.value === BLANK) {
    if (e.fn === 'equal') return phrases.isBlank(words(left));
    if (e.fn === 'unequal') return phrases.isGiven(words(left));
  }
  const phrase = phrases.call[e.fn];
  if (!phrase) throw new Error(`broken promise: the phrase book has words for ${e.fn}`);
  return phrase(...e.args.map(words));
}

/** A chain of ifs reads as a list of cases. */
function chooseInWords<Q extends string>(e: Extract<Expression<Q>, { is: 'call' }>, phrases: Phrases<Q>): string {
  const cases: { when: string; then: string }[] = [];
  let rest: Expression<Q> | undefined = e;
  while (rest?.is === 'call' && rest.fn === 'if') {
    const [condition, then, otherwise]: readonly Expression<Q>[] = rest.args;
    if (!condition || !then) break;
    cases.push({ when: inWords(condition, phrases), then: inWords(then, phrases) });
    rest = otherwise;
  }
  return phrases.choose(cases, rest ? inWords(rest, phrases) : '');
}
