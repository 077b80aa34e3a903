/** What cell styles say about a cell that matters to whoever reads it: number format, strikethrough, fill. */
import { LIMITS } from '../diagnostic/limits.js';
import type { NumberKind } from '../grid/grid.js';
import { hostile } from './fault.js';
import { formatKind } from './number-formats.js';
import type { XmlReader } from './xml.js';
import { readChildren, readTree } from './xml-tree.js';

export interface CellStyle {
  readonly shown: NumberKind;
  /** The number format; left out where it shows a number as it is. */
  readonly format?: string;
  readonly struck?: true;
  /** What tells one fill from another; `''` for none. */
  readonly fill: string;
}

/** Styles by the number that cells name them by. */
export interface Styles {
  readonly cells: readonly CellStyle[];
  /** False spares looking at each cell. */
  readonly hasStruck: boolean;
}

export const NO_STYLES: Styles = { cells: [], hasStruck: false };

/**
 * Formats that every program knows by number. Dates that each system shows in its own way stand in the ISO way, which no
 * reader can take for another day.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd hh:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
]);
const ISO_DAY = 'yyyy-mm-dd';

function builtIn(id: number): string {
  const isDay = id === 14 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDay ? ISO_DAY : (BUILT_IN.get(id) ?? '');
}

/** Formats under which a number looks as it is. */
const AS_IT_IS = /^(?:|general|@)$/i;

export function readStyles(bytes: Uint8Array, part: string): Styles {
  const formats = new Map<number, string>();
  const struckFonts = new Set<number>();
  const fills: string[] = [];
  const kinds = new Map<string, NumberKind>();
  /** Looked at once for all styles that have it. */
  const kindOf = (format: string): NumberKind => {
    const known = kinds.get(format) ?? formatKind(format);
    kinds.set(format, known);
    return known;
  };
  const cells: CellStyle[] = [];
  let fonts = 0;
  const count = (count: number): void => {
    if (count > LIMITS.styles) throw hostile('too-many-styles', { most: LIMITS.styles });
  };
  readTree(bytes, part, {
    styleSheet: {
      numFmts: {
        numFmt: (xml) => {
          // One character more than programs take, so that it is seen to be too long.
          formats.set(
            Number(xml.attribute('numFmtId')),
            (xml.attribute('formatCode') ?? '').slice(0, LIMITS.format + 1),
          );
          count(formats.size);
        },
      },
      fonts: {
        font: (xml) => {
          if (isStruck(xml)) struckFonts.add(fonts);
          fonts += 1;
          count(fonts);
        },
      },
      fills: {
        fill: (xml) => {
          count(fills.push(fillOf(xml)));
        },
      },
      cellXfs: {
        xf: (xml) => {
          const id = Number(xml.attribute('numFmtId') ?? 0);
          const format = formats.get(id) ?? builtIn(id);
          count(cells.length + 1);
          cells.push({
            shown: kindOf(format),
            ...(AS_IT_IS.test(format) ? {} : { format }),
            ...(struckFonts.has(Number(xml.attribute('fontId') ?? -1)) ? { struck: true } : {}),
            fill: fills[Number(xml.attribute('fillId') ?? 0)] ?? '',
          });
        },
      },
    },
  });
  return { cells, hasStruck: cells.some(({ struck }) => struck) };
}

/** The fill of each cell that has one, also of those with nothing in them, by address. */
export function readFills(bytes: Uint8Array, part: string, { cells }: Styles): ReadonlyMap<string, string> {
  const fills = new Map<string, string>();
  const c = (xml: XmlReader): void => {
    const fill = cells[Number(xml.attribute('s') ?? -1)]?.fill ?? '';
    const address = xml.attribute('r');
    if (fill !== '' && address !== undefined && fills.size < LIMITS.fills) fills.set(address, fill);
  };
  readTree(bytes, part, { worksheet: { sheetData: { row: { c } } } });
  return fills;
}

/** True if the font that was just opened, of a style or of a run of text, strikes through what is written in it. */
export function isStruck(xml: XmlReader): boolean {
  let struck = false;
  const strike = (each: XmlReader): void => {
    struck = !/^(?:0|false|off)$/.test(each.attribute('val') ?? '');
  };
  readChildren(xml, { strike });
  return struck;
}

/** Longest name of a color that is kept; real ones have eight characters. */
const LONGEST_COLOR = 40;

function fillOf(xml: XmlReader): string {
  let fill = '';
  readChildren(xml, {
    patternFill: (pattern) => {
      if (pattern.attribute('patternType') !== 'solid') return;
      readChildren(pattern, {
        fgColor: (color) => {
          fill = ['rgb', 'theme', 'indexed', 'tint']
            .map((name) => (color.attribute(name) ?? '').slice(0, LONGEST_COLOR))
            .join(' ');
        },
      });
    },
  });
  return fill;
}
