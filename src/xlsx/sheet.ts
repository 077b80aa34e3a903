/** The rows of one sheet, and its merged cells. */
import { MAX_COLUMN, MAX_ROW, parseA1 } from '../grid/address.js';
import type { GridRow } from '../grid/grid.js';
import { readCell, type CellContext } from './cell.js';
import type { Budget } from './budget.js';
import { damaged } from './fault.js';
import { PackedCells, PackedRow } from './packed-cells.js';
import { SharedFormulas } from './shared-formula.js';
import { SpreadFormulas } from './spread-formula.js';
import { UsualCell } from './usual-way.js';
import type { XmlReader } from './xml.js';
import { nextNamed, readTree } from './xml-tree.js';

export interface SheetContext extends CellContext {
  readonly budget: Budget;
}

export interface SheetContent {
  /** Rows with at least one value or formula, ascending; cells ascending by column. */
  readonly rows: GridRow[];
  /** Ranges of cells that are shown as one. */
  readonly merges: string[];
  readonly links: readonly SheetLink[];
}

/** Cells that lead somewhere: to an address outside by a relationship, to a place inside by itself. */
export interface SheetLink {
  readonly range: string;
  readonly relation: string | undefined;
  readonly location: string | undefined;
}

export function readSheetContent(bytes: Uint8Array, part: string, context: SheetContext): SheetContent {
  const rows: GridRow[] = [];
  const merges: string[] = [];
  const links: SheetLink[] = [];
  const mergeCell = (xml: XmlReader): void => {
    context.budget.merges.spend();
    merges.push(xml.attribute('ref') ?? '');
  };
  readTree(bytes, part, {
    worksheet: {
      sheetData: (xml) => {
        for (const row of readRows(bytes, xml, part, context)) rows.push(row);
      },
      mergeCells: { mergeCell },
      hyperlinks: {
        hyperlink: (xml) => {
          context.budget.links.spend();
          links.push({
            range: xml.attribute('ref') ?? '',
            relation: xml.relation(),
            location: xml.attribute('location'),
          });
        },
      },
    },
  });
  return { rows, merges, links };
}

/** The rows of the element just opened. */
function readRows(bytes: Uint8Array, xml: XmlReader, part: string, context: SheetContext): GridRow[] {
  const rows: GridRow[] = [];
  let row = 0;
  let column = 0;
  const usual = new UsualCell(bytes);
  const packed = new PackedCells(bytes, xml, context, usual);
  /** Number of the first cell of the row; the column of the last; whether all ascend by column. */
  let [first, last, isInOrder] = [0, 0, true];
  const finishRow = (): void => {
    if (packed.count > first) {
      const found = new PackedRow(row, packed, first, packed.count);
      rows.push(isInOrder ? found : { row, cells: inOrder([...found.cells], (cell) => cell.column) });
    }
    [first, last, isInOrder] = [packed.count, 0, true];
  };
  const added = (): void => {
    context.budget.cells.spend();
    if (column <= last) isInOrder = false;
    last = column;
  };
  const shared = new SharedFormulas(context.budget.unfolded);
  const spread = new SpreadFormulas();
  /** Most cells are written in the same few ways, and need not be read as XML. */
  const readUsual = (): void => {
    if (!xml.plainIsOwn) return;
    let behind = -1;
    for (let end = usual.read(xml.position); end >= 0; end = usual.read(end)) {
      behind = end;
      column = usual.column;
      if (packed.add(usual)) added();
    }
    if (behind >= 0) xml.moveTo(behind);
  };
  const { inside } = xml;
  while (nextNamed(xml, inside, 'row', part)) {
    finishRow();
    const given = xml.attribute('r');
    row = given === undefined ? row + 1 : Number(given);
    if (!(Number.isInteger(row) && row >= 1 && row <= MAX_ROW))
      throw damaged('part-row', { part, piece: String(given ?? row) });
    column = 0;
    if (xml.selfClosing) continue;
    const inRow = xml.inside;
    readUsual();
    while (nextNamed(xml, inRow, 'c', part)) {
      const address = xml.attribute('r');
      if (address === undefined) column += 1;
      else {
        const place = parseA1(address);
        if (!place) throw damaged('part-cell', { part, piece: address.slice(0, 20) });
        column = place.column;
      }
      if (column > MAX_COLUMN) throw damaged('part-column', { part });
      const cell = readCell(xml, { row, column }, context, { shared, spread, part });
      if (cell) {
        packed.addMade(cell);
        added();
      }
      readUsual();
    }
  }
  finishRow();
  return spread.over(mergeRows(inOrder(rows, (each) => each.row)), context.budget.cells);
}

/** Almost always in order already; sorted stably if not. */
function inOrder<T>(items: T[], key: (item: T) => number): T[] {
  for (let i = 1; i < items.length; i += 1) {
    const [before, here] = [items[i - 1], items[i]];
    if (before !== undefined && here !== undefined && key(before) >= key(here)) {
      const sorted = [...items].sort((a, b) => key(a) - key(b));
      sorted.forEach((item, at) => {
        const other = sorted[at - 1];
        // Which of the two a person has seen, nobody can tell.
        if (other !== undefined && key(other) === key(item) && isCell(item)) throw damaged('cell-twice');
      });
      return sorted;
    }
  }
  return items;
}

function isCell(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'column' in item;
}

/** Doubled rows are joined; doubled cells are a fault. */
function mergeRows(rows: GridRow[]): GridRow[] {
  const merged: GridRow[] = [];
  for (let at = 0; at < rows.length;) {
    const first = rows[at];
    let end = at + 1;
    while (rows[end]?.row === first?.row && end < rows.length) end += 1;
    if (first && end === at + 1) merged.push(first);
    else if (first) {
      const cells = rows.slice(at, end).flatMap((row) => row.cells);
      merged.push({ row: first.row, cells: inOrder(cells, ({ column }) => column) });
    }
    at = end;
  }
  return merged;
}
