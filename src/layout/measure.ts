/** How high a row must be to show its texts, since not every program fits rows to their content by itself. */

/** Widths in thousandths of the font size, as published for Helvetica, which Arial follows. */
const WIDTHS: Record<string, number> = {};
const define = (characters: string, width: number): void => {
  for (const character of characters) WIDTHS[character] = width;
};
define('abdeghnopqu0123456789_$?', 556);
define('cksvxyzJ', 500);
define("fijlt'|!.,:;/\\[] ", 278);
define('il', 222);
define('r-()"', 345);
define('mM%', 840);
define('wCDHNRU&', 722);
define('ABEKPSVXY', 667);
define('FTZ', 611);
define('GOQ', 778);
define('W', 944);
define('+=<>≥≤~×÷', 584);
define('L', 556);
define('I', 278);
define('–', 556);
define('—…', 1000);
const OTHERS = 600;
/** Characters from the Chinese, Japanese and Korean blocks on are square. */
const WIDE_FROM = 0x2e80;

/** Pixels that one unit of column width holds, and the padding of a cell. */
const UNIT = 7;
const PADDING = 6;
const PIXELS_PER_POINT = 4 / 3;
/** Height of a line in pixels by size of font, as Excel draws Arial, and the space above and below all lines. */
const LINES: Readonly<Record<number, { readonly line: number; readonly space: number }>> = {
  9: { line: 15, space: 2 },
  10: { line: 17, space: 3 },
};
/** Line height over font size, and space, for any other size. */
const LEADING = 1.27;
const MARGIN = 4;
const BOLD = 1.08;
/** Texts are taken to be that much wider than they measure: programs and screens differ, and no text may be cut off. */
const ROOM = 1.08;
/** No row can be higher. */
const TALLEST = 409;

export interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
}

/** Pixels as a width of a column. */
export const px = (pixels: number): number => Math.round((pixels / UNIT) * 1000) / 1000;

/** Width of one line of text in pixels, with some room. */
export function textWidth(text: string, { size = 10, bold = false }: TextLook): number {
  let sum = 0;
  for (const character of text) {
    sum += WIDTHS[character] ?? ((character.codePointAt(0) ?? 0) >= WIDE_FROM ? 1000 : OTHERS);
  }
  return (sum / 1000) * size * PIXELS_PER_POINT * (bold ? BOLD : 1) * ROOM;
}

/** Number of lines a text takes in a column of the given width (in units of column width). */
export function linesOf(text: string, width: number, look: TextLook): number {
  const room = Math.max(UNIT, width * UNIT - PADDING);
  const space = textWidth(' ', look);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const wide = textWidth(word, look);
      if (used > 0 && used + space + wide > room) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? space : 0) + wide;
      // A word longer than the line is broken.
      if (used > room) {
        lines += Math.ceil(used / room) - 1;
        used %= room;
      }
    }
  }
  return lines;
}

/** A text in as many lines as so many pixels ask for: each gets a cell of its own, where cells are not merged. */
export function foldedTo(pixels: number, text: string, look: TextLook): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, look) <= pixels - PADDING) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Height in points of a row that shows `lines` lines of text. */
export function heightOf(lines: number, { size = 10 }: TextLook): number {
  const known = LINES[size];
  const height = known
    ? (known.line * lines + known.space) / PIXELS_PER_POINT
    : Math.ceil(lines * size * LEADING + MARGIN);
  return Math.min(TALLEST, height);
}
