/** Tells whether two formulas are the same, however a program writes them: spaces, case, dollar signs, quotes. */
import { columnLetters, parseA1, type CellPlace } from '../grid/address.js';

/** Cells that a formula refers to; its sheet is given by name, `''` for the formula's own. One cell is both ends. */
export interface Referred {
  readonly sheet: string;
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** Where cells stand now; undefined for those that are not there any more. */
export type Moved = (referred: Referred) => Referred | undefined;

/** Everything stays where it is. */
export const stays: Moved = (referred) => referred;

const TEXT_OR_REST = /"(?:[^"]|"")*"|[^"]+/g;
const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(?<![\p{L}\d_.$])(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\d_.(!])/giu;
/** Programs write the sheet of cells that are gone, or leave it out. */
const LOST = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!#REF!/giu;

const address = ({ row, column }: CellPlace): string => columnLetters(column) + String(row);

/** One way to write a formula, with every address moved to where its cell stands now. */
export function plainFormula(formula: string, moved: Moved): string {
  return formula.replace(/^=/, '').replace(TEXT_OR_REST, (piece) => {
    if (piece.startsWith('"')) return piece;
    return piece
      .replace(LOST, '#REF!')
      .replace(REFERENCE, (whole: string, quoted: string | undefined, first: string, last: string | undefined) => {
        const name = (quoted ?? '').replace(/^'|'$/g, '').replaceAll("''", "'");
        const from = parseA1(first);
        const to = last === undefined ? from : parseA1(last);
        if (!from || !to) return whole;
        const now = moved({ sheet: name, from, to });
        if (!now) return '#REF!';
        const [start, end] = [address(now.from), address(now.to)];
        // Several programs write a range of one cell as that cell.
        const range = start === end ? start : `${start}:${end}`;
        return now.sheet === '' ? range : `${now.sheet}!${range}`;
      })
      .replace(/_xlfn\.|_xlws\./gi, '')
      .replace(/\b(TRUE|FALSE)\(\)/gi, '$1')
      .replace(/\s+/g, '')
      .toUpperCase();
  });
}

/** True for a formula that refers to cells of its own sheet by their addresses. */
export function looksAtOwnSheet(formula: string): boolean {
  let own = false;
  plainFormula(formula, (referred) => {
    own ||= referred.sheet === '';
    return referred;
  });
  return own;
}
