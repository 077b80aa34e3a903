/** The functions that expressions may call: what each computes, and how a spreadsheet of 2007 or later writes it. */
import { BLANK, type Value } from './value.js';

/** Arguments are values, or whole columns of them. */
export type Operand = Value | readonly Value[];

/** What a lookup gives that finds nothing; `orElse` replaces it. No cell can hold this text, as somebody may well be called “#N/A”. */
export const NOT_FOUND = '\0#N/A';

/** How tightly an operator binds: an argument that binds less tightly is put in parentheses. */
export const BINDING = { comparison: 1, join: 2, sum: 3, product: 4, atom: 9 } as const;

interface FunctionEntry {
  readonly compute: (args: readonly Operand[]) => Value;
  readonly write: { readonly name: string } | { readonly operator: string; readonly binding: number };
}

const comparison = (operator: string, holds: (order: number) => boolean): FunctionEntry => ({
  compute: (args) => holds(compare(value(args[0]), value(args[1]))),
  write: { operator, binding: BINDING.comparison },
});

const arithmetic = (operator: string, binding: number, compute: (a: number, b: number) => number): FunctionEntry => ({
  compute: (args) => compute(number(args[0]), number(args[1])),
  write: { operator, binding },
});

const named = (name: string, compute: FunctionEntry['compute']): FunctionEntry => ({ compute, write: { name } });

const entries = {
  if: named('IF', (args) => value(args[0] === true ? args[1] : args[2])),
  and: named('AND', (args) => args.every((arg) => arg === true)),
  or: named('OR', (args) => args.some((arg) => arg === true)),
  not: named('NOT', (args) => args[0] !== true),
  max: named('MAX', largest),
  equal: comparison('=', (order) => order === 0),
  unequal: comparison('<>', (order) => order !== 0),
  below: comparison('<', (order) => order < 0),
  atMost: comparison('<=', (order) => order <= 0),
  above: comparison('>', (order) => order > 0),
  atLeast: comparison('>=', (order) => order >= 0),
  plus: arithmetic('+', BINDING.sum, (a, b) => a + b),
  minus: arithmetic('-', BINDING.sum, (a, b) => a - b),
  times: arithmetic('*', BINDING.product, (a, b) => a * b),
  over: arithmetic('/', BINDING.product, (a, b) => a / b),
  join: {
    // A text with something in it that was not found is not found itself.
    compute: (args: readonly Operand[]) =>
      args.includes(NOT_FOUND) ? NOT_FOUND : args.map((arg) => text(value(arg))).join(''),
    write: { operator: '&', binding: BINDING.join },
  },
  isNumber: named('ISNUMBER', (args) => typeof args[0] === 'number'),
  round: named('ROUND', (args) => {
    const factor = 10 ** number(args[1]);
    const scaled = number(args[0]) * factor;
    // So small that it has no more digits than are asked for.
    return Number.isFinite(scaled) ? Math.round(scaled) / factor : number(args[0]);
  }),
  log10: named('LOG10', (args) => Math.log10(number(args[0]))),
  wholePart: named('INT', (args) => Math.floor(number(args[0]))),
  trim: named('TRIM', (args) => text(value(args[0])).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  clean: named('CLEAN', (args) => text(value(args[0])).replace(/[\u0000-\u001f]/g, '')),
  substitute: named('SUBSTITUTE', (args) =>
    text(value(args[0])).replaceAll(text(value(args[1])), text(value(args[2]))),
  ),
  left: named('LEFT', (args) => text(value(args[0])).slice(0, number(args[1]))),
  middle: named('MID', (args) =>
    text(value(args[0])).slice(number(args[1]) - 1, number(args[1]) - 1 + number(args[2])),
  ),
  positionIn: named('FIND', (args) => {
    const at = text(value(args[1])).indexOf(text(value(args[0])));
    return at < 0 ? NOT_FOUND : at + 1;
  }),
  length: named('LEN', (args) => text(value(args[0])).length),
  countNumbers: named('COUNT', (args) => args.flatMap(numbers).length),
  smallest: named('SMALL', (args) => {
    const sorted = numbers(args[0]).sort((a, b) => a - b);
    return sorted[number(args[1]) - 1] ?? NOT_FOUND;
  }),
  find: named('MATCH', (args) => {
    const position = column(args[1]).findIndex((item) => compare(item, value(args[0])) === 0);
    return position < 0 ? NOT_FOUND : position + 1;
  }),
  at: named('INDEX', (args) => column(args[0])[number(args[1]) - 1] ?? NOT_FOUND),
  rows: named('ROWS', (args) => column(args[0]).length),
  orElse: named('IFERROR', (args) => (args[0] === NOT_FOUND ? value(args[1]) : value(args[0]))),
  repeat: named('REPT', (args) => text(value(args[0])).repeat(Math.max(0, Math.floor(number(args[1]))))),
  link: named('HYPERLINK', (args) => value(args[1])),
  year: named('YEAR', (args) => dayOf(args[0]).getUTCFullYear()),
  month: named('MONTH', (args) => dayOf(args[0]).getUTCMonth() + 1),
  dayOfMonth: named('DAY', (args) => dayOf(args[0]).getUTCDate()),
  /** What a chart draws nothing for; no other cell may show it. */
  notAvailable: named('NA', () => NOT_FOUND),
} satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof entries;

export const FUNCTIONS: Readonly<Record<FunctionName, FunctionEntry>> = entries;

/** Spreadsheets order numbers before texts before booleans, and compare texts without case. */
export function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string') return order(a.toLowerCase(), b.toLowerCase());
  return typeof a === typeof b ? order(a, b) : rank(a) - rank(b);
}

function order(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank(value: Value): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function value(operand: Operand | undefined): Value {
  if (operand === undefined) return BLANK;
  if (typeof operand === 'object') throw new Error('broken promise: a single value where a column was given');
  return operand;
}

function column(operand: Operand | undefined): readonly Value[] {
  if (typeof operand !== 'object') throw new Error('broken promise: a column where a single value was given');
  return operand;
}

function number(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : Number.NaN;
}

/** As aggregates of a spreadsheet see a range: texts, blanks and booleans are passed over. */
function numbers(operand: Operand | undefined): number[] {
  const all = typeof operand === 'object' ? operand : [operand];
  return all.filter((item) => typeof item === 'number');
}

/** The largest number of all arguments. */
function largest(args: readonly Operand[]): number {
  let most = -Infinity;
  for (const arg of args) {
    if (typeof arg === 'number') most = Math.max(most, arg);
    else if (typeof arg === 'object') for (const each of numbers(arg)) most = Math.max(most, each);
  }
  return most;
}

/** The day with a serial number, from March 1900 on. */
function dayOf(operand: Operand | undefined): Date {
  return new Date((Math.floor(number(operand)) - DAY_OF_1970) * 86_400_000);
}

/** Serial number of 1 January 1970. */
const DAY_OF_1970 = 25_569;

function text(v: Value): string {
  return typeof v === 'boolean' ? (v ? 'TRUE' : 'FALSE') : String(v);
}
