/** Laws of how a sheet stands on the screen and on paper. */
import { parseA1, toA1 } from '../../../src/grid/address.js';
import { areasOf, child, childrenOf, found, placeOf, type SheetPart } from '../open-package.js';
import { widthsOf } from './accessibility.js';
import type { PackageLaw } from './law.js';

/** The panes that a sheet is cut into, with the first cell that each shows. */
function panesOf({ frozen: { rows, columns } }: SheetPart): Map<string, { row: number; column: number }> {
  const panes = new Map<string, { row: number; column: number }>();
  if (columns > 0) panes.set('topRight', { row: 1, column: columns + 1 });
  if (rows > 0) panes.set('bottomLeft', { row: rows + 1, column: 1 });
  if (columns > 0 && rows > 0) panes.set('bottomRight', { row: rows + 1, column: columns + 1 });
  return panes;
}

/** What a name of a sheet's own stands for begins on that sheet, and nothing in it leads to another. */
function isOf({ name }: SheetPart, text: string): boolean {
  const own = name.replaceAll("'", "''");
  const rest = text.replaceAll(`'${own}'!`, '').replaceAll(`${name}!`, '');
  return rest !== text && !rest.includes('!');
}

/** LibreOffice 7.4 draws columns on paper so much wider: 1,136 pixels fit a page of 1,207, and 1,143 do not. */
const DRAWN_WIDER = 1.06;

export const SHEET_LAWS: readonly PackageLaw[] = [
  {
    id: 'nothing-hidden-is-frozen',
    says: 'No hidden row or column stands in the frozen part of a sheet: programs count it differently.',
    source: 'ECMA-376 part 1, 18.3.1.66 pane; EPPlus #786, mended in its #1969, #2067 and #2111',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => {
        const { rows, columns } = sheet.frozen;
        const hiddenRows = [...sheet.rows.keys()].filter((row) => row <= rows && sheet.isHiddenRow(row));
        const hiddenColumns = Array.from({ length: columns }, (_, i) => i + 1).filter(
          (column) => sheet.column(column)?.attributes['hidden'] === '1',
        );
        return [
          ...hiddenRows.map((row) => `${sheet.name}: row ${row} of ${rows}`),
          ...hiddenColumns.map((column) => `${sheet.name}: column ${column} of ${columns}`),
        ];
      }),
  },
  {
    id: 'panes-have-selections',
    says: 'Each scrolling part of a frozen sheet has a selection in it, and the active one is the last.',
    source: 'ECMA-376 part 1, 18.3.1.66 pane, 18.3.1.78 selection; Excel-saved panes01.xlsx',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => {
        const panes = panesOf(sheet);
        if (panes.size === 0) return [];
        const pane = child(sheet.view, 'pane');
        const [active, corner] = [...panes].at(-1) ?? ['', { row: 1, column: 1 }];
        const selections = childrenOf(sheet.view, 'selection');
        const order = selections.map(({ attributes }) => attributes['pane']);
        const outside = selections.filter(({ attributes }) => {
          const first = panes.get(attributes['pane'] ?? '');
          const cell = parseA1(attributes['activeCell'] ?? '');
          return !first || !cell || cell.row < first.row || cell.column < first.column;
        });
        return [
          ...(pane?.attributes['activePane'] === active && pane.attributes['topLeftCell'] === toA1(corner)
            ? []
            : [`${sheet.name}: pane ${JSON.stringify(pane?.attributes)}`]),
          ...(order.join() === [...panes.keys()].join() ? [] : [`${sheet.name}: selections ${order.join() || 'none'}`]),
          ...outside.map(({ attributes }) => `${sheet.name}: ${attributes['pane']} ${attributes['activeCell']}`),
        ];
      }),
  },
  {
    id: 'rows-grow',
    says: 'Rows with cells to fill in have no fixed height, so that they grow while somebody types.',
    source: 'ECMA-376 part 1, 18.3.1.73 row customHeight; Microsoft: “Change the column width and row height”',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => {
        const filled = new Set(sheet.inputs.map(({ row }) => row));
        return [...filled].flatMap((row) =>
          sheet.rows.get(row)?.attributes['customHeight'] === '1' ? [`${sheet.name}: row ${row}`] : [],
        );
      }),
  },
  {
    id: 'rows-in-order',
    says: 'Rows and cells stand in order, each once, within what programs can hold and what the sheet says it holds.',
    source: 'ECMA-376 part 1, 18.3.1.73 row, 18.3.1.35 dimension; Microsoft: “Excel specifications and limits”',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ name, cells, root }) => {
        const [, last] = (child(root, 'dimension')?.attributes['ref'] ?? 'A1').split(':');
        const end = parseA1(last ?? 'A1') ?? { row: 1, column: 1 };
        return cells.flatMap(({ row, column, address }, i) => {
          const before = cells[i - 1];
          const isNext = !before || row > before.row || (row === before.row && column > before.column);
          const isInside = row >= 1 && row <= end.row && column >= 1 && column <= end.column;
          return isNext && isInside && row <= 1_048_576 && column <= 16_384 ? [] : [`${name}!${address}`];
        });
      }),
  },
  {
    id: 'headings-are-printed',
    says: 'Headings that stand still on the screen repeat on every page, as names of their own sheet.',
    source: 'ECMA-376 part 1, 18.2.5 definedName; Excel-saved repeat03.xlsx, print_area01.xlsx',
    breaches: ({ visible, names }) =>
      visible.flatMap((sheet) => {
        const own = names.filter(({ attributes }) => Number(attributes['localSheetId'] ?? -1) === sheet.index);
        const wrong = own.filter(({ text }) => !isOf(sheet, text));
        const titles = own.find(({ attributes }) => attributes['name'] === '_xlnm.Print_Titles')?.text ?? '';
        const { rows, columns } = sheet.frozen;
        const repeated = /\$(\d+):\$(\d+)$/.exec(titles);
        // Only where a page may begin with a later column.
        const aside = areasOf(titles).length > 1 ? placeOf(areasOf(titles)[0] ?? '')?.range : undefined;
        const isWide = child(sheet.root, 'colBreaks') !== undefined;
        return [
          ...wrong.map(({ text }) => `${sheet.name}: ${text}`),
          ...(rows === 0 || (repeated && Number(repeated[2]) === rows) ? [] : [`${sheet.name}: ${titles || 'none'}`]),
          ...(!isWide || (aside?.from.column === 1 && aside.to.column === columns)
            ? []
            : [`${sheet.name}: ${columns} columns, ${titles || 'none'}`]),
        ];
      }),
  },
  {
    id: 'pages-are-set',
    says: 'Every sheet says how it is printed, and is cut only where it says so; a header or footer has at most 255 characters.',
    source:
      'ECMA-376 part 1, 18.3.1.63 pageSetup, 18.3.1.46 headerFooter; Excel-saved header01.xlsx, fit_to_pages01.xlsx',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) => {
        const { name, root } = sheet;
        const setup = child(root, 'pageSetup')?.attributes ?? {};
        const fits = found(child(root, 'sheetPr'), 'pageSetUpPr')[0]?.attributes['fitToPage'] === '1';
        // As wide as a page, or of a set size and cut where the sheet says so. Cut between rows alone, it is no wider than a page.
        const scale = Number(setup['scale']);
        const { sheet: wide, stretches, page } = widthsOf(pkg, sheet);
        const isCut =
          scale >= 10 &&
          scale <= 100 &&
          ((child(root, 'colBreaks') !== undefined &&
            stretches.every((each) => (each * scale * DRAWN_WIDER) / 100 <= page)) ||
            (child(root, 'rowBreaks') !== undefined && (wide * scale) / 100 <= page));
        const texts = child(root, 'headerFooter')?.children ?? [];
        return [
          ...(setup['paperSize'] && setup['orientation'] && (fits || isCut)
            ? []
            : [`${name}: ${JSON.stringify(setup)}`]),
          ...texts.flatMap((each) => (each.text.length <= 255 ? [] : [`${name}: ${each.name} ${each.text.length}`])),
        ];
      }),
  },
  {
    id: 'foot-is-never-smaller',
    says: 'Head and foot keep at least 8 points where the sheet between them is made smaller.',
    source: 'ECMA-376 part 1, 18.3.1.46 headerFooter scaleWithDoc, which is true where it is not said',
    breaches: ({ visible }) =>
      visible.flatMap(({ name, root }) => {
        const fits = found(child(root, 'sheetPr'), 'pageSetUpPr')[0]?.attributes['fitToPage'] === '1';
        const isSmaller = fits || Number(child(root, 'pageSetup')?.attributes['scale'] ?? 100) < 100;
        const foot = child(root, 'headerFooter');
        const sizes = (foot?.children ?? []).flatMap(({ text }) =>
          [...text.matchAll(/&(\d+)/g)].map(([, size]) => Number(size)),
        );
        return [
          ...(isSmaller && foot && foot.attributes['scaleWithDoc'] !== '0' ? [`${name}: made smaller`] : []),
          ...sizes.filter((size) => size < 8).map((size) => `${name}: ${size} pt`),
        ];
      }),
  },
];
