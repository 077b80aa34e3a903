/** Reads an expression as a value: compiles it once to a function that asks its surroundings for the quantities. */
import type { Expression, Fold } from './expression.js';
import type { Value } from './value.js';
import { FUNCTIONS, type Operand } from './functions.js';

/** What an expression asks of the place it is evaluated at. */
export interface Surroundings<Q extends string = string> {
  /** A quantity of the thing at hand, or of what it belongs to. */
  of(quantity: Q): Value;
  /** A quantity of each part of the thing at hand, in order. */
  parts(quantity: Q): readonly Value[];
  /** A quantity of the sibling just before; undefined for the first. */
  previous(quantity: Q): Value | undefined;
  /** All values of a quantity, in the model's order. */
  column(quantity: Q): readonly Value[];
}

export type Compiled<Q extends string> = (at: Surroundings<Q>) => Value;

const FOLDS: Record<Fold, (numbers: readonly number[]) => number> = {
  sum: (numbers) => numbers.reduce((total, n) => total + n, 0),
  min: (numbers) => Math.min(...numbers),
  max: (numbers) => Math.max(...numbers),
};

/** Compiles an expression whose outermost step gives a single value. */
export function compile<Q extends string>(expression: Expression<Q>): Compiled<Q> {
  const run = compileOperand(expression);
  return (at) => {
    const result = run(at);
    if (typeof result === 'object') throw new Error('broken promise: an expression gives a single value');
    return result;
  };
}

function compileOperand<Q extends string>(e: Expression<Q>): (at: Surroundings<Q>) => Operand {
  switch (e.is) {
    case 'literal':
      return () => e.value;
    case 'of':
      return (at) => at.of(e.quantity);
    case 'previous':
      return (at) => at.previous(e.quantity) ?? e.first;
    case 'column':
      return (at) => at.column(e.quantity);
    case 'fold':
      return (at) => FOLDS[e.fold](at.parts(e.quantity).filter((v) => typeof v === 'number'));
    case 'count':
      return (at) => at.parts(e.quantity).filter((v) => (v === e.value) === e.equal).length;
    case 'call': {
      const args = e.args.map(compileOperand);
      if (e.fn === 'if') return compileChoice(args);
      const { compute } = FUNCTIONS[e.fn];
      return (at) => compute(args.map((arg) => arg(at)));
    }
  }
}

/** Only the branch taken is computed: the other may divide by zero. */
function compileChoice<Q extends string>(args: ((at: Surroundings<Q>) => Operand)[]): (at: Surroundings<Q>) => Operand {
  const [condition, then, otherwise] = args;
  if (!condition || !then || !otherwise) throw new Error('broken promise: a choice has a condition and two branches');
  return (at) => (condition(at) === true ? then(at) : otherwise(at));
}
