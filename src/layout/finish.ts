/** The second half of laying out: formulas, results, dropdowns, heights and charts, once every cell has its address. */
import { columnLetters, toA1 } from '../grid/address.js';
import { NOT_FOUND } from '../formula/functions.js';
import { toFormula } from '../formula/to-formula.js';
import { RULE_NAMES, type Quantity, type RuleName } from '../scoring/rules.js';
import type { ConditionalFormat, PlannedCell, PlannedChart, PlannedSheet, Style, Validation } from '../xlsx/plan.js';
import { absoluteSpan, spanText, type Book, type Entry } from './book.js';
import { validationRule } from './checks.js';
import { show, type ChartDeclaration, type Check, type RowCondition, type Table } from './declare.js';
import type { Draft } from './draft.js';
import type { FigureFormulas } from './figure-formula.js';
import { TABS } from './look.js';
import { heightOf, linesOf } from './measure.js';
import { printSetup } from './print-setup.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Plans drafted sheets. */
export class Finishing {
  /** `cached`: false writes formulas without results, so that a spreadsheet program has to compute them. */
  constructor(
    private readonly book: Book,
    private readonly formulas: FigureFormulas,
    private readonly cached: boolean,
  ) {}

  finish(draft: Draft): PlannedSheet {
    const { declaration } = draft;
    const cells = draft.cells.map((each) => this.#planCell(each));
    if (declaration.kind !== 'hidden') this.#measureRows(draft, cells);
    const freezing = draft.tables.find(({ table }) => table.freezeAfter !== undefined);
    const filtering = draft.tables.find(({ table }) => table.filter);
    for (const { spot, cell } of draft.cells) {
      const row = draft.rows.get(spot.row);
      // A height that is kept would hide what somebody types beyond it.
      if (cell.look.unlocked === true && row) draft.rows.set(spot.row, { ...row, grows: true });
    }
    const firstInput = draft.cells.find(({ cell }) => cell.content.is === 'input');
    return {
      name: declaration.name,
      visibility: declaration.kind === 'hidden' ? 'hidden' : 'visible',
      ...(declaration.kind === 'hidden' ? {} : { tabColor: TABS[declaration.kind] }),
      columns: declaration.widths.map((width) => ({ width })),
      rows: draft.rows,
      cells,
      validations: draft.tables.flatMap((placed) => this.#validations(placed, declaration.name)),
      conditionalFormats: draft.tables.flatMap((placed) => this.#formats(placed, declaration.name)),
      charts: (declaration.charts ?? []).map((chart) => this.#chart(chart)),
      ...(declaration.pictures ? { pictures: declaration.pictures } : {}),
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
            ...(filtering.table.buttons
              ? {
                  filterButtons: filtering.table.buttons
                    .map((id) => columnIndex(filtering.table, id))
                    .filter((index) => index > 0),
                }
              : {}),
          }
        : {}),
      zoom: declaration.zoom ?? 100,
      start: firstInput ? toA1(firstInput.spot) : 'A1',
      print: printSetup(draft),
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
          .map((value) => (this.cached && typeof value === 'number' ? value : undefined)),
      })),
    };
  }

  #planCell(entry: Entry): PlannedCell {
    const { spot, cell, subject } = entry;
    const { content, look } = cell;
    // Entered one by one: an object that is spread into another one leaves a shape behind, and there are many cells.
    const planned: Writable<PlannedCell> = { row: spot.row, column: spot.column, style: look, subject };
    if (cell.note !== undefined) planned.note = cell.note;
    if (cell.strong !== undefined) planned.strong = cell.strong;
    switch (content.is) {
      case 'nothing':
        return planned;
      case 'constant': {
        planned.value = content.value;
        if (content.link === undefined) return planned;
        const target = this.book.spotOf(content.link);
        planned.link = `#'${target.sheet}'!${toA1(target)}`;
        return planned;
      }
      case 'input':
        if (content.value !== undefined) planned.value = content.value;
        if (content.link !== undefined) planned.link = content.link;
        return planned;
      case 'formula':
        planned.formula = toFormula(content.show, this.book.addresses(spot.sheet));
        break;
      case 'figure': {
        const formula = content.from
          ? toFormula(content.from, this.book.addresses(spot.sheet))
          : isRule(content.quantity)
            ? this.formulas.write(content.quantity, content.slice, content.key, this.book, spot.sheet)
            : undefined;
        if (formula === undefined) {
          // A figure of the model itself, e.g. a threshold, is a constant.
          planned.value = this.book.shownIn(entry);
          return planned;
        }
        planned.formula = formula;
      }
    }
    if (!this.cached) return planned;
    const value = this.book.shownIn(entry);
    if (value === NOT_FOUND) planned.error = '#N/A';
    else planned.value = value;
    return planned;
  }

  #measureRows(draft: Draft, cells: readonly PlannedCell[]): void {
    const tallest = new Map<number, number>();
    const asides = new Map(
      draft.tables.map(({ table }) => [
        table.id,
        new Set(table.columns.filter(({ isAside }) => isAside === true).map(({ id }) => id)),
      ]),
    );
    draft.cells.forEach((entry, index) => {
      const { spot, cell, subject } = entry;
      const shown = cell.content.is === 'formula' ? this.book.shownIn(entry) : cells[index]?.value;
      if (typeof shown !== 'string' && typeof shown !== 'number') return;
      if (asides.get(subject.table)?.has(subject.column)) return;
      const look: Style = cell.look;
      const width = draft.declaration.widths[spot.column - 1] ?? 9;
      const lines = look.wrap ? linesOf(String(shown), width - (look.indent ?? 0) * 1.5, look) : 1;
      tallest.set(spot.row, Math.max(tallest.get(spot.row) ?? 0, heightOf(lines, look)));
    });
    for (const { table, firstRow } of draft.tables) {
      const { rows, leastHeight = 0 } = table;
      for (let row = firstRow; row < firstRow + rows.length; row += 1)
        tallest.set(row, Math.max(tallest.get(row) ?? 0, leastHeight));
    }
    for (const [row, height] of tallest) {
      if (!draft.rows.has(row) && height > 0) draft.rows.set(row, { height });
    }
  }

  #validations(placed: Draft['tables'][number], sheet: string): Validation[] {
    const { table, firstRow } = placed;
    const count = table.rows.length;
    const make = (check: Check, column: number, row: number, height: number): Validation => ({
      range: spanText({ sheet: '', row, column, count: height }),
      rule: check.when
        ? { kind: 'formula', formula: this.#inRows(check.when, placed, sheet) }
        : validationRule(check.field),
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

  #formats(placed: Draft['tables'][number], sheet: string): ConditionalFormat[] {
    const { table, firstRow } = placed;
    if (table.rows.length === 0) return [];
    return (table.formats ?? []).map(({ columns, when, look }) => {
      const indexes = columns.map((id) => columnIndex(table, id)).sort((a, b) => a - b);
      const ranges = indexes.map((column) => spanText({ sheet, row: firstRow, column, count: table.rows.length }));
      return { range: joinRanges(ranges, indexes), formula: this.#inRows(when, placed, sheet), style: look };
    });
  }

  /** The formula of a condition on the rows of a table, seen from the first one. */
  #inRows(when: RowCondition, { table, firstRow }: Draft['tables'][number], sheet: string): string {
    // The column stays, the row moves along with the range.
    const inRow = (shift: number) => (id: string) =>
      show.of(`$${columnLetters(columnIndex(table, id))}${firstRow + shift}`);
    return toFormula(when(inRow(0), inRow(-1)), {
      ...this.book.addresses(sheet),
      of: (address: string) => (address.startsWith('$') ? address : this.book.address(address, sheet)),
    });
  }
}

/** Number of a table's column, from 1. */
function columnIndex(table: Table, id: string): number {
  return table.columns.findIndex((column) => column.id === id) + 1;
}

/** Adjoining columns become one range. */
function joinRanges(ranges: readonly string[], columns: readonly number[]): string {
  const adjoining = columns.every((column, i) => column === (columns[0] ?? 0) + i);
  if (!adjoining) return ranges.join(' ');
  return `${ranges[0]?.split(':')[0] ?? ''}:${ranges.at(-1)?.split(':')[1] ?? ''}`;
}

const RULES: ReadonlySet<string> = new Set(RULE_NAMES);

function isRule(quantity: Quantity): quantity is RuleName {
  return RULES.has(quantity);
}
