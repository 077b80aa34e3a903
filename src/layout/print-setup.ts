/** How a sheet is printed: what of it, what repeats, where pages begin, and whether one page is enough. */
import { columnLetters } from '../grid/address.js';
import type { PrintSetup } from '../xlsx/plan.js';
import type { Draft } from './draft.js';
import { LOOK } from './look.js';

/** What of a laid out sheet is printed, and how. */
export function printSetup(draft: Draft): PrintSetup {
  const { declaration, tables, cells, asides } = draft;
  const { landscape, onePage = false, repeat, printUpTo, print = {}, widths } = declaration;
  const [first] = tables;
  const breaking = tables.find(({ table }) => table.id === print.breakBefore);
  const repeating = tables.find(({ table }) => table.id === repeat);
  const columnNamed = (id: string | undefined): number | undefined => {
    const index = first?.table.columns.findIndex((column) => column.id === id) ?? -1;
    return index < 0 ? undefined : index + 1;
  };
  const repeated = columnNamed(print.repeatUpTo);
  const printTo = declaration.printTo && `$${columnLetters(declaration.printTo.column)}$${declaration.printTo.row}`;
  const lastColumn = columnLetters(columnNamed(printUpTo) ?? widths.length);
  const from = print.header !== undefined && first ? first.headerRow : 1;
  const lastRow = first && from > 1 ? first.headerRow + first.table.rows.length : lastRowOf(cells, asides);
  const to =
    print.whileNumbered === true && first
      ? `INDEX($${lastColumn}:$${lastColumn},${first.headerRow}+COUNT($A$${first.firstRow}:$A$${first.headerRow + first.table.rows.length}))`
      : `$${lastColumn}$${lastRow}`;
  return {
    landscape,
    onePage: onePage && isReadableOnOnePage(draft),
    ...(print.scale === undefined ? {} : { scale: print.scale }),
    ...(repeating ? { titleRows: [repeating.headerRow, repeating.headerRow] as const } : {}),
    ...(repeated === undefined ? {} : { titleColumns: repeated }),
    // Programs pass over it where a sheet is fitted to pages: the key row comes with the table.
    ...(breaking ? { rowBreaks: [breaking.headerRow - 1] } : {}),
    ...(print.breakAfter ? { breaks: print.breakAfter.flatMap((id) => columnNamed(id) ?? []) } : {}),
    // Texts that run over the last column would make everything smaller.
    ...(declaration.kind === 'hidden' ? {} : { area: `$A$${from}:${printTo ?? to}` }),
    ...(print.header === undefined ? {} : { header: print.header }),
  };
}

/** Points between the margins of a page, upright and lying. */
const PAGE_HEIGHT = { upright: 762, lying: 498 } as const;
/** Points of a row that has no height of its own, and of the smallest letters on paper. */
const [USUAL_HEIGHT, SMALLEST] = [12.75, 8] as const;

/** False where letters would be too small: in a language of longer words the sheet takes a second page. */
function isReadableOnOnePage({ declaration, rows, cells, asides }: Draft): boolean {
  let height = 0;
  const last = declaration.printTo?.row ?? lastRowOf(cells, asides);
  for (let row = 1; row <= last; row += 1) height += rows.get(row)?.height ?? USUAL_HEIGHT;
  const scale = Math.min(1, PAGE_HEIGHT[declaration.landscape ? 'lying' : 'upright'] / height);
  const sizes = cells.flatMap(({ cell: { content, look } }) =>
    content.is === 'nothing' || look.format === LOOK.key.format ? [] : [look.size ?? 10],
  );
  return Math.min(...sizes) * scale >= SMALLEST;
}

const lastRowOf = (cells: Draft['cells'], asides: Draft['asides']): number =>
  cells.reduce((last, { spot }) => (asides.has(spot.row) ? last : Math.max(last, spot.row)), 1);
