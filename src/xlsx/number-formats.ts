/** Which cell styles show their number as a date or a percentage. */
import type { NumberKind } from '../grid/grid.js';
import { readTree } from './xml-tree.js';

/** Formats that every program knows by number: percentages, and dates in several languages. */
function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** Longest format that is looked at; real ones have a few dozen characters. */
const LONGEST_FORMAT = 512;

/** What a format of one's own shows: quoted texts, escapes, colors and locales in brackets don't count. */
export function formatKind(code: string): NumberKind {
  const plain = code.slice(0, LONGEST_FORMAT).replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  if (plain.includes('%')) return 'percent';
  // Names such as `Standard` and `Estándar` are no dates, though letters of dates are in them.
  const words = plain.match(/[a-zà-ÿ]+/gi) ?? [];
  return words.some((word) => /^[ymdhs]+$/i.test(word)) ? 'date' : 'plain';
}

/** Kind of number by style index (`s` of a cell). */
export function readNumberKinds(bytes: Uint8Array, part: string): readonly NumberKind[] {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  readTree(bytes, part, {
    styleSheet: {
      numFmts: {
        numFmt: (xml) => own.set(Number(xml.attribute('numFmtId')), formatKind(xml.attribute('formatCode') ?? '')),
      },
      cellXfs: {
        xf: (xml) => {
          const id = Number(xml.attribute('numFmtId') ?? 0);
          kinds.push(own.get(id) ?? builtInKind(id));
        },
      },
    },
  });
  return kinds;
}
