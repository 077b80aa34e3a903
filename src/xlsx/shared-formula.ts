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

/** What stands on one side of a reference: the number of a column or row, and whether it moves along. */
interface Part {
  readonly number: number;
  readonly isFixed: boolean;
  readonly text: string;
}

/** One reference of a formula, as far as it can move. */
interface Reference {
  readonly from: number;
  readonly to: number;
  /** A cell's column and row, or the two ends of columns or of rows. */
  readonly is: 'cell' | 'columns' | 'rows';
  readonly parts: readonly [Part, Part];
}

/**
 * The same formula as it reads so many rows and columns away: what has no `$` before it moves along. What has to be kept as it
 * is comes first: texts, quoted names of sheets, what is in brackets (columns of tables, other files).
 */
export function shiftFormula(formula: string, by: CellPlace, references = referencesIn(formula)): string {
  if (references.length === 0 || (by.row === 0 && by.column === 0)) return formula;
  const pieces: string[] = [];
  let at = 0;
  for (const reference of references) {
    pieces.push(formula.slice(at, reference.from), shifted(reference, by));
    at = reference.to;
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
function referencesIn(formula: string): readonly Reference[] {
  const ends = endsOfKept(formula);
  const references: Reference[] = [];
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
    const moving = movingIn(found);
    if (moving) references.push({ from: at, to, ...moving });
    at = to;
  }
  return references;
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

/** The two parts of a reference; undefined for `XYZ123`, which lies beyond the last column, so that it is a name. */
function movingIn([, ...found]: readonly (string | undefined)[]): Pick<Reference, 'is' | 'parts'> | undefined {
  const [dc = '', c, dr = '', r, da = '', a, db = '', b, df = '', from = '', dt = '', to = ''] = found;
  const column = (fixed: string, text: string): Part => ({ ...part(fixed, text), number: columnOf(text) });
  const part = (fixed: string, text: string): Part => ({ number: Number(text), isFixed: fixed !== '', text });
  if (c !== undefined && r !== undefined)
    return parseA1(c + r) ? { is: 'cell', parts: [column(dc, c), part(dr, r)] } : undefined;
  if (a !== undefined && b !== undefined) return { is: 'columns', parts: [column(da, a), column(db, b)] };
  return { is: 'rows', parts: [part(df, from), part(dt, to)] };
}

const columnOf = (letters: string): number => parseA1(`${letters}1`)?.column ?? NaN;

function shifted({ is, parts: [first, second] }: Reference, { row: down, column: right }: CellPlace): string {
  const one = is === 'rows' ? moved(first, down, rowText) : moved(first, right, columnText);
  const other = is === 'columns' ? moved(second, right, columnText) : moved(second, down, rowText);
  if (one === undefined || other === undefined) return LOST;
  return is === 'cell' ? one + other : `${one}:${other}`;
}

/** A part elsewhere; undefined where it has left the sheet. */
function moved({ number, isFixed, text }: Part, by: number, textOf: (to: number) => string | undefined) {
  return isFixed ? `$${text}` : textOf(number + by);
}

const columnText = (to: number): string | undefined => (to >= 1 && to <= MAX_COLUMN ? columnLetters(to) : undefined);
const rowText = (to: number): string | undefined => (to >= 1 && to <= MAX_ROW ? String(to) : undefined);

interface Master extends CellPlace {
  readonly text: string;
}

/** References that are held at a time, of all formulas together. */
const MOST_KNOWN = 60_000;
/** What it costs to take a formula apart once more, in times of what its text costs. */
const TAKEN_APART = 4;

/** The shared formulas of one sheet, by number. */
export class SharedFormulas {
  readonly #masters = new Map<string, Master>();
  /** What moves of those that came last: their members lie near each other, and that of all would take memory. */
  readonly #known = new Map<Master, readonly Reference[]>();
  #knownReferences = 0;
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

  #referencesOf(master: Master): readonly Reference[] {
    const known = this.#known.get(master);
    if (known) return known;
    // Those that take turns and are more than can be held must not be taken apart for each member.
    if (this.#seen.has(master)) this.unfolded.spend(TAKEN_APART * master.text.length);
    this.#seen.add(master);
    const references = referencesIn(master.text);
    this.#knownReferences += references.length;
    for (const [first, { length }] of this.#known) {
      if (this.#knownReferences <= MOST_KNOWN) break;
      this.#known.delete(first);
      this.#knownReferences -= length;
    }
    this.#known.set(master, references);
    return references;
  }
}
