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
 * What moves of a formula, in its order, as `WIDTH` whole numbers per reference: an object for each would take ten times the
 * memory, and a file can have a hundred thousand.
 */
type References = Int32Array;

/** Numbers per reference: the offsets of its two parts and of its end, what it is, and the number of each part. */
const WIDTH = 6;
const FROM = 0;
const TO = 2;

/** A cell's column and row, or the two ends of columns or of rows; the last two bits say which of the parts do not move. */
const CELL = 0;
const COLUMNS = 4;
const ROWS = 8;
const FIRST_IS_FIXED = 1;
const SECOND_IS_FIXED = 2;

/**
 * The same formula as it reads so many rows and columns away: what has no `$` before it moves along. What has to be kept as it
 * is comes first: texts, quoted names of sheets, what is in brackets (columns of tables, other files).
 */
export function shiftFormula(formula: string, by: CellPlace, references = referencesIn(formula)): string {
  if (references.length === 0 || (by.row === 0 && by.column === 0)) return formula;
  const pieces: string[] = [];
  let at = 0;
  for (let index = 0; index < references.length; index += WIDTH) {
    pieces.push(formula.slice(at, references[index + FROM]), shiftedReference(formula, references, index, by));
    at = references[index + TO] ?? 0;
  }
  pieces.push(formula.slice(at));
  return pieces.join('');
}

/** The same for whoever needs a formula at many places: it is taken apart once. */
export function shiftsOf(formula: string): (by: CellPlace) => string {
  const references = referencesIn(formula);
  return (by) => shiftFormula(formula, by, references);
}

/** What moves of a formula, in its order: found once for all members of a shared one. */
function referencesIn(formula: string): References {
  const ends = endsOfKept(formula);
  const references: number[] = [];
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
    const to = at + found[0].length;
    addReference(references, found, at, to);
    at = to;
  }
  return Int32Array.from(references);
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

/** Adds what was found from `from` to `to`; nothing for `XYZ123`, which lies beyond the last column, so that it is a name. */
function addReference(references: number[], found: RegExpExecArray, from: number, to: number): void {
  const [, dc = '', c, dr = '', r, da = '', a, db = '', b, df = '', first = '', dt = '', last = ''] = found;
  const fixed = (one: string, other: string): number =>
    (one === '' ? 0 : FIRST_IS_FIXED) + (other === '' ? 0 : SECOND_IS_FIXED);
  if (c !== undefined && r !== undefined) {
    const place = parseA1(c + r);
    if (place) references.push(from, from + dc.length + c.length, to, CELL + fixed(dc, dr), place.column, place.row);
  } else if (a !== undefined && b !== undefined) {
    references.push(from, to - db.length - b.length, to, COLUMNS + fixed(da, db), columnOf(a), columnOf(b));
  } else {
    references.push(from, to - dt.length - last.length, to, ROWS + fixed(df, dt), Number(first), Number(last));
  }
}

/** A column so far outside of every sheet that no move leads to one. */
const NOWHERE = -(2 ** 24);

/** The number of a column; `NOWHERE` beyond the last one. */
const columnOf = (letters: string): number => parseA1(`${letters}1`)?.column ?? NOWHERE;

/** The reference whose numbers begin at `index`, as it reads so many rows and columns away. */
function shiftedReference(formula: string, references: References, index: number, { row, column }: CellPlace): string {
  const [from, secondFrom, to] = [references[index] ?? 0, references[index + 1] ?? 0, references[index + 2] ?? 0];
  const [is, first, second] = [references[index + 3] ?? 0, references[index + 4] ?? 0, references[index + 5] ?? 0];
  const between = is < COLUMNS ? '' : ':';
  // A part that does not move stays as it is written.
  const one =
    (is & FIRST_IS_FIXED) > 0
      ? formula.slice(from, secondFrom - between.length)
      : (is & ROWS) > 0
        ? rowText(first + row)
        : columnText(first + column);
  const other =
    (is & SECOND_IS_FIXED) > 0
      ? formula.slice(secondFrom, to)
      : (is & COLUMNS) > 0
        ? columnText(second + column)
        : rowText(second + row);
  return one === undefined || other === undefined ? LOST : one + between + other;
}

const columnText = (to: number): string | undefined => (to >= 1 && to <= MAX_COLUMN ? columnLetters(to) : undefined);
const rowText = (to: number): string | undefined => (to >= 1 && to <= MAX_ROW ? String(to) : undefined);

interface Master extends CellPlace {
  readonly text: string;
}

/** Numbers of references that are held at a time, of all formulas together: 2 MB. */
const MOST_KNOWN = 500_000;
/** What it costs to take a formula apart once more, in times of what its text costs. */
const TAKEN_APART = 4;

/** The shared formulas of one sheet, by number. */
export class SharedFormulas {
  readonly #masters = new Map<string, Master>();
  /** What moves of those that came last: their members lie near each other, and that of all would take memory. */
  readonly #known = new Map<Master, References>();
  #knownNumbers = 0;
  /** Those that were taken apart before. */
  readonly #seen = new Set<Master>();

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
    const by = { row: row - master.row, column: column - master.column };
    return shiftFormula(master.text, by, this.#referencesOf(master));
  }

  #referencesOf(master: Master): References {
    const known = this.#known.get(master);
    if (known) return known;
    // Those that take turns and are more than can be held must not be taken apart for each member.
    if (this.#seen.has(master)) this.unfolded.spend(TAKEN_APART * master.text.length);
    this.#seen.add(master);
    const references = referencesIn(master.text);
    this.#knownNumbers += references.length;
    for (const [first, { length }] of this.#known) {
      if (this.#knownNumbers <= MOST_KNOWN) break;
      this.#known.delete(first);
      this.#knownNumbers -= length;
    }
    this.#known.set(master, references);
    return references;
  }
}
