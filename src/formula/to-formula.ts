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

/** A piece of a formula: as it is, or asked of the place that the formula is for. */
type Piece<Q extends string> = string | ((addresses: Addresses<Q>) => string);

/** The formula's text without the leading `=`. */
export function toFormula<Q extends string>(expression: Expression<Q>, addresses: Addresses<Q>): string {
  return prepareFormula(expression)(addresses);
}

/** The same for whoever needs a formula at many places: it is taken apart once. */
export function prepareFormula<Q extends string>(expression: Expression<Q>): (addresses: Addresses<Q>) => string {
  const pieces: Piece<Q>[] = [];
  write(expression, pieces);
  const joined = joinTexts(pieces);
  // Put together once: texts of texts of texts would be made and thrown away for every step.
  return (addresses) => joined.map((piece) => (typeof piece === 'string' ? piece : piece(addresses))).join('');
}

/** Texts that follow each other become one. */
function joinTexts<Q extends string>(pieces: readonly Piece<Q>[]): Piece<Q>[] {
  const joined: Piece<Q>[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      joined.push(text, piece);
      text = '';
    }
  }
  joined.push(text);
  return joined;
}

/** `isApart`: true where something that binds so tightly needs parentheses. */
function write<Q extends string>(e: Expression<Q>, pieces: Piece<Q>[], isApart = (_: number): boolean => false): void {
  switch (e.is) {
    case 'literal':
      pieces.push(literal(e.value));
      return;
    case 'of':
      pieces.push((at) => at.of(e.quantity));
      return;
    case 'previous':
      pieces.push((at) => at.previous(e.quantity) ?? literal(e.first));
      return;
    case 'column':
      pieces.push((at) => at.column(e.quantity));
      return;
    case 'fold':
      pieces.push((at) => `${FOLDS[e.fold]}(${at.parts(e.quantity).join(',')})`);
      return;
    case 'count':
      pieces.push((at) => {
        const counts = countsOf(e, at);
        return counts.length > 1 && isApart(BINDING.sum) ? `(${counts.join('+')})` : counts.join('+');
      });
      return;
    case 'call':
      writeCall(e, pieces, isApart);
  }
}

function writeCall<Q extends string>(
  { fn, args }: Extract<Expression<Q>, { is: 'call' }>,
  pieces: Piece<Q>[],
  isApart: (binding: number) => boolean,
): void {
  const how = FUNCTIONS[fn].write;
  if ('name' in how) {
    pieces.push(how.name, '(');
    for (const [i, arg] of args.entries()) {
      if (i > 0) pieces.push(',');
      write(arg, pieces);
    }
    pieces.push(')');
    return;
  }
  const { operator, binding: own } = how;
  const needsParentheses = isApart(own);
  if (needsParentheses) pieces.push('(');
  for (const [i, arg] of args.entries()) {
    if (i > 0) pieces.push(operator);
    // The right side of - and / needs parentheses even where it binds equally: a-(b-c).
    write(arg, pieces, (binding) => binding < own || (i > 0 && binding === own));
  }
  if (needsParentheses) pieces.push(')');
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
