/** Forward: declared sheets to cells with addresses, formulas, cached results, dropdowns, protection and names. */
import type { Subject } from '../diagnostic/finding.js';
import { columnLetters, toA1 } from '../grid/address.js';
import { BLANK, type Value } from '../formula/value.js';
import { toFormula } from '../formula/to-formula.js';
import type { Model } from '../model/model.js';
import type { Figures } from '../scoring/figures.js';
import { RULE_NAMES, type Quantity, type RuleName } from '../scoring/rules.js';
import type {
  ConditionalFormat,
  PlannedCell,
  PlannedChart,
  PlannedSheet,
  Style,
  Validation,
  WorkbookPlan,
} from '../xlsx/plan.js';
import { absoluteSpan, Book, spanText, type Spot } from './book.js';
import { validationRule } from './checks.js';
import {
  cellOf,
  columnOf,
  figureColumn,
  figureOf,
  show,
  type Cell,
  type ChartDeclaration,
  type Check,
  type Content,
  type Line,
  type Reference,
  type SheetDeclaration,
  type Show,
  type Table,
} from './declare.js';
import { FigureFormulas } from './figure-formula.js';
import { heightOf, linesOf } from './measure.js';
import { FONT, LOOK, TABS } from './look.js';

/** First cell of a table's key row; the reader finds tables by it. */
export const keyMark = (table: string): string => `aismm:${table}`;

/** In place of a row's key: the rows above the first one of a table. */
export const HEAD = { keys: '#keys', groups: '#groups', headings: '#headings' } as const;

export interface PlaceOptions {
  readonly model: Model;
  readonly figures: Figures;
  /** False writes formulas without results, so that a spreadsheet program has to compute them. */
  readonly cached: boolean;
  readonly about: Pick<WorkbookPlan, 'title' | 'subject' | 'author' | 'date' | 'footer'>;
}

/** A sheet while it is laid out: cells whose formulas can't be written before everything has its address. */
interface Draft {
  readonly declaration: SheetDeclaration;
  readonly cells: { readonly spot: Spot; readonly cell: Cell; readonly subject: Subject }[];
  readonly rows: Map<number, { height?: number; hidden?: boolean }>;
  readonly tables: { readonly table: Table; readonly headerRow: number; readonly firstRow: number }[];
}

/** Lays out the sheets and writes every formula. */
export function place(declarations: readonly SheetDeclaration[], options: PlaceOptions): WorkbookPlan {
  const placing = new Placing(options);
  const drafts = declarations.map((declaration) => placing.layOut(declaration));
  return {
    ...options.about,
    font: FONT,
    sheets: drafts.map((draft) => placing.finish(draft)),
    names: placing.book.definedNames(),
  };
}

class Placing {
  readonly book = new Book();
  readonly #formulas: FigureFormulas;

  constructor(private readonly options: PlaceOptions) {
    this.#formulas = new FigureFormulas(options.model);
  }

  layOut(declaration: SheetDeclaration): Draft {
    const draft: Draft = { declaration, cells: [], rows: new Map(), tables: [] };
    let row = 1;
    for (const block of declaration.blocks) {
      row = block.is === 'table' ? this.#layTable(block, row, draft) : this.#layLines(block.rows, row, draft);
    }
    return draft;
  }

  #layLines(lines: readonly Line[], start: number, draft: Draft): number {
    lines.forEach((line, index) => {
      const row = start + index;
      if (line.height !== undefined) draft.rows.set(row, { height: line.height });
      for (const [column, cell] of Object.entries(line.cells)) {
        const spot = { sheet: draft.declaration.name, row, column: Number(column) };
        const subject = { table: `sheet:${draft.declaration.id}`, row: String(row), column };
        draft.cells.push({ spot, cell, subject });
        this.#register(`line|${draft.declaration.id}|${row}|${column}`, spot, cell);
      }
    });
    return start + lines.length;
  }

  #layTable(table: Table, start: number, draft: Draft): number {
    const sheet = draft.declaration.name;
    let row = start;
    const put = (index: number, key: string, cell: Cell): Spot => {
      const spot = { sheet, row, column: index + 1 };
      const subject = { table: table.id, row: key, column: table.columns[index]?.id ?? '' };
      draft.cells.push({ spot, cell, subject });
      return spot;
    };
    table.columns.forEach((column, index) => {
      const key = index === 0 ? keyMark(table.id) : column.id;
      put(index, HEAD.keys, { content: { is: 'constant', value: key }, look: LOOK.key });
    });
    draft.rows.set(row, { hidden: true });
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
      put(index, HEAD.headings, {
        content: { is: 'constant', value: column.header },
        look: column.look ?? LOOK.header,
      });
    });
    const headerRow = row;
    // Screen readers take a name that begins with Title for the place where headings of rows and columns meet.
    if (draft.declaration.kind !== 'hidden')
      this.book.addPlace(`Title_${table.id.replaceAll('-', '_')}`, { sheet, row, column: 1 });
    row += 1;
    const firstRow = row;
    for (const each of table.rows) {
      table.columns.forEach((column, index) => {
        const cell = each.cells[column.id];
        if (!cell) return;
        const reference = cellOf(table.id, each.key, column.id);
        this.#register(reference, put(index, each.key, cell), cell);
      });
      if (table.rowHeight !== undefined) draft.rows.set(row, { height: table.rowHeight });
      row += 1;
    }
    draft.tables.push({ table, headerRow, firstRow });
    if (table.rows.length > 0) this.#registerColumns(table, { sheet, row: firstRow, column: 1 });
    return row;
  }

  #registerColumns(table: Table, first: Spot): void {
    table.columns.forEach((column, index) => {
      const span = { ...first, column: first.column + index, count: table.rows.length };
      const members = table.rows.map((row) => cellOf(table.id, row.key, column.id));
      const reference = columnOf(table.id, column.id);
      this.book.addColumn(reference, span, members);
      if (column.name) this.book.addName(reference, column.name);
      // Where a whole column holds one figure, the figure's values can be referred to as a column too.
      const figures = table.rows.map((row) => row.cells[column.id]?.content);
      const [head] = figures;
      if (head?.is !== 'figure') return;
      const same = figures.every((c) => c?.is === 'figure' && c.quantity === head.quantity && c.lens === head.lens);
      if (!same) return;
      const alias = figureColumn(head.quantity, head.lens);
      this.book.addColumn(alias, span, members);
      if (column.name) this.book.addName(alias, column.name);
    });
  }

  #register(reference: Reference, spot: Spot, cell: Cell): void {
    const value = (): Value => this.#valueOf(cell.content);
    this.book.addCell(reference, spot, value);
    if (cell.name) this.book.addName(reference, cell.name);
    if (cell.content.is === 'figure') {
      const { quantity, key, lens } = cell.content;
      const alias = figureOf(quantity, key, lens);
      this.book.addCell(alias, spot, value);
      if (cell.name) this.book.addName(alias, cell.name);
    }
  }

  #valueOf(content: Content): Value {
    switch (content.is) {
      case 'nothing':
        return BLANK;
      case 'constant':
        return content.value;
      case 'input':
        return content.value ?? BLANK;
      case 'figure':
        return this.#figure(content.quantity, content.lens, content.key);
      case 'formula':
        return this.book.show(content.show);
    }
  }

  #figure(quantity: Quantity, lens: string, key: string): Value {
    const { figures } = this.options;
    const { objective, level, category, group } = figures.outline.position;
    const isProgramInput = quantity === 'asOf' || quantity.startsWith('uses:');
    const index = objective.get(key) ?? level.get(key) ?? category.get(key) ?? group.get(key) ?? 0;
    return figures.value(quantity, lens, isProgramInput ? 0 : index);
  }

  finish(draft: Draft): PlannedSheet {
    const { declaration } = draft;
    const cells = draft.cells.map((each) => this.#planCell(each));
    if (declaration.kind !== 'hidden') this.#measureRows(draft, cells);
    const freezing = draft.tables.find(({ table }) => table.freezeAfter !== undefined);
    const filtering = draft.tables.find(({ table }) => table.filter);
    const repeating = draft.tables.find(({ table }) => table.id === declaration.repeat);
    const firstInput = draft.cells.find(({ cell }) => cell.content.is === 'input');
    return {
      name: declaration.name,
      visibility: declaration.kind === 'hidden' ? 'hidden' : 'visible',
      ...(declaration.kind === 'hidden' ? {} : { tabColor: TABS[declaration.kind] }),
      columns: declaration.widths.map((width) => ({ width })),
      rows: draft.rows,
      cells,
      validations: draft.tables.flatMap((placed) => this.#validations(placed)),
      conditionalFormats: draft.tables.flatMap((placed) => this.#formats(placed, declaration.name)),
      charts: (declaration.charts ?? []).map((chart) => this.#chart(chart)),
      ...(freezing
        ? {
            freeze: {
              row: freezing.firstRow,
              column: freezing.table.columns.findIndex(({ id }) => id === freezing.table.freezeAfter) + 2,
            },
          }
        : {}),
      ...(filtering
        ? {
            filter: `A${filtering.headerRow}:${columnLetters(filtering.table.columns.length)}${filtering.headerRow + filtering.table.rows.length}`,
          }
        : {}),
      zoom: declaration.zoom ?? 100,
      start: firstInput ? toA1(firstInput.spot) : 'A1',
      print: {
        landscape: declaration.landscape,
        onePage: declaration.onePage ?? false,
        ...(repeating ? { titleRows: repeating.headerRow } : {}),
        ...printArea(draft),
      },
    };
  }

  #chart({ beside, below, columns, rows, labels, series, ...look }: ChartDeclaration): PlannedChart {
    const row = this.book.spotOf(beside).row + below;
    return {
      ...look,
      from: { row, column: columns.from },
      to: { row: row + rows, column: columns.to },
      categories: absoluteSpan(this.book.spanOf(labels)),
      labels: this.book.columnValues(labels).map(String),
      series: series.map(({ values, ...each }) => ({
        ...each,
        values: absoluteSpan(this.book.spanOf(values)),
        cached: this.book
          .columnValues(values)
          .map((value) => (this.options.cached && typeof value === 'number' ? value : undefined)),
      })),
    };
  }

  #planCell({ spot, cell, subject }: Draft['cells'][number]): PlannedCell {
    const { content, look } = cell;
    const base = { row: spot.row, column: spot.column, style: look, subject };
    const cached = (): { value?: Value } => (this.options.cached ? { value: this.#valueOf(content) } : {});
    switch (content.is) {
      case 'nothing':
        return base;
      case 'constant': {
        if (content.link === undefined) return { ...base, value: content.value };
        const target = this.book.spotOf(content.link);
        return { ...base, value: content.value, link: `'${target.sheet}'!${toA1(target)}` };
      }
      case 'input':
        return content.value === undefined ? base : { ...base, value: content.value };
      case 'formula':
        return { ...base, formula: toFormula(content.show, this.book.addresses(spot.sheet)), ...cached() };
      case 'figure': {
        const formula = content.from
          ? toFormula(content.from, this.book.addresses(spot.sheet))
          : isRule(content.quantity)
            ? this.#formulas.write(content.quantity, content.lens, content.key, this.book, spot.sheet)
            : undefined;
        // A figure of the model itself, e.g. a threshold, is a constant.
        return formula === undefined ? { ...base, value: this.#valueOf(content) } : { ...base, formula, ...cached() };
      }
    }
  }

  #measureRows(draft: Draft, cells: readonly PlannedCell[]): void {
    const tallest = new Map<number, number>();
    draft.cells.forEach(({ spot, cell }, index) => {
      const planned = cells[index];
      const shown = cell.content.is === 'formula' ? this.#valueOf(cell.content) : planned?.value;
      if (typeof shown !== 'string' && typeof shown !== 'number') return;
      const look: Style = cell.look;
      const width = draft.declaration.widths[spot.column - 1] ?? 9;
      const lines = look.wrap ? linesOf(String(shown), width - (look.indent ?? 0) * 1.5, look) : 1;
      tallest.set(spot.row, Math.max(tallest.get(spot.row) ?? 0, heightOf(lines, look)));
    });
    for (const [row, height] of tallest) {
      if (!draft.rows.has(row)) draft.rows.set(row, { height });
    }
  }

  #validations({ table, firstRow }: Draft['tables'][number]): Validation[] {
    const count = table.rows.length;
    const make = (check: Check, column: number, row: number, height: number): Validation => ({
      range: spanText({ sheet: '', row, column, count: height }),
      rule: validationRule(check.field),
      prompt: { title: check.title, text: check.prompt },
      error: { title: check.title, text: check.error },
    });
    const byColumn = table.columns.flatMap((column, index) =>
      column.check && count > 0 ? [make(column.check, index + 1, firstRow, count)] : [],
    );
    const byRow = table.rows.flatMap((row, offset) => {
      const column = table.columns.findIndex(({ id }) => row.cells[id]?.content.is === 'input');
      return row.check ? [make(row.check, column + 1, firstRow + offset, 1)] : [];
    });
    return [...byColumn, ...byRow];
  }

  #formats({ table, firstRow }: Draft['tables'][number], sheet: string): ConditionalFormat[] {
    if (table.rows.length === 0) return [];
    const columnIndex = (id: string): number => table.columns.findIndex((column) => column.id === id) + 1;
    // The column stays, the row moves along with the range.
    const inRow = (shift: number) => (id: string) => show.of(`$${columnLetters(columnIndex(id))}${firstRow + shift}`);
    const addresses = {
      ...this.book.addresses(sheet),
      of: (address: string) => (address.startsWith('$') ? address : this.book.address(address, sheet)),
    };
    return (table.formats ?? []).map(({ columns, when, look }) => {
      const indexes = columns.map(columnIndex).sort((a, b) => a - b);
      const ranges = indexes.map((column) => spanText({ sheet, row: firstRow, column, count: table.rows.length }));
      return {
        range: joinRanges(ranges, indexes),
        formula: toFormula(when(inRow(0), inRow(-1)) as Show, addresses),
        style: look,
      };
    });
  }
}

/** The cells that are printed, where that is not all of them. */
function printArea({ declaration, tables, cells }: Draft): { area?: string } {
  const upTo = tables[0]?.table.columns.findIndex(({ id }) => id === declaration.printUpTo) ?? -1;
  if (upTo < 0) return {};
  const lastRow = cells.reduce((last, { spot }) => Math.max(last, spot.row), 1);
  return { area: `$A$1:$${columnLetters(upTo + 1)}$${lastRow}` };
}

/** Adjoining columns become one range. */
function joinRanges(ranges: readonly string[], columns: readonly number[]): string {
  const adjoining = columns.every((column, i) => column === (columns[0] ?? 0) + i);
  if (!adjoining) return ranges.join(' ');
  return `${ranges[0]?.split(':')[0] ?? ''}:${ranges.at(-1)?.split(':')[1] ?? ''}`;
}

function isRule(quantity: Quantity): quantity is RuleName {
  return (RULE_NAMES as readonly string[]).includes(quantity);
}
