/** A workbook to be written, as plain values: every cell with its place, value, formula, cached result and look. */
import type { Subject } from '../diagnostic/finding.js';

export type Primitive = string | number | boolean;

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: {
    readonly color: string;
    readonly sides: readonly ('top' | 'bottom' | 'left' | 'right')[];
    /** Thin where it is not said. */
    readonly weight?: 'thick';
  };
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly format?: string;
  /** Inputs are unlocked; everything else is locked while the sheet is protected. */
  readonly unlocked?: boolean;
}

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** A constant, or the cached result of `formula`. undefined: an empty cell, or a formula without a cached result. */
  readonly value?: Primitive;
  /** Without the leading `=`. */
  readonly formula?: string;
  /** The cached result of `formula` in place of a value: what a chart draws nothing for. */
  readonly error?: '#N/A';
  /** Where the text leads to; `#'Profile'!B6` for a place in the workbook. */
  readonly link?: string;
  /** The part of a text that is set in bold. */
  readonly strong?: string;
  /** A comment on the cell. */
  readonly note?: string;
  /** Which cell of the declaration this is, for whoever adds to a plan or compares with it. */
  readonly subject?: Subject;
  readonly style: Style;
}

/** Notes that programs keep on one sheet; those beyond are not written. */
export const MOST_NOTES = 1_023;

export interface Validation {
  /** `E6:E140`. */
  readonly range: string;
  readonly rule:
    | { readonly kind: 'list'; readonly name: string }
    | { readonly kind: 'text'; readonly longest: number }
    /** True of what may be typed, seen from the range's first cell; programs take up to 255 characters. */
    | { readonly kind: 'formula'; readonly formula: string }
    | {
        readonly kind: 'number';
        readonly min: number;
        readonly max: number;
        readonly whole: boolean;
        readonly open: boolean;
      }
    | { readonly kind: 'date'; readonly min: number; readonly max: number };
  readonly prompt: { readonly title: string; readonly text: string };
  readonly error: { readonly title: string; readonly text: string };
}

export interface ConditionalFormat {
  readonly range: string;
  /** A formula that is true where the style applies, seen from the range's first cell. */
  readonly formula: string;
  readonly style: Pick<Style, 'bold' | 'color' | 'fill' | 'border' | 'format'>;
}

/** One series of a chart. */
export interface ChartSeries {
  readonly name: string;
  /** `'Calc Charts'!$B$3:$B$14` */
  readonly values: string;
  /** What the cells show now, for programs that don't compute; undefined where nothing is drawn. */
  readonly cached: readonly (number | undefined)[];
  /** Columns of one label lie over each other, later ones in front; the others are marks at their value. */
  readonly as: 'column' | 'dash' | 'circle';
  /** RRGGBB. */
  readonly fill: string;
  /** RRGGBB, of the line around it. */
  readonly line: string;
}

/** A native chart that follows the cells it is drawn from: columns before columns, and marks over them on the same axes. */
export interface PlannedChart {
  readonly title: string;
  /** What a person who can't see the chart is told. */
  readonly description: string;
  /** Rows and columns from 1; the chart covers them from the upper left corner of the first to that of the last. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  readonly categories: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly axis: { readonly min: number; readonly max: number; readonly step: number; readonly format: string };
}

/** A picture at a place on a sheet. */
export interface PlannedPicture {
  /** The bytes of a PNG file. */
  readonly png: Uint8Array;
  readonly name: string;
  /** What a person who can't see it is told. */
  readonly description: string;
  /** The cell that it begins in, from 1, and the pixels between their upper left corners. */
  readonly from: { readonly row: number; readonly column: number; readonly right: number; readonly down: number };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PlannedSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden';
  readonly tabColor?: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: ReadonlyMap<number, RowLook>;
  readonly cells: readonly PlannedCell[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts: readonly PlannedChart[];
  readonly pictures?: readonly PlannedPicture[];
  /** First row and column that scroll. */
  readonly freeze?: { readonly row: number; readonly column: number };
  readonly filter?: string;
  /** Columns, from 1, that have a button to filter by; all of them if it is not said. */
  readonly filterButtons?: readonly number[];
  readonly zoom: number;
  /** The cell that is chosen when the sheet is opened first. */
  readonly start: string;
  readonly print: PrintSetup;
}

export interface RowLook {
  /** Points. */
  readonly height?: number;
  readonly hidden?: boolean;
  /** Programs make the row higher when somebody types more than it has room for. */
  readonly grows?: boolean;
}

export interface PrintSetup {
  readonly landscape: boolean;
  readonly onePage: boolean;
  /** In percent; fitted to the width of a page if it is not said. */
  readonly scale?: number;
  /** The first and the last row that repeat on each page. */
  readonly titleRows?: readonly [first: number, last: number];
  /** How many columns repeat on each page. */
  readonly titleColumns?: number;
  /** Rows before which a new page begins. */
  readonly rowBreaks?: readonly number[];
  /** Columns, from 1, behind which a new page begins. */
  readonly breaks?: readonly number[];
  /** `$A$1:$O$152`, where that is not everything. */
  readonly area?: string;
  /** Said at the top of each page. */
  readonly header?: string;
}

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

export interface WorkbookPlan {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Of the texts, as programs know it: `en`, `de`. */
  readonly language: string;
  /** ISO day that stands in the file's properties; given, so that the same input makes the same bytes. */
  readonly date: string;
  readonly sheets: readonly PlannedSheet[];
  readonly names: readonly DefinedName[];
  readonly font: string;
  /** Who it was filled for and when, in place of the title at the foot of each page. */
  readonly filledFor?: string;
  readonly footer: string;
}
