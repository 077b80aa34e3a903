/** Reads an expression as words, with the phrases of one language. */
import type { Expression, Fold } from './expression.js';
import { BLANK, type Value } from './value.js';
import type { FunctionName } from './functions.js';

/** The phrases of a language. Each takes the words of its parts and gives a phrase. */
export interface Phrases<Q extends string = string> {
  readonly quantity: (quantity: Q) => string;
  /** `first` is what holds where there is none before. */
  readonly previous: (quantity: Q, first: string) => string;
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
      return phrases.previous(e.quantity, phrases.value(e.first));
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

interface Case<Q extends string> {
  /** All of them hold. */
  readonly when: readonly Expression<Q>[];
  readonly then: Expression<Q>;
}

/** A tree of ifs as a flat list, of which the first that fits counts; the last one is what holds otherwise. */
function casesOf<Q extends string>(e: Expression<Q>, when: readonly Expression<Q>[]): Case<Q>[] {
  const [condition, then, otherwise] = e.is === 'call' && e.fn === 'if' ? e.args : [];
  if (!condition || !then || !otherwise) return [{ when, then: e }];
  // What is said in the first branch holds under its condition only; the second is reached where it does not.
  return [...casesOf(then, [...when, condition]), ...casesOf(otherwise, when)];
}

/** A tree of ifs reads as a list of cases. */
function chooseInWords<Q extends string>(e: Expression<Q>, phrases: Phrases<Q>): string {
  const cases = casesOf(e, []);
  const last = cases.pop();
  const condition = (when: readonly Expression<Q>[]): string => {
    const [first, ...more] = when;
    return first && more.length === 0
      ? inWords(first, phrases)
      : inWords({ is: 'call', fn: 'and', args: when }, phrases);
  };
  return phrases.choose(
    cases.map(({ when, then }) => ({ when: condition(when), then: inWords(then, phrases) })),
    last ? inWords(last.then, phrases) : '',
  );
}
