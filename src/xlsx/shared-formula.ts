/** Formulas that are written once for many cells: each member's text is the first one's, moved along with the cell. */
import { columnLetters, MAX_COLUMN, MAX_ROW, parseA1, type CellPlace } from '../grid/address.js';
import type { Allowance } from './budget.js';
import { closingsOf } from './closings.js';
import { isOfName } from './formula-names.js';

/**
 * Cells, whole columns and whole rows, where one begins exactly there; a name such as `LOG10(`, `Q1.total` or `A1_2` is none
 * of them. No part of it is longer than a few characters.
 */
const REFERENCE =
  /(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\d_.(!\\])/iuy;

/** What a reference that has left the sheet is replaced by. */
const LOST = '#REF!';

/**
 * The same formula as it reads so many rows and columns away: what has no `$` before it moves along. What has to be kept as it
 * is comes first: texts, quoted names of sheets, what is in brackets (columns of tables, other files).
 */
export function shiftFormula(formula: string, by: CellPlace): string {
  return shiftsOf(formula)(by);
}

/** A formula as it reads so many rows and columns away. It is taken apart once, for whoever needs it at many places. */
export function shiftsOf(formula: string): (by: CellPlace) => string {
  const ends = endsOfKept(formula);
  const pieces: (string | RegExpExecArray)[] = [];
  let from = 0;
  for (let at = 0; at < formula.length;) {
    const end = ends(at);
    if (end > at) {
      at = end;
      continue;
    }
    REFERENCE.lastIndex = at;
    const found = mayBegin(formula, at) ? REFERENCE.exec(formula) : null;
    if (!found) {
      at += 1;
      continue;
    }
    pieces.push(formula.slice(from, at), found);
    from = at + found[0].length;
    at = from;
  }
  pieces.push(formula.slice(from));
  return ({ row, column }) =>
    row === 0 && column === 0
      ? formula
      : pieces.map((piece) => (typeof piece === 'string' ? piece : shifted(piece, row, column))).join('');
}

/** True where a reference may begin: not inside of a name. */
function mayBegin(formula: string, at: number): boolean {
  const before = formula[at - 1];
  return before !== '$' && before !== '\\' && !(at > 0 && isOfName(formula, at - 1));
}

/** For each place the offset behind what is kept as it is and begins there; the place itself for anything else. */
function endsOfKept(formula: string): (at: number) => number {
  const texts = closingsOf(formula, '"', 0);
  const names = closingsOf(formula, "'", 0);
  const lastBracket = formula.lastIndexOf(']');
  return (at) => {
    const mark = formula[at];
    if (mark === '"' || mark === "'") return Math.max(at, (mark === '"' ? texts : names)(at) + 1);
    return mark === '[' && at < lastBracket ? formula.indexOf(']', at) + 1 : at;
  };
}

function shifted([piece, ...found]: readonly (string | undefined)[], down: number, right: number): string {
  const column = (fixed: string, letters: string): string | undefined => {
    if (fixed) return fixed + letters;
    const to = (parseA1(`${letters}1`)?.column ?? NaN) + right;
    return to >= 1 && to <= MAX_COLUMN ? columnLetters(to) : undefined;
  };
  const row = (fixed: string, digits: string): string | undefined => {
    if (fixed) return fixed + digits;
    const to = Number(digits) + down;
    return to >= 1 && to <= MAX_ROW ? String(to) : undefined;
  };
  const [dc = '', c, dr = '', r, da = '', a, db = '', b, df = '', from, dt = '', to] = found;
  if (c !== undefined && r !== undefined) {
    // `XYZ123` lies beyond the last column, so that it is a name.
    if (!parseA1(c + r)) return piece ?? '';
    const [letters, digits] = [column(dc, c), row(dr, r)];
    return letters === undefined || digits === undefined ? LOST : letters + digits;
  }
  const [first, last] =
    a !== undefined && b !== undefined ? [column(da, a), column(db, b)] : [row(df, from ?? ''), row(dt, to ?? '')];
  return first === undefined || last === undefined ? LOST : `${first}:${last}`;
}

interface Master extends CellPlace {
  readonly text: string;
}

/** The shared formulas of one sheet, by number. */
export class SharedFormulas {
  readonly #masters = new Map<string, Master>();

  /** `unfolded`: characters that members may unfold to. */
  constructor(private readonly unfolded: Allowance) {}

  /** Takes in the text that stands in the cell at `place`; what comes behind it with the same number is its member. */
  define(index: string, text: string, { row, column }: CellPlace): void {
    this.#masters.set(index, { text, row, column });
  }

  /** The text of a member, made when it is asked for; `''` where the first one is missing. */
  member(index: string, { row, column }: CellPlace): () => string {
    const before = this.#masters.get(index);
    let known: string | undefined;
    return () => (known ??= this.#unfold(before ?? this.#masters.get(index), row, column));
  }

  #unfold(master: Master | undefined, row: number, column: number): string {
    if (!master) return '';
    this.unfolded.spend(master.text.length);
    return shiftFormula(master.text, { row: row - master.row, column: column - master.column });
  }
}
