/** Cell addresses: row and column numbers (from 1) to and from A1 notation. */

/** A cell's place on a sheet; both numbers count from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** Column letters: 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `{row: 14, column: 8}` → `H14`. */
export function toA1({ row, column }: CellPlace): string {
  return columnLetters(column) + String(row);
}

/** More than the number of columns. */
const COLUMNS = 2 ** 15;

/** One number for each place of a sheet: to look places up, without the text of an address for each. */
export function placeNumber({ row, column }: CellPlace): number {
  return row * COLUMNS + column;
}

/** `{row: 14, column: 8}` → `$H$14`. */
export function toAbsoluteA1({ row, column }: CellPlace): string {
  return `$${columnLetters(column)}$${row}`;
}

/** `H14` or `$H$14` → its place; undefined for anything else, or beyond the last row or column of a sheet. */
export function parseA1(address: string): CellPlace | undefined {
  let index = 0;
  let column = 0;
  if (address[index] === '$') index += 1;
  for (; index < address.length; index += 1) {
    const letter = (address.charCodeAt(index) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MAX_COLUMN) return undefined;
  }
  if (column === 0) return undefined;
  if (address[index] === '$') index += 1;
  if (index === address.length) return undefined;
  let row = 0;
  for (; index < address.length; index += 1) {
    const digit = address.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
    if (row > MAX_ROW) return undefined;
  }
  return row === 0 ? undefined : { row, column };
}

/** `'Calc Levels'!$B$4` → its sheet's name and the rest, as written. */
export function splitReference(refersTo: string): { readonly sheet: string; readonly address: string } {
  const bang = refersTo.lastIndexOf('!');
  const sheet = refersTo.slice(0, Math.max(0, bang)).replace(/^'|'$/g, '').replaceAll("''", "'");
  return { sheet, address: refersTo.slice(bang + 1) };
}

/** A sheet name as a formula needs it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
