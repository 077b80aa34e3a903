/** Reads an expression as a value: compiles it once to a function that takes the quantities from where they are kept. */
import type { Expression, Fold } from './expression.js';
import { compare, FUNCTIONS, type Operand } from './functions.js';
import type { Value } from './value.js';

/** Where quantities are kept, and how they are found at a place, whatever names one: `At`. Asked once for each expression. */
export interface Source<Q extends string, At> {
  /** A quantity of the thing at hand, or of what it belongs to. */
  of(quantity: Q): (at: At) => Value;
  /** A quantity of the sibling just before; undefined for the first. */
  previous(quantity: Q): (at: At) => Value | undefined;
  /** All values of a quantity, in the model's order. */
  column(quantity: Q): (at: At) => readonly Value[];
  /** A quantity of each part of the thing at hand, in order, put together by `step` from `start` on. */
  fold(quantity: Q, start: number, step: (so: number, value: Value) => number): (at: At) => number;
}

/** What an expression asks of the place it is evaluated at. */
export interface Surroundings<Q extends string = string> {
  of(quantity: Q): Value;
  parts(quantity: Q): readonly Value[];
  previous(quantity: Q): Value | undefined;
  column(quantity: Q): readonly Value[];
}

/** A place that answers itself. */
const SURROUNDINGS: Source<string, Surroundings> = {
  of: (quantity) => (at) => at.of(quantity),
  previous: (quantity) => (at) => at.previous(quantity),
  column: (quantity) => (at) => at.column(quantity),
  fold: (quantity, start, step) => (at) => at.parts(quantity).reduce(step, start),
};

/** Compiles an expression whose outermost step gives a single value. */
export function compile<Q extends string>(expression: Expression<Q>): (at: Surroundings<Q>) => Value {
  return compileFor(expression, SURROUNDINGS as unknown as Source<Q, Surroundings<Q>>); // it passes every name on
}

/** The same for quantities that are kept elsewhere. */
export function compileFor<Q extends string, At>(expression: Expression<Q>, source: Source<Q, At>): (at: At) => Value {
  return new Compiling(source).value(expression);
}

const FOLDS: Record<Fold, { readonly start: number; readonly step: (so: number, value: Value) => number }> = {
  sum: { start: 0, step: (so, value) => (typeof value === 'number' ? so + value : so) },
  min: { start: Number.POSITIVE_INFINITY, step: (so, value) => (typeof value === 'number' ? Math.min(so, value) : so) },
  max: { start: Number.NEGATIVE_INFINITY, step: (so, value) => (typeof value === 'number' ? Math.max(so, value) : so) },
};

const HOLDS = {
  equal: (order: number) => order === 0,
  unequal: (order: number) => order !== 0,
  below: (order: number) => order < 0,
  atMost: (order: number) => order <= 0,
  above: (order: number) => order > 0,
  atLeast: (order: number) => order >= 0,
} as const;

/** Texts that a comparison remembers the result for. */
const MOST_OTHERS = 16;

type Call<Q extends string> = Extract<Expression<Q>, { is: 'call' }>;

/** Each kind of step has one function; what is only asked whether it is true, or for its number, is not made a value first. */
class Compiling<Q extends string, At> {
  constructor(readonly source: Source<Q, At>) {}

  value(e: Expression<Q>): (at: At) => Value {
    switch (e.is) {
      case 'literal': {
        const { value } = e;
        return () => value;
      }
      case 'of':
        return this.source.of(e.quantity);
      case 'previous': {
        const { first } = e;
        const previous = this.source.previous(e.quantity);
        return (at) => previous(at) ?? first;
      }
      case 'column':
        throw new Error('broken promise: an expression gives a single value');
      case 'fold':
      case 'count':
        return this.number(e);
      case 'call':
        return this.#called(e);
    }
  }

  /** Whether it is TRUE; any other value isn't. */
  truth(e: Expression<Q>): (at: At) => boolean {
    if (e.is === 'call') {
      const [a, b, c] = e.args;
      switch (e.fn) {
        case 'and':
        case 'or':
          return joined(
            e.fn,
            e.args.map((arg) => this.truth(arg)),
          );
        case 'not': {
          if (!a) break;
          const truth = this.truth(a);
          return (at) => !truth(at);
        }
        case 'isNumber': {
          if (!a) break;
          const value = this.value(a);
          return (at) => typeof value(at) === 'number';
        }
        case 'if': {
          if (!a || !b || !c) break;
          const [condition, then, otherwise] = [this.truth(a), this.truth(b), this.truth(c)];
          return (at) => (condition(at) ? then(at) : otherwise(at));
        }
        case 'equal':
        case 'unequal':
        case 'below':
        case 'atMost':
        case 'above':
        case 'atLeast':
          if (a && b) return this.#compared(e.fn, a, b);
          break;
        default:
      }
    }
    const value = this.value(e);
    return (at) => value(at) === true;
  }

  /** Its number; NaN for what has none. */
  number(e: Expression<Q>): (at: At) => number {
    if (e.is === 'fold') {
      const { start, step } = FOLDS[e.fold];
      return this.source.fold(e.quantity, start, step);
    }
    if (e.is === 'count') {
      const { value: wanted, equal } = e;
      return this.source.fold(e.quantity, 0, (so, value) => ((value === wanted) === equal ? so + 1 : so));
    }
    const [a, b] = e.is === 'call' ? e.args : [];
    if (e.is === 'call' && a && b && (e.fn === 'plus' || e.fn === 'minus' || e.fn === 'times' || e.fn === 'over')) {
      const [left, right] = [this.number(a), this.number(b)];
      if (e.fn === 'plus') return (at) => left(at) + right(at);
      if (e.fn === 'minus') return (at) => left(at) - right(at);
      if (e.fn === 'times') return (at) => left(at) * right(at);
      return (at) => left(at) / right(at);
    }
    const value = this.value(e);
    return (at) => {
      const number = value(at);
      return typeof number === 'number' ? number : Number.NaN;
    };
  }

  #called(e: Call<Q>): (at: At) => Value {
    const { fn, args } = e;
    switch (fn) {
      case 'and':
      case 'or':
      case 'not':
      case 'isNumber':
      case 'equal':
      case 'unequal':
      case 'below':
      case 'atMost':
      case 'above':
      case 'atLeast':
        return this.truth(e);
      case 'plus':
      case 'minus':
      case 'times':
      case 'over':
        return this.number(e);
      // Only the branch taken is computed: the other may divide by zero.
      case 'if': {
        const [a, b, c] = args;
        if (!a || !b || !c) throw new Error('broken promise: a choice has a condition and two branches');
        const [condition, then, otherwise] = [this.truth(a), this.value(b), this.value(c)];
        return (at) => (condition(at) ? then(at) : otherwise(at));
      }
      default: {
        const { compute } = FUNCTIONS[fn];
        const operands = args.map((arg): ((at: At) => Operand) =>
          arg.is === 'column' ? this.source.column(arg.quantity) : this.value(arg),
        );
        const [a, b] = operands;
        // Most take one or two: those need no walk over a list.
        if (a && operands.length === 1) return (at) => compute([a(at)]);
        if (a && b && operands.length === 2) return (at) => compute([a(at), b(at)]);
        return (at) => compute(operands.map((operand) => operand(at)));
      }
    }
  }

  #compared(fn: keyof typeof HOLDS, a: Expression<Q>, b: Expression<Q>): (at: At) => boolean {
    const left = this.value(a);
    if (b.is === 'literal' && typeof b.value === 'string' && (fn === 'equal' || fn === 'unequal')) {
      const { value: text } = b;
      const isWanted = fn === 'equal';
      // Almost always it is the very text, or one of few others.
      const others = new Map<Value, boolean>();
      return (at) => {
        const found = left(at);
        if (found === text) return isWanted;
        const known = others.get(found);
        if (known !== undefined) return known;
        const holds = (compare(found, text) === 0) === isWanted;
        if (others.size < MOST_OTHERS) others.set(found, holds);
        return holds;
      };
    }
    const right = this.value(b);
    const holds = HOLDS[fn];
    return (at) => {
      const [one, other] = [left(at), right(at)];
      if (typeof one !== 'number' || typeof other !== 'number') return holds(compare(one, other));
      return holds(one < other ? -1 : one > other ? 1 : 0);
    };
  }
}

function joined<At>(fn: 'and' | 'or', all: readonly ((at: At) => boolean)[]): (at: At) => boolean {
  const ends = fn === 'or';
  const [first, second, third] = all;
  if (first && second && !third) return fn === 'or' ? (at) => first(at) || second(at) : (at) => first(at) && second(at);
  return (at) => {
    for (const one of all) if (one(at) === ends) return ends;
    return !ends;
  };
}
