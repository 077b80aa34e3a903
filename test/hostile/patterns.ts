/** The patterns that formulas and formats were once taken apart by: plain to read, and slow to fail. What takes their place must agree. */
import { columnLetters, MAX_COLUMN, MAX_ROW, parseA1, type CellPlace } from '../../src/grid/address.js';
import type { Moved } from '../../src/xlsx/same-formula.js';

const TEXT_OR_REST = /"(?:[^"]|"")*"|[^"]+/g;
const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(?<![\p{L}\d_.$])(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\d_.(!])/giu;
const LOST = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!#REF!/giu;
const address = ({ row, column }: CellPlace): string => columnLetters(column) + String(row);

export function plainByPatterns(formula: string, moved: Moved): string {
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
        const range = start === end ? start : `${start}:${end}`;
        return now.sheet === '' ? range : `${now.sheet}!${range}`;
      })
      .replace(/_xlfn\.|_xlws\./gi, '')
      .replace(/\b(TRUE|FALSE)\(\)/gi, '$1')
      .replace(/\s+/g, '')
      .toUpperCase();
  });
}

const PIECES = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]`,
    String.raw`(?<![\p{L}\d_.$\\])(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\d_.(!\\])`,
  ].join('|'),
  'giu',
);

export function shiftByPatterns(formula: string, { row: down, column: right }: CellPlace): string {
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
      if (!parseA1(c + r)) return piece;
      const [letters, digits] = [column(dc, c), row(dr, r)];
      return letters === undefined || digits === undefined ? '#REF!' : letters + digits;
    }
    const [first, last] =
      a !== undefined && b !== undefined
        ? [column(da, a), column(db, b)]
        : from !== undefined && to !== undefined
          ? [row(df, from), row(dt, to)]
          : [piece, undefined];
    if (first === piece) return piece;
    return first === undefined || last === undefined ? '#REF!' : `${first}:${last}`;
  });
}

export function formatKindByPatterns(code: string): 'percent' | 'date' | 'plain' {
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  if (plain.includes('%')) return 'percent';
  const words = plain.match(/[a-zà-ÿ]+/gi) ?? [];
  return words.some((word) => /^[ymdhs]+$/i.test(word)) ? 'date' : 'plain';
}

/** Letters to be changed, by the whole table. */
export function distanceByTable(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const here = [i];
    for (let j = 1; j <= b.length; j += 1)
      here.push(
        Math.min((before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (before[j] ?? 0) + 1, (here[j - 1] ?? 0) + 1),
      );
    before = here;
  }
  return before[b.length] ?? 0;
}
