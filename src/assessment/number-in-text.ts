/** Numbers that somebody has typed as text. */
import { hasSpecialDigits, LONGEST_SPELLED, normalize } from '../grid/spelling.js';

interface Options {
  /** A percent sign may stand behind the number. */
  readonly percent: boolean;
}

/** A number as it was written. With a sign, a text says percent points, and a number in a cell is shown as a fraction of them. */
export interface Written {
  readonly number: number;
  readonly hasSign: boolean;
}

/**
 * A number written as text, if it can mean one thing only: `1,234` could be two, and `95¹` has a footnote. A program may have
 * put a second sign behind 97%.
 */
export function numberInText(text: string): Written | undefined {
  if (text.length > LONGEST_SPELLED || hasSpecialDigits(text)) return undefined;
  const [, plain = '', sign] = /^([^%]*?)( ?%%?)?$/.exec(normalize(text)) ?? [];
  const hasSign = sign !== undefined;
  if (/^[+-]?\d+(\.\d+)?$/.test(plain) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(plain))
    return { number: Number(plain), hasSign };
  if (/^[+-]?\d+,\d+$/.test(plain) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain))
    return { number: Number(plain.replace(',', '.')), hasSign };
  return undefined;
}

/** What was most likely meant by a number with digits of a special kind; never taken for it. */
export function numberSuggested(text: string, { percent }: Options): string | undefined {
  if (text.length > LONGEST_SPELLED || !hasSpecialDigits(text)) return undefined;
  const sign = /[%\uff05\ufe6a]\s*$/.test(text) ? '%' : '';
  // ½, perhaps behind a whole number.
  const parts = /^\s*(\d*)\s*(\p{No})\s*[%\uff05\ufe6a]?\s*$/u.exec(text);
  const [, over, under] = /^(\d+)\u2044(\d+)$/.exec((parts?.[2] ?? '').normalize('NFKC')) ?? [];
  const meant =
    parts && over !== undefined && under !== undefined
      ? `${Number((Number(parts[1]) + Number(over) / Number(under)).toPrecision(6))}${sign}`
      : /\d/.test(text)
        ? text.replace(FOOTNOTE, '')
        : [...text.trim()].map((each) => romanNumeral(each) ?? each.normalize('NFKC')).join('');
  const written = numberInText(meant);
  return written === undefined || (written.hasSign && !percent) ? undefined : String(written.number);
}

/** Superscripts and subscripts, which are marks where they stand behind other digits. */
const FOOTNOTE = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/g;

/** Where the characters for Roman numerals from one to twelve begin, in capital and small letters. */
const ROMAN = [0x2160, 0x2170];

/** `7` for Ⅶ and ⅶ. */
function romanNumeral(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const first = ROMAN.find((each) => code >= each && code < each + 12);
  return first === undefined ? undefined : String(code - first + 1);
}
