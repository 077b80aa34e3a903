/** Formulas that are written once for many cells: each member's text is the first one's, moved along with the cell. */
import { columnLetters, MAX_COLUMN, MAX_ROW, parseA1, type CellPlace } from '../grid/address.js';
import { hostile } from './fault.js';

/**
 * What has to be kept as it is comes first: texts, quoted names of sheets, what is in brackets (columns of tables, other
 * files). Then cells, whole columns and whole rows; a name such as `LOG10(`, `Q1.total` or `A1_2` is none of them.
 */
const PIECES = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]`,
    String.raw`(?<![\p{L}\d_.$\\])(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\d_.(!\\])`,
  ].join('|'),
  'giu',
);

/** What a reference that has left the sheet is replaced by. */
const LOST = '#REF!';

/** The same formula as it reads so many rows and columns away: what has no `$` before it moves along. */
export function shiftFormula(formula: string, { row: down, column: right }: CellPlace): string {
  if (down === 0 && right === 0) return formula;
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
  return formula.replace(PIECES, (piece, ...found: (string | undefined)[]) => {
    const [dc = '', c, dr = '', r, da = '', a, db = '', b, df = '', from, dt = '', to] = found;
    if (c !== undefined && r !== undefined) {
      // `XYZ123` lies beyond the last column, so that it is a name.
      if (!parseA1(c + r)) return piece;
      const [letters, digits] = [column(dc, c), row(dr, r)];
      return letters === undefined || digits === undefined ? LOST : letters + digits;
    }
    const [first, last] =
      a !== undefined && b !== undefined
        ? [column(da, a), column(db, b)]
        : from !== undefined && to !== undefined
          ? [row(df, from), row(dt, to)]
          : [piece, undefined];
    if (first === piece) return piece;
    return first === undefined || last === undefined ? LOST : `${first}:${last}`;
  });
}

/** The longest formula that a spreadsheet takes. */
const LONGEST = 8192;
/** Characters that the members of one sheet may unfold to: some hundred times those of a full workbook of ours. */
const MOST = 16_000_000;

interface Master extends CellPlace {
  readonly text: string;
}

/** The shared formulas of one sheet, by number. */
export class SharedFormulas {
  readonly #masters = new Map<string, Master>();
  #unfolded = 0;

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
    this.#unfolded += master.text.length;
    if (master.text.length > LONGEST || this.#unfolded > MOST) throw hostile('formulas-unfold');
    return shiftFormula(master.text, { row: row - master.row, column: column - master.column });
  }
}
