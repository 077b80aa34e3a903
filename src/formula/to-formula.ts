/** Reads an expression as an Excel formula, using nothing newer than Excel 2007. */
import type { Expression, Fold } from './expression.js';
import type { Value } from './value.js';
import { BINDING, FUNCTIONS } from './functions.js';

/** Where the quantities of an expression stand on the sheets, seen from the cell the formula is for. */
export interface Addresses<Q extends string = string> {
  /** Address or defined name of a quantity of the thing at hand. */
  of(quantity: Q): string;
  /** Address of a quantity of the sibling just before; undefined for the first. */
  previous(quantity: Q): string | undefined;
  /** Ranges or names of the same quantity of all parts, for use inside SUM, MIN or MAX. */
  parts(quantity: Q): readonly string[];
  /** Range or name that holds all values of a quantity. */
  column(quantity: Q): string;
  /** `range, criterion` pairs that narrow a column down to the parts of the thing at hand. */
  narrow(quantity: Q): readonly (readonly [range: string, criterion: string])[];
  /** True where parts are counted one by one, so that an error among them is an error of the count. */
  readonly countsParts?: boolean;
}

const FOLDS: Record<Fold, string> = { sum: 'SUM', min: 'MIN', max: 'MAX' };

/** The formula's text without the leading `=`. */
export function toFormula<Q extends string>(expression: Expression<Q>, addresses: Addresses<Q>): string {
  return write(expression, addresses).text;
}

interface Written {
  readonly text: string;
  readonly binding: number;
}

function write<Q extends string>(e: Expression<Q>, addresses: Addresses<Q>): Written {
  const atom = (text: string): Written => ({ text, binding: BINDING.atom });
  switch (e.is) {
    case 'literal':
      return atom(literal(e.value));
    case 'of':
      return atom(addresses.of(e.quantity));
    case 'previous':
      return atom(addresses.previous(e.quantity) ?? literal(e.first));
    case 'column':
      return atom(addresses.column(e.quantity));
    case 'fold':
      return atom(`${FOLDS[e.fold]}(${addresses.parts(e.quantity).join(',')})`);
    case 'count': {
      if (addresses.countsParts) {
        const counts = addresses.parts(e.quantity).map((part) => {
          const test = `${part}${e.equal ? '=' : '<>'}${literal(e.value)}`;
          // Not every program takes one cell for a list of one.
          return part.includes(':') ? `SUMPRODUCT(--(${test}))` : `IF(${test},1,0)`;
        });
        return counts.length > 1 ? { text: counts.join('+'), binding: BINDING.sum } : atom(counts[0] ?? '0');
      }
      const pairs = addresses.narrow(e.quantity).map(([range, criterion]) => `${range},${criterion}`);
      return atom(
        `COUNTIFS(${[...pairs, `${addresses.column(e.quantity)},${literal(e.equal ? e.value : '<>' + e.value)}`].join(',')})`,
      );
    }
    case 'call': {
      const how = FUNCTIONS[e.fn].write;
      const args = e.args.map((arg) => write(arg, addresses));
      if ('name' in how) return atom(`${how.name}(${args.map((arg) => arg.text).join(',')})`);
      // The right side of - and / needs parentheses even where it binds equally: a-(b-c).
      const text = args
        .map((arg, i) =>
          arg.binding < how.binding || (i > 0 && arg.binding === how.binding) ? `(${arg.text})` : arg.text,
        )
        .join(how.operator);
      return { text, binding: how.binding };
    }
  }
}

/** A value as a formula writes it. */
export function literal(value: Value): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : inDigits(value);
}

/** Programs write a number so when they save the formula, whatever exponent it was issued with. */
function inDigits(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(DIGITS).replace(/0+$/, '') : text;
}
const DIGITS = 20;
