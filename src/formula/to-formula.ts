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

/** What of an expression is asked of the place that the formula is for. */
type Asked<Q extends string> = Exclude<Expression<Q>, { is: 'literal' } | { is: 'call' }>;

/** Takes a formula piece by piece, from its first character to its last. */
interface Pieces<Q extends string> {
  text(piece: string): void;
  /** `limit`: what binds less than that needs parentheses. */
  asked(e: Asked<Q>, limit: number): void;
}

/** The formula's text without the leading `=`. */
export function toFormula<Q extends string>(expression: Expression<Q>, addresses: Addresses<Q>): string {
  // Put together once: texts of texts of texts would be made and thrown away for every step.
  const pieces: string[] = [];
  write(expression, {
    text: (piece) => pieces.push(piece),
    asked: (e, limit) => pieces.push(answered(e, limit, addresses)),
  });
  return pieces.join('');
}

/** The same for whoever needs a formula at many places: it is taken apart once. */
export function prepareFormula<Q extends string>(expression: Expression<Q>): (addresses: Addresses<Q>) => string {
  const pieces: (string | { readonly e: Asked<Q>; readonly limit: number })[] = [];
  /** Texts that follow each other become one. */
  let text = '';
  write(expression, {
    text: (piece) => (text += piece),
    asked: (e, limit) => {
      pieces.push(text, { e, limit });
      text = '';
    },
  });
  pieces.push(text);
  return (addresses) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : answered(piece.e, piece.limit, addresses))).join('');
}

function write<Q extends string>(e: Expression<Q>, pieces: Pieces<Q>, limit = 0): void {
  if (e.is === 'literal') pieces.text(literal(e.value));
  else if (e.is === 'call') writeCall(e, pieces, limit);
  else pieces.asked(e, limit);
}

function writeCall<Q extends string>(
  { fn, args }: Extract<Expression<Q>, { is: 'call' }>,
  pieces: Pieces<Q>,
  limit: number,
): void {
  const how = FUNCTIONS[fn].write;
  if ('name' in how) {
    pieces.text(how.name);
    pieces.text('(');
    args.forEach((arg, i) => {
      if (i > 0) pieces.text(',');
      write(arg, pieces);
    });
    pieces.text(')');
    return;
  }
  const { operator, binding } = how;
  if (binding < limit) pieces.text('(');
  args.forEach((arg, i) => {
    if (i > 0) pieces.text(operator);
    // The right side of - and / needs parentheses even where it binds equally: a-(b-c).
    write(arg, pieces, i > 0 ? binding + 1 : binding);
  });
  if (binding < limit) pieces.text(')');
}

function answered<Q extends string>(e: Asked<Q>, limit: number, at: Addresses<Q>): string {
  switch (e.is) {
    case 'of':
      return at.of(e.quantity);
    case 'previous':
      return at.previous(e.quantity) ?? literal(e.first);
    case 'column':
      return at.column(e.quantity);
    case 'fold':
      return `${FOLDS[e.fold]}(${at.parts(e.quantity).join(',')})`;
    case 'count': {
      const counts = countsOf(e, at);
      return counts.length > 1 && BINDING.sum < limit ? `(${counts.join('+')})` : counts.join('+');
    }
  }
}

/** The terms whose sum is the count. */
function countsOf<Q extends string>(e: Extract<Expression<Q>, { is: 'count' }>, at: Addresses<Q>): readonly string[] {
  if (!at.countsParts) {
    const pairs = at.narrow(e.quantity).map(([range, criterion]) => `${range},${criterion}`);
    return [
      `COUNTIFS(${[...pairs, `${at.column(e.quantity)},${literal(e.equal ? e.value : '<>' + e.value)}`].join(',')})`,
    ];
  }
  const counts = at.parts(e.quantity).map((part) => {
    const test = `${part}${e.equal ? '=' : '<>'}${literal(e.value)}`;
    // Not every program takes one cell for a list of one.
    return part.includes(':') ? `SUMPRODUCT(--(${test}))` : `IF(${test},1,0)`;
  });
  return counts.length > 0 ? counts : ['0'];
}

/** A value as a formula writes it. */
export function literal(value: Value): string {
  if (typeof value === 'string') return `"${value.includes('"') ? value.replaceAll('"', '""') : value}"`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : inDigits(value);
}

/** Programs write a number so when they save the formula, whatever exponent it was issued with. */
function inDigits(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(DIGITS).replace(/0+$/, '') : text;
}
const DIGITS = 20;
