/** What a sheet is made of: blocks of free lines and tables, declared once, read forward by `place` and backward by `locate`. */
import type { ChoiceList, Field } from '../assessment/fields.js';
import type { Question } from '../assessment/paths.js';
import { builders, type Expression } from '../formula/expression.js';
import type { Slice } from '../scoring/figures.js';
import type { Quantity } from '../scoring/rules.js';
import type { ChartSeries, PlannedChart, PlannedPicture, Primitive, Style } from '../xlsx/plan.js';

/** Names one cell or one column of the workbook, wherever it will stand. Made by the functions below only. */
export type Reference = string;

/** An expression over cells; the cell's program shows it live. */
export type Show = Expression<Reference>;

/** The cell of a table. */
export const cellOf = (table: string, row: string, column: string): Reference => `cell|${table}|${row}|${column}`;
/** All cells of a column of a table. */
export const columnOf = (table: string, column: string): Reference => `column|${table}|${column}`;
/** The cell where a figure is computed. `slice` is left out for figures that don't depend on deployment types. */
export const figureOf = (quantity: Quantity, key: string, slice: Slice = ''): Reference =>
  `figure|${quantity}|${slice}|${key}`;
/** All values of an objective's figure, in the model's order. */
export const figureColumn = (quantity: Quantity, slice: Slice = ''): Reference => `figures|${quantity}|${slice}`;

/** The builders of formulas over cells. */
export const show = builders<Reference>();

export type Content =
  | { readonly is: 'nothing' }
  | { readonly is: 'constant'; readonly value: Primitive; readonly link?: Reference }
  /** A cell to be filled in: what is asked of which row; its value, if any, comes from the assessment. */
  | {
      readonly is: 'input';
      readonly asked: Question;
      readonly row: string;
      readonly value: Primitive | undefined;
      /** Where the text leads to. */
      readonly link?: string;
    }
  /** The home of a figure. Without `from` it holds the rule; with it, it decodes what was typed into a clean value. */
  | {
      readonly is: 'figure';
      readonly quantity: Quantity;
      readonly slice: Slice;
      readonly key: string;
      readonly from?: Show;
    }
  | { readonly is: 'formula'; readonly show: Show };

export interface Cell {
  readonly content: Content;
  readonly look: Style;
  /** The part of the text that is set in bold. */
  readonly strong?: string;
  /** A comment on the cell. */
  readonly note?: string;
  /** A defined name for this cell. */
  readonly name?: string;
}

export const constant = (value: Primitive, look: Style, link?: Reference): Cell => ({
  content: link === undefined ? { is: 'constant', value } : { is: 'constant', value, link },
  look,
});
export const formula = (expression: Show, look: Style): Cell => ({
  content: { is: 'formula', show: expression },
  look,
});
export const nothing = (look: Style): Cell => ({ content: { is: 'nothing' }, look });

/** One column of a table. */
export interface TableColumn {
  readonly id: string;
  readonly header: string;
  readonly look?: Style;
  /** Heading above a group of columns; given at the group's first column. */
  readonly group?: string;
  /** A defined name for the column's cells. */
  readonly name?: string;
  /** Its texts may be cut off: they make no row higher. */
  readonly isAside?: boolean;
  /** The first layout that has it; every layout if it is not said. */
  readonly since?: number;
  /** How cells of the column are filled in: gives the dropdown or check, with its texts. */
  readonly check?: Check;
}

export interface Check {
  readonly field: Field;
  readonly title: string;
  readonly prompt: string;
  readonly error: string;
  /** What has to be true of what is typed, where that depends on the row. */
  readonly when?: RowCondition;
}

/** Built from `inRow('state')`, the cell of a column in the same row; `above` is the row before. */
export type RowCondition = (inRow: (column: string) => Show, above: (column: string) => Show) => Show;

export interface TableRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Rows that hold one cell only to be checked by their own rule, e.g. on the Profile sheet. */
  readonly check?: Check;
}

/** A table: its first column holds the keys of its rows; a low row above the headers holds the keys of its columns. */
export interface Table {
  readonly is: 'table';
  readonly id: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly filter?: boolean;
  /** Columns that have a button to filter by, where not all of them have. */
  readonly buttons?: readonly string[];
  /**
   * What the row below says, which closes the table. Names of its columns then reach from the heading to that row: both
   * are locked, and no cell that somebody moves can take an end of a name along.
   */
  readonly framed?: string;
  /** Points that every row has at least. */
  readonly leastHeight?: number;
  readonly freezeAfter?: string;
  readonly formats?: readonly TableFormat[];
  /** Height of every row in points, where it is not to be measured. */
  readonly rowHeight?: number;
  /** Height of the headings in points, where it is not to be measured. */
  readonly headerHeight?: number;
}

/** A look for those cells of a table's columns where a condition on their row is true. */
export interface TableFormat {
  readonly columns: readonly string[];
  readonly when: RowCondition;
  readonly look: Pick<Style, 'bold' | 'color' | 'fill' | 'border' | 'format'>;
}

/** Free lines: each a row of cells at given columns (from 1). */
export interface Lines {
  readonly is: 'lines';
  readonly rows: readonly Line[];
}

export interface Line {
  readonly height?: number;
  /** At the end of a sheet: for readers on a screen, and left out in print. */
  readonly isAside?: boolean;
  readonly cells: Readonly<Record<number, Cell>>;
}

export interface SheetDeclaration {
  readonly id: string;
  readonly name: string;
  readonly kind: 'read' | 'fill' | 'result' | 'hidden';
  readonly widths: readonly number[];
  readonly blocks: readonly (Table | Lines)[];
  readonly landscape: boolean;
  readonly onePage?: boolean;
  /** The headings of this table repeat on each printed page. */
  readonly repeat?: string;
  /** Columns behind this one of the first table are left out in print. */
  readonly printUpTo?: string;
  /** More of how it is printed. */
  readonly print?: PrintDeclaration;
  /** The last cell that is printed, where that is not the last one. */
  readonly printTo?: { readonly row: number; readonly column: number };
  readonly zoom?: number;
  /** Where the cursor is when the sheet is opened; the first input otherwise. */
  readonly start?: Reference;
  readonly charts?: readonly ChartDeclaration[];
  readonly pictures?: readonly PlannedPicture[];
}

/** How a sheet with one long table is printed, where it is not fitted to the width of a page. */
export interface PrintDeclaration {
  /** In percent. */
  readonly scale?: number;
  /** The columns up to this one repeat on each page. */
  readonly repeatUpTo?: string;
  /** A new page begins with this table. */
  readonly breakBefore?: string;
  /** A new page begins behind these columns. */
  readonly breakAfter?: readonly string[];
  /** Printed from the headings of the first table on, with this said at the top of each page. */
  readonly header?: string;
  /** Printed only down to the last row of the first table whose key shows a number. */
  readonly whileNumbered?: boolean;
}

/** A chart over columns of tables, placed beside the cell that it begins at. */
export interface ChartDeclaration extends Pick<PlannedChart, 'title' | 'description' | 'axis'> {
  /** The cell whose row the chart begins in. */
  readonly beside: Reference;
  readonly columns: { readonly from: number; readonly to: number };
  /** Rows below that cell to begin in, and rows to cover. */
  readonly below: number;
  readonly rows: number;
  /** Column of a table with the labels. */
  readonly labels: Reference;
  readonly series: readonly (Omit<ChartSeries, 'values' | 'cached'> & { readonly values: Reference })[];
}

/** Option lists by the name that dropdowns use. */
export const listName = (list: ChoiceList): string => `list_${list}`;
/** The table on the hidden sheet that holds a list. */
export const listTable = (list: string): string => `list-${list}`;
