/** Laws of what people with little or other sight need: contrast, size, order of reading, words beside colors. */
import { linesOf, textWidth } from '../../../src/layout/measure.js';
import { columnNumber, contrast, overlaid, PAGE, sideOf, type Colors } from '../colors.js';
import {
  child,
  childrenOf,
  found,
  placeOf,
  rangeOf,
  type Cell,
  type Package,
  type SheetPart,
} from '../open-package.js';
import type { PackageLaw } from './law.js';

const TEXT = 4.5;
const LARGE_TEXT = 3;
const GRAPHIC = 3;
const ON_SCREEN = 9;
const IN_PRINT = 8;
/** The format of a text that is displayed and printed as nothing. */
const UNSEEN = ';;;';

const sizeOf = (pkg: Package, { style }: Cell): number =>
  Number(child(pkg.look(style).font, 'sz')?.attributes['val'] ?? 11);

/** Rules of a sheet with the cells they color. */
function rulesOf(pkg: Package, sheet: SheetPart) {
  return childrenOf(sheet.root, 'conditionalFormatting').flatMap((block) =>
    childrenOf(block, 'cfRule').map((rule) => ({
      ranges: (block.attributes['sqref'] ?? '').split(' ').flatMap((text) => rangeOf(text) ?? []),
      range: block.attributes['sqref'] ?? '',
      formula: child(rule, 'formula')?.text ?? '',
      look: pkg.conditionalLooks[Number(rule.attributes['dxfId'])],
    })),
  );
}

/** Each pair of colors once, with the first cell that has it. */
function pairsOf(pkg: Package, sheet: SheetPart): Map<string, { at: string; colors: Colors; isLarge: boolean }> {
  const pairs = new Map<string, { at: string; colors: Colors; isLarge: boolean }>();
  const add = (cell: Cell, rule?: ReturnType<typeof rulesOf>[number]): void => {
    const look = pkg.look(cell.style);
    const colors = overlaid(look, rule?.look);
    const size = sizeOf(pkg, cell);
    const isLarge = size >= 18 || (size >= 14 && child(look.font, 'b') !== undefined);
    const key = `${colors.text} ${colors.fill} ${isLarge}`;
    if (!pairs.has(key)) pairs.set(key, { at: `${sheet.name}!${cell.address}`, colors, isLarge });
  };
  for (const cell of sheet.shown) if (!sheet.isSliver(cell.row)) add(cell);
  for (const rule of rulesOf(pkg, sheet))
    for (const { from } of rule.ranges)
      for (const cell of sheet.cells) if (cell.row === from.row && cell.column === from.column) add(cell, rule);
  return pairs;
}

/** Width of what is printed of a sheet, of each stretch of it between two breaks with the repeated columns, and of its page, in points. */
export function widthsOf(
  pkg: Package,
  sheet: SheetPart,
): { readonly sheet: number; readonly stretches: readonly number[]; readonly page: number } {
  const area = pkg.names.find(
    ({ attributes }) => attributes['name'] === '_xlnm.Print_Area' && Number(attributes['localSheetId']) === sheet.index,
  );
  const printed = area && placeOf(area.text)?.range;
  const last = printed?.to.column ?? Math.max(1, ...sheet.shown.map(({ column }) => column));
  const first = printed?.from.column ?? 1;
  const widthOf = (from: number, to: number): number => {
    let width = 0;
    for (let column = from; column <= to; column += 1) {
      const { width: letters = '8.43', hidden } = sheet.column(column)?.attributes ?? {};
      // ECMA-376 part 1, 18.3.1.13: the widest digit of the usual font has 7 pixels, and a pixel is three quarters of a point.
      if (hidden !== '1') width += Math.trunc(((256 * Number(letters) + Math.trunc(128 / 7)) / 256) * 7) * 0.75;
    }
    return width;
  };
  const breaks = (child(sheet.root, 'colBreaks')?.children ?? []).map(({ attributes }) => Number(attributes['id']));
  const ends = [...breaks.filter((column) => column < last), last];
  const stretches = ends.map((end, i) => {
    const from = i === 0 ? first : (ends[i - 1] ?? 0) + 1;
    return widthOf(from, end) + (i === 0 ? 0 : widthOf(1, sheet.frozen.columns));
  });
  const isLandscape = child(sheet.root, 'pageSetup')?.attributes['orientation'] === 'landscape';
  const { left = '0.7', right = '0.7' } = child(sheet.root, 'pageMargins')?.attributes ?? {};
  const paper = (isLandscape ? 297 : 210) * (72 / 25.4);
  return { sheet: widthOf(first, last), stretches, page: paper - (Number(left) + Number(right)) * 72 };
}

/** Height of what is printed of a sheet, and of its page, in points. */
function heightsOf(pkg: Package, sheet: SheetPart): { readonly sheet: number; readonly page: number } {
  const [first, last] = printedRows(pkg, sheet);
  let height = 0;
  for (let row = first; row <= last; row += 1) {
    const { ht, hidden } = sheet.rows.get(row)?.attributes ?? {};
    if (hidden !== '1') height += Number(ht ?? USUAL_ROW);
  }
  const isLandscape = child(sheet.root, 'pageSetup')?.attributes['orientation'] === 'landscape';
  const { top = '0.75', bottom = '0.75' } = child(sheet.root, 'pageMargins')?.attributes ?? {};
  const paper = (isLandscape ? 210 : 297) * (72 / 25.4);
  return { sheet: height, page: paper - (Number(top) + Number(bottom)) * 72 };
}

/** Width of a column in digits that has none of its own, and pixels of a digit of the usual font. */
const [USUAL_WIDTH, PIXELS_OF_A_DIGIT] = [8.43, 7] as const;

/** Height of a line by size of letters, as Arial has it, and the highest row there is, in points. */
const [LINE, TALLEST] = [1.15, 409] as const;
/** How much wider than they measure texts are taken to be by `textWidth`. */
const ROOM = 1.08;
/** A language whose sentences are longer than those of any other, and which no one prints. */
const INVENTED = 'en-XA';

const languageOf = (pkg: Package): string | undefined =>
  child(pkg.tree(pkg.relations('').find(({ kind }) => kind === 'core-properties')?.target ?? ''), 'dc:language')?.text;

function lastPrintedColumn(pkg: Package, sheet: SheetPart): number {
  const area = pkg.names.find(
    ({ attributes }) => attributes['name'] === '_xlnm.Print_Area' && Number(attributes['localSheetId']) === sheet.index,
  );
  const range = area && placeOf(area.text)?.range;
  return range?.to.column ?? Math.max(1, ...sheet.shown.map(({ column }) => column));
}

/** Points of a row in the usual font that has no height of its own. */
const USUAL_ROW = 12.75;

function printedRows(pkg: Package, sheet: SheetPart): readonly [first: number, last: number] {
  const area = pkg.names.find(
    ({ attributes }) => attributes['name'] === '_xlnm.Print_Area' && Number(attributes['localSheetId']) === sheet.index,
  );
  const range = area && placeOf(area.text)?.range;
  return range ? [range.from.row, range.to.row] : [1, Math.max(1, ...sheet.shown.map(({ row }) => row))];
}

/** Cells that are printed and show something. */
function printedOf(pkg: Package, sheet: SheetPart): readonly Cell[] {
  const area = pkg.names.find(
    ({ attributes }) => attributes['name'] === '_xlnm.Print_Area' && Number(attributes['localSheetId']) === sheet.index,
  );
  const range = area && placeOf(area.text)?.range;
  return sheet.shown.filter(
    ({ column, style }) => (!range || column <= range.to.column) && pkg.look(style).format !== UNSEEN,
  );
}

/** Columns of the same row that a condition looks at: `$H6`. */
function columnsIn(formula: string): number[] {
  return [...formula.replace(/"[^"]*"|'[^']*'![$A-Z0-9:]+/g, '').matchAll(/(?<![A-Z!$:])\$?([A-Z]{1,3})\d+/g)].map(
    ([, letters = '']) => columnNumber(letters),
  );
}

export const ACCESSIBILITY_LAWS: readonly PackageLaw[] = [
  {
    id: 'texts-can-be-read',
    says: 'Text stands out from its fill by 4.5 to 1, large text by 3 to 1, in every color that a condition gives it.',
    source: 'WCAG 2.2, 1.4.3 Contrast (Minimum), which leaves out text that nobody can see, as in a row of 3 points',
    breaches: (pkg) =>
      pkg.visible.flatMap((sheet) =>
        [...pairsOf(pkg, sheet).values()].flatMap(({ at, colors, isLarge }) => {
          const ratio = contrast(colors.text, colors.fill);
          return ratio >= (isLarge ? LARGE_TEXT : TEXT)
            ? []
            : [`${at}: ${colors.text} on ${colors.fill}, ${ratio.toFixed(2)}`];
        }),
      ),
  },
  {
    id: 'inputs-can-be-seen',
    says: 'A cell to fill in has a border all around that stands out from it and from the page by 3 to 1.',
    source: 'WCAG 2.2, 1.4.11 Non-text Contrast',
    breaches: (pkg) =>
      pkg.visible.flatMap((sheet) => {
        const seen = new Set<number>();
        return sheet.inputs.flatMap(({ style, address }) => {
          if (seen.has(style)) return [];
          seen.add(style);
          const look = pkg.look(style);
          const { fill } = overlaid(look);
          const faint = (['left', 'right', 'top', 'bottom'] as const).flatMap((side) => {
            const color = sideOf(look, side);
            const ratio = color === undefined ? 1 : Math.min(contrast(color, fill), contrast(color, PAGE));
            return ratio >= GRAPHIC ? [] : [`${side} ${ratio.toFixed(2)}`];
          });
          return faint.length === 0 ? [] : [`${sheet.name}!${address}: ${faint.join(', ')}`];
        });
      }),
  },
  {
    id: 'colors-are-said',
    says: 'What colors a cell stands as text in a visible cell of its row; no meaning is by color alone.',
    source: 'WCAG 2.2, 1.4.1 Use of Color',
    breaches: (pkg) =>
      pkg.visible.flatMap((sheet) =>
        rulesOf(pkg, sheet).flatMap(({ range, formula, look }) => {
          const colors = ['font', 'fill', 'border'].flatMap((name) => [
            ...found(child(look, name), 'color'),
            ...found(child(look, name), 'bgColor'),
          ]);
          const isSaid = columnsIn(formula).some((column) => sheet.column(column)?.attributes['hidden'] !== '1');
          return colors.length === 0 || isSaid ? [] : [`${sheet.name}!${range}: ${formula}`];
        }),
      ),
  },
  {
    id: 'nothing-empty-is-read',
    says: 'No cell that people see holds an empty text, which is read aloud as something.',
    source: 'WCAG 2.2, 1.3.2 Meaningful Sequence; Microsoft: “Make your Excel documents accessible”',
    breaches: ({ visible }) =>
      visible.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, text }) => (text === '' ? [`${name}!${address}`] : [])),
      ),
  },
  {
    id: 'titles-come-first',
    says: 'The first text that a sheet displays is its title. A text for programs before it is displayed as nothing.',
    source:
      'WCAG 2.2, 2.4.2 Page Titled; Microsoft: “Range.Text”, the text as displayed; NVDA, excel.cpp, reads Range.Text',
    breaches: (pkg) =>
      pkg.visible.flatMap(({ name, shown }) => {
        const text = shown.find(({ style }) => pkg.look(style).format !== UNSEEN)?.text ?? '';
        return /^\p{L}/u.test(text) && text.length <= 100 ? [] : [`${name}: ${text.slice(0, 30)}`];
      }),
  },
  {
    id: 'headings-are-named',
    says: 'A sheet whose headings stand still names them for screen readers, in a name that begins with Title.',
    source: 'Freedom Scientific: “Defining names to automatically read titles”; WCAG 2.2, 1.3.1',
    breaches: ({ visible, names }) => {
      const titles = names.filter(({ attributes }) => /^(?:Title|ColumnTitle)/.test(attributes['name'] ?? ''));
      return visible.flatMap((sheet) => {
        const row = sheet.frozen.rows;
        const isNamed = titles.some(({ text }) => {
          const place = placeOf(text);
          return place?.sheet === sheet.name && place.range.from.row === row;
        });
        return row === 0 || isNamed ? [] : [`${sheet.name}: row ${row}`];
      });
    },
  },
  {
    id: 'drawings-are-told',
    says: 'What is drawn is told in words, which are more than its name.',
    source: 'WCAG 2.2, 1.1.1 Non-text Content; ECMA-376 part 1, 20.1.2.2.8 cNvPr descr',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) =>
        sheet.relations
          .filter(({ kind }) => kind === 'drawing')
          .flatMap(({ target }) => {
            // A logo is told in a word or two, a chart is not.
            const told = (frame: string, least: number): string[] =>
              found(pkg.tree(target), frame)
                .flatMap((each) => found(each, 'xdr:cNvPr'))
                .flatMap(({ attributes: { name = '', descr = '' } }) =>
                  descr.length >= least && descr !== name ? [] : [`${sheet.name}: ${name}`],
                );
            return [...told('xdr:graphicFrame', 20), ...told('xdr:pic', 1)];
          }),
      ),
  },
  {
    id: 'letters-on-screen',
    says: 'Letters on the screen have at least 9 points.',
    source: 'Microsoft: “Accessibility best practices with Excel spreadsheets”; our finding 22',
    breaches: (pkg) =>
      pkg.visible.flatMap((sheet) =>
        sheet.shown.flatMap((cell) => {
          const size = sizeOf(pkg, cell);
          return size >= ON_SCREEN ? [] : [`${sheet.name}!${cell.address}: ${size} pt`];
        }),
      ),
  },
  {
    id: 'letters-of-charts',
    says: 'Letters of a chart have at least 9 points.',
    source: 'Microsoft: “Accessibility best practices with Excel spreadsheets”; ECMA-376 part 1, 21.1.2.3.2 defRPr sz',
    breaches: (pkg) =>
      [...pkg.parts.keys()]
        .filter((part) => /charts\/chart\d+\.xml$/.test(part))
        .flatMap((part) =>
          [...found(pkg.tree(part), 'a:defRPr'), ...found(pkg.tree(part), 'a:rPr')].flatMap(({ attributes: { sz } }) =>
            sz !== undefined && Number(sz) < ON_SCREEN * 100 ? [`${part}: ${sz}`] : [],
          ),
        ),
  },
  {
    id: 'letters-in-print',
    says: 'Letters on paper have at least 8 points after the sheet was made as narrow, or as short, as the page.',
    source: 'ECMA-376 part 1, 18.3.1.63 pageSetup fitToWidth; our finding 20',
    breaches: (pkg) =>
      pkg.visible.flatMap((sheet) => {
        const { sheet: width, page } = widthsOf(pkg, sheet);
        const setup = child(sheet.root, 'pageSetup')?.attributes ?? {};
        const fits = found(child(sheet.root, 'sheetPr'), 'pageSetUpPr')[0]?.attributes['fitToPage'] === '1';
        const heights = heightsOf(pkg, sheet);
        // 18.3.1.63: without fitToPage the scale counts, whatever fitToWidth says.
        const scale = !fits
          ? Number(setup['scale'] ?? 100) / 100
          : Math.min(
              1,
              setup['fitToWidth'] === '1' ? page / width : 1,
              setup['fitToHeight'] === '1' ? heights.page / heights.sheet : 1,
            );
        const smallest = Math.min(...printedOf(pkg, sheet).map((cell) => sizeOf(pkg, cell)));
        return smallest * scale >= IN_PRINT ? [] : [`${sheet.name}: ${(smallest * scale).toFixed(1)} pt`];
      }),
  },
  {
    id: 'lines-are-printed-whole',
    says: 'A text that runs over the cells beside it ends before the next text, and before the last printed column.',
    source: 'ECMA-376 part 1, 18.8.1 alignment wrapText; our finding 20: what runs over the edge of a page is cut',
    breaches: (pkg) =>
      (languageOf(pkg) === INVENTED ? [] : pkg.visible).flatMap((sheet) => {
        const [first, last] = printedRows(pkg, sheet);
        const end = lastPrintedColumn(pkg, sheet);
        return printedOf(pkg, sheet).flatMap((cell) => {
          const { address, row, column, style, type, raw } = cell;
          const text = cell.text ?? (type === 'str' ? raw : undefined);
          if (text === undefined || row < first || row > last || sheet.isSliver(row)) return [];
          const { xf, font } = pkg.look(style);
          if (child(xf, 'alignment')?.attributes['wrapText'] === '1') return [];
          const beside = sheet.shown.filter((each) => each.row === row && each.column > column);
          const until = Math.min(end + 1, ...beside.map((each) => each.column));
          let room = 0;
          for (let at = column; at < until; at += 1)
            room += Number(sheet.column(at)?.attributes['width'] ?? USUAL_WIDTH) * PIXELS_OF_A_DIGIT;
          const size = sizeOf(pkg, cell);
          const wide = textWidth(text, { size, bold: child(font, 'b') !== undefined }) / ROOM;
          return wide <= room
            ? []
            : [`${sheet.name}!${address}: ${Math.round(wide)} px in ${Math.round(room)}: ${text}`];
        });
      }),
  },
  {
    id: 'texts-fit-rows',
    says: 'A row that keeps its height is high enough for what the workbook says in it, in letters 6% wider than they measure.',
    source: 'ECMA-376 part 1, 18.3.1.73 row customHeight; our finding 7: 47 cells were cut at 6% more',
    breaches: (pkg) =>
      (languageOf(pkg) === INVENTED ? [] : pkg.visible).flatMap((sheet) => {
        // Columns that are not printed may be cut: other sheets have their texts in full.
        const end = lastPrintedColumn(pkg, sheet);
        return sheet.shown.flatMap(({ address, row, column, style, type, raw, ...cell }) => {
          // What a formula shows does not make its row grow either.
          const text = cell.text ?? (type === 'str' ? raw : undefined);
          const { ht } = sheet.rows.get(row)?.attributes ?? {};
          const { xf, font, format, isLocked } = pkg.look(style);
          const alignment = child(xf, 'alignment')?.attributes ?? {};
          const size = Number(child(font, 'sz')?.attributes['val'] ?? 11);
          // What people wrote makes their rows grow.
          if (
            text === undefined ||
            ht === undefined ||
            !isLocked ||
            format === UNSEEN ||
            column > end ||
            sheet.isSliver(row)
          )
            return [];
          const width =
            Number(sheet.column(column)?.attributes['width'] ?? USUAL_WIDTH) - Number(alignment['indent'] ?? 0) * 1.5;
          const look = { size: (size * 1.06) / ROOM, bold: child(font, 'b') !== undefined };
          const lines = alignment['wrapText'] === '1' ? linesOf(text, width, look) : 1;
          const needed = Math.min(TALLEST, lines * size * LINE);
          return needed <= Number(ht) ? [] : [`${sheet.name}!${address}: ${needed.toFixed(1)} pt in ${ht}`];
        });
      }),
  },
];
