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
  // Put together once: texts of texts of texts would be made and thrown away for every step.
  const pieces: string[] = [];
  write(expression, addresses, pieces);
  return pieces.join('');
}

function write<Q extends string>(e: Expression<Q>, addresses: Addresses<Q>, pieces: string[]): void {
  switch (e.is) {
    case 'literal':
      pieces.push(literal(e.value));
      return;
    case 'of':
      pieces.push(addresses.of(e.quantity));
      return;
    case 'previous':
      pieces.push(addresses.previous(e.quantity) ?? literal(e.first));
      return;
    case 'column':
      pieces.push(addresses.column(e.quantity));
      return;
    case 'fold':
      pieces.push(`${FOLDS[e.fold]}(${addresses.parts(e.quantity).join(',')})`);
      return;
    case 'count': {
      if (addresses.countsParts) {
        const counts = addresses.parts(e.quantity).map((part) => {
          const test = `${part}${e.equal ? '=' : '<>'}${literal(e.value)}`;
          // Not every program takes one cell for a list of one.
          return part.includes(':') ? `SUMPRODUCT(--(${test}))` : `IF(${test},1,0)`;
        });
        pieces.push(counts.length > 0 ? counts.join('+') : '0');
        return;
      }
      const pairs = addresses.narrow(e.quantity).map(([range, criterion]) => `${range},${criterion}`);
      pieces.push(
        `COUNTIFS(${[...pairs, `${addresses.column(e.quantity)},${literal(e.equal ? e.value : '<>' + e.value)}`].join(',')})`,
      );
      return;
    }
    case 'call': {
      const how = FUNCTIONS[e.fn].write;
      const isNamed = 'name' in how;
      if (isNamed) pieces.push(how.name, '(');
      e.args.forEach((arg, i) => {
        if (i > 0) pieces.push(isNamed ? ',' : how.operator);
        const binding = isNamed ? undefined : bindingOf(arg, addresses);
        // The right side of - and / needs parentheses even where it binds equally: a-(b-c).
        const isApart =
          !isNamed && binding !== undefined && (binding < how.binding || (i > 0 && binding === how.binding));
        if (isApart) pieces.push('(');
        write(arg, addresses, pieces);
        if (isApart) pieces.push(')');
      });
      if (isNamed) pieces.push(')');
    }
  }
}

/** How tightly an expression holds together where it stands beside an operator. */
function bindingOf<Q extends string>(e: Expression<Q>, addresses: Addresses<Q>): number {
  if (e.is === 'count' && addresses.countsParts && addresses.parts(e.quantity).length > 1) return BINDING.sum;
  if (e.is !== 'call') return BINDING.atom;
  const how = FUNCTIONS[e.fn].write;
  return 'name' in how ? BINDING.atom : how.binding;
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
