/** The first half of laying out: every declared cell gets its place, and can be referred to. */
import type { Book, Entry, Spot } from './book.js';
import {
  cellOf,
  columnOf,
  figureColumn,
  figureOf,
  type Cell,
  type Content,
  type Line,
  type Reference,
  type SheetDeclaration,
  type Table,
  type TableColumn,
} from './declare.js';
import { LOOK } from './look.js';
import type { RowLook, Style } from '../xlsx/plan.js';

/** First cell of a table's key row; the reader finds tables by it. */
export const keyMark = (table: string): string => `aismm:${table}`;

/** In place of a row's key: the rows above the first one of a table. */
export const HEAD = { keys: '#keys', groups: '#groups', headings: '#headings' } as const;
/** The same for the row below a framed table. */
const CLOSING = '#closing';

/** Points: a row that people hardly see and programs read. A hidden one would upset frozen panes. */
const KEY_ROW = 2.25;
/** Points of a closing row that says nothing. */
const QUIET_CLOSING = 9;

/** A sheet while it is laid out: cells whose formulas can't be written before everything has its address. */
export interface Draft {
  readonly declaration: SheetDeclaration;
  readonly cells: Entry[];
  readonly rows: Map<number, RowLook>;
  readonly tables: { readonly table: Table; readonly headerRow: number; readonly firstRow: number }[];
  /** Rows that are left out in print. */
  readonly asides: Set<number>;
}

/** Gives places to the cells of one sheet after the other, and enters them in the book. */
export class Drafting {
  constructor(private readonly book: Book) {}

  layOut(declaration: SheetDeclaration): Draft {
    const draft: Draft = { declaration, cells: [], rows: new Map(), tables: [], asides: new Set() };
    let row = 1;
    for (const block of declaration.blocks) {
      row = block.is === 'table' ? this.#layTable(block, row, draft) : this.#layLines(block.rows, row, draft);
    }
    return draft;
  }

  #layLines(lines: readonly Line[], start: number, draft: Draft): number {
    lines.forEach((line, index) => {
      const row = start + index;
      if (line.isAside) draft.asides.add(row);
      if (line.height !== undefined) draft.rows.set(row, { height: line.height });
      for (const [column, cell] of Object.entries(line.cells)) {
        const spot = { sheet: draft.declaration.name, row, column: Number(column) };
        const subject = { table: `sheet:${draft.declaration.id}`, row: String(row), column };
        const entry = { spot, cell, subject, known: undefined };
        draft.cells.push(entry);
        this.#register(`line|${draft.declaration.id}|${row}|${column}`, entry);
      }
    });
    return start + lines.length;
  }

  #layTable(table: Table, start: number, draft: Draft): number {
    const sheet = draft.declaration.name;
    let row = start;
    const put = (index: number, key: string, cell: Cell): Entry => {
      const spot = { sheet, row, column: index + 1 };
      const subject = { table: table.id, row: key, column: table.columns[index]?.id ?? '' };
      const entry = { spot, cell, subject, known: undefined };
      draft.cells.push(entry);
      return entry;
    };
    /** By column: its cells that can be referred to, from the heading down. */
    const members: (Entry | undefined)[][] = table.columns.map(() => []);
    const isHidden = draft.declaration.kind === 'hidden';
    table.columns.forEach((column, index) => {
      const key = index === 0 ? keyMark(table.id) : column.id;
      const { fill } = headingLook(column);
      const look = isHidden || fill === undefined ? LOOK.key : { ...LOOK.key, fill };
      put(index, HEAD.keys, { content: { is: 'constant', value: key }, look });
    });
    draft.rows.set(row, isHidden ? { hidden: true } : { height: KEY_ROW });
    row += 1;
    if (table.columns.some((column) => column.group !== undefined)) {
      table.columns.forEach(({ group }, index) => {
        const content: Content = group ? { is: 'constant', value: group } : { is: 'nothing' };
        put(index, HEAD.groups, { content, look: LOOK.group });
      });
      draft.rows.set(row, { height: 18 });
      row += 1;
    }
    table.columns.forEach((column, index) => {
      const cell: Cell = { content: { is: 'constant', value: column.header }, look: headingLook(column) };
      const entry = put(index, HEAD.headings, cell);
      members[index]?.push(entry);
      this.#register(cellOf(table.id, HEAD.headings, column.id), entry);
    });
    const headerRow = row;
    if (table.headerHeight !== undefined) draft.rows.set(row, { height: table.headerHeight });
    // Screen readers take a name that begins with Title for the place where headings of rows and columns meet.
    if (!isHidden) this.book.addPlace(`Title_${table.id.replaceAll('-', '_')}`, { sheet, row, column: 1 });
    row += 1;
    const firstRow = row;
    for (const each of table.rows) {
      table.columns.forEach((column, index) => {
        const cell = each.cells[column.id];
        const entry = cell && put(index, each.key, cell);
        members[index]?.push(entry);
        if (entry) this.#register(cellOf(table.id, each.key, column.id), entry);
      });
      if (table.rowHeight !== undefined) draft.rows.set(row, { height: table.rowHeight });
      row += 1;
    }
    draft.tables.push({ table, headerRow, firstRow });
    if (table.rows.length > 0) this.#registerColumns(table, { sheet, row: firstRow, column: 1 }, members);
    if (table.framed === undefined) return row;
    if (table.framed === '') draft.rows.set(row, { height: QUIET_CLOSING });
    else put(0, CLOSING, { content: { is: 'constant', value: table.framed }, look: LOOK.mutedLine });
    return row + 1;
  }

  #registerColumns(table: Table, first: Spot, withHeadings: readonly (Entry | undefined)[][]): void {
    const isFramed = table.framed !== undefined;
    table.columns.forEach((column, index) => {
      const row = isFramed ? first.row - 1 : first.row;
      const cells = withHeadings[index] ?? [];
      // The row below a framed table shows nothing in a column.
      const members = isFramed ? [...cells, undefined] : cells.slice(1);
      const span = { ...first, row, column: first.column + index, count: members.length };
      const reference = columnOf(table.id, column.id);
      this.book.addColumn(reference, span, members);
      if (column.name) this.book.addName(reference, column.name);
      // Where a whole column holds one figure, the figure's values can be referred to as a column too.
      const figures = table.rows.map((row) => row.cells[column.id]?.content);
      const [head] = figures;
      if (head?.is !== 'figure') return;
      const same = figures.every((c) => c?.is === 'figure' && c.quantity === head.quantity && c.slice === head.slice);
      if (!same) return;
      const alias = figureColumn(head.quantity, head.slice);
      this.book.addColumn(alias, span, members);
      if (column.name) this.book.addName(alias, column.name);
    });
  }

  #register(reference: Reference, entry: Entry): void {
    const { content, name } = entry.cell;
    const figure = content.is === 'figure' ? figureOf(content.quantity, content.key, content.slice) : undefined;
    for (const each of figure === undefined ? [reference] : [reference, figure]) {
      this.book.addCell(each, entry);
      if (name) this.book.addName(each, name);
    }
  }
}

/** The look of a column's heading: whether something is to be filled in below it can be seen. */
const headingLook = ({ look, check }: TableColumn): Style => look ?? (check ? LOOK.headerInput : LOOK.header);
