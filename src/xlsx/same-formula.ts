/** Tells whether two formulas are the same, however a program writes them: spaces, case, dollar signs, quotes. */
import { columnLetters, parseA1, type CellPlace } from '../grid/address.js';
import { closingsOf } from './closings.js';
import { isLetter, isOfName, nameEndsAt } from './formula-names.js';

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

/** A reference that begins exactly there; no part of it is longer than a few characters. */
const REFERENCE = /(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\d_.(!])/iuy;
const LOST = '#REF!';

const address = ({ row, column }: CellPlace): string => columnLetters(column) + String(row);

/** One way to write a formula, with every address moved to where its cell stands now. Each character costs the same. */
export function plainFormula(formula: string, moved: Moved): string {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  const closes = closingsOf(text, '"', 0);
  const pieces: string[] = [];
  let from = 0;
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
    pieces.push(plainPiece(text.slice(from, quote), moved));
    const end = closes(quote);
    from = end < 0 ? quote + 1 : end + 1;
    pieces.push(text.slice(quote, from));
  }
  pieces.push(plainPiece(text.slice(from), moved));
  return pieces.join('');
}

/** A piece outside of quotes. */
function plainPiece(piece: string, moved: Moved): string {
  // Programs write the sheet of cells that are gone, or leave it out.
  const known = piece.includes('!') ? replaced(piece, (name, at) => lostAt(piece, name, at)) : piece;
  return replaced(known, (name, at) => referenceAt(known, name, at, moved))
    .replace(/_xlfn\.|_xlws\./gi, '')
    .replace(/\b(TRUE|FALSE)\(\)/gi, '$1')
    .replace(/\s+/g, '')
    .toUpperCase();
}

/** What stands in the place of something that begins at an offset, and the offset behind it. */
interface Replaced {
  readonly by: string;
  readonly end: number;
}

/**
 * The piece with what `find` finds: behind the name of a sheet, or without one (then `name` is undefined). A name that leads
 * to nothing is looked at again from its next character, but where it ends is found once.
 */
function replaced(piece: string, find: (name: string | undefined, at: number) => Replaced | undefined): string {
  const closes = closingsOf(piece, "'", 1);
  const out: string[] = [];
  let from = 0;
  let nameEnd = 0;
  for (let at = 0; at < piece.length;) {
    const isQuote = piece[at] === "'";
    const begins = isQuote || piece[at] === '_' || isLetter(piece, at);
    if (begins && !isQuote && at >= nameEnd) nameEnd = nameEndsAt(piece, at);
    const end = isQuote ? closes(at) + 1 : begins ? nameEnd : 0;
    const named = end > 0 && piece[end] === '!' ? find(piece.slice(at, end), end + 1) : undefined;
    const isFree = begins || piece[at] === '$' ? piece[at - 1] !== '$' && !isOfName(piece, at - 1) : false;
    const found = named ?? (isFree ? find(undefined, at) : undefined);
    if (found) {
      out.push(piece.slice(from, at), found.by);
      from = found.end;
      at = found.end;
    } else at += 1;
  }
  out.push(piece.slice(from));
  return out.join('');
}

function lostAt(piece: string, name: string | undefined, at: number): Replaced | undefined {
  if (name === undefined || piece.slice(at, at + LOST.length).toUpperCase() !== LOST) return undefined;
  return { by: LOST, end: at + LOST.length };
}

function referenceAt(piece: string, quoted: string | undefined, at: number, moved: Moved): Replaced | undefined {
  REFERENCE.lastIndex = at;
  const [whole, first = '', last] = REFERENCE.exec(piece) ?? [];
  if (whole === undefined) return undefined;
  const end = at + whole.length;
  const from = parseA1(first);
  const to = last === undefined ? from : parseA1(last);
  if (!from || !to) return { by: quoted === undefined ? whole : `${quoted}!${whole}`, end };
  const now = moved({ sheet: sheetName(quoted ?? ''), from, to });
  if (!now) return { by: LOST, end };
  const [start, stop] = [address(now.from), address(now.to)];
  // Several programs write a range of one cell as that cell.
  const range = start === stop ? start : `${start}:${stop}`;
  return { by: now.sheet === '' ? range : `${now.sheet}!${range}`, end };
}

function sheetName(quoted: string): string {
  return quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
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
