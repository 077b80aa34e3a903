/** Tells whether two formulas are the same, however a program writes them: spaces, case, dollar signs, quotes. */
import { columnLetters, parseA1, type CellPlace } from '../grid/address.js';

/** Where a cell stands now: its sheet is given by name, `''` for the formula's own. */
export type Moved = (sheet: string, place: CellPlace) => CellPlace;

const TEXT_OR_REST = /"(?:[^"]|"")*"|[^"]+/g;
const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(?<![\p{L}\d_.$])(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\d_.(!])/giu;

/** One way to write a formula, with every address moved to where its cell stands now. */
export function plainFormula(formula: string, moved: Moved): string {
  return formula.replace(/^=/, '').replace(TEXT_OR_REST, (piece) => {
    if (piece.startsWith('"')) return piece;
    return piece
      .replace(REFERENCE, (_, quoted: string | undefined, from: string, to: string | undefined) => {
        const sheet = (quoted ?? '').replace(/^'|'$/g, '').replaceAll("''", "'");
        const move = (address: string): string => {
          const place = parseA1(address);
          if (!place) return address;
          const { row, column } = moved(sheet, place);
          return columnLetters(column) + String(row);
        };
        const range = to === undefined ? move(from) : `${move(from)}:${move(to)}`;
        return sheet === '' ? range : `${sheet}!${range}`;
      })
      .replace(/_xlfn\.|_xlws\./gi, '')
      .replace(/\b(TRUE|FALSE)\(\)/gi, '$1')
      .replace(/\s+/g, '')
      .toUpperCase();
  });
}
