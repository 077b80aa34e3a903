/** What the page and its workers say to each other: plain data, so that it can be sent. */
import type { Outcome } from '../desk/record.js';
import type { EditionCount } from '../scoring/portfolio.js';

/** Where a workbook lies: a file that was dropped or chosen, or an entry of such an archive. */
export interface Given {
  /** As it is shown. */
  readonly path: string;
  readonly file: Blob & { readonly lastModified?: number };
  readonly entry?: string;
}

/** A finding as the page lists it. */
export interface ListedFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly sheet: string;
  readonly cell: string;
  readonly objective: string;
  readonly message: string;
  readonly todo: string;
}

/** One category, with the places of its marks. */
export interface CategoryRow {
  readonly name: string;
  /** The first of its domain. */
  readonly isFirst: boolean;
  readonly level: number | null;
  readonly evidencedLevel: number | null;
  readonly potential: number | null;
  readonly target: number | null;
}

/** The figures of one workbook. */
export interface Result {
  readonly top: number;
  readonly maturity: number | null;
  readonly evidencedMaturity: number | null;
  readonly floor: number | null;
  readonly completeness: number | null;
  readonly below: number;
  readonly withTarget: number;
  readonly categories: readonly CategoryRow[];
}

/** What moved since the workbook before. */
export interface Moved {
  readonly file: string;
  readonly before: string;
  readonly now: string;
  readonly maturity: { readonly before: number | null; readonly now: number | null; readonly by: number | null };
  readonly asked?: { readonly before: number; readonly now: number };
  readonly isOtherEdition: boolean;
  readonly categories: readonly { readonly name: string; readonly by: number }[];
  readonly objectives: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** Everything that the page shows of one workbook. */
export interface Opened {
  readonly path: string;
  readonly name: string;
  /** Edition, day, assessor: what it is, in pieces. */
  readonly facts: readonly string[];
  readonly is: 'unread' | 'blank' | 'answered';
  readonly findings: readonly ListedFinding[];
  readonly errors: number;
  readonly warnings: number;
  /** Errors that affect the score. */
  readonly spoiling: number;
  readonly result?: Result;
  readonly moved?: Moved;
  /** Files to save, as the program writes them. */
  readonly files: {
    readonly score: string;
    readonly findings: string;
    readonly answers?: string;
    readonly report?: string;
    readonly actions?: string;
  };
}

/** State of a row, the most urgent first. */
export const ROW_STATES = ['unread', 'correct', 'blank', 'warnings', 'clean', 'twice'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** One workbook among many. */
export interface TableRow {
  readonly state: RowState;
  readonly path: string;
  readonly key: string;
  readonly name: string;
  readonly asOf: string;
  readonly maturity: number | null;
  readonly floor: number | null;
  readonly completeness: number | null;
  readonly levels: readonly (number | null)[];
  readonly errors: number;
  readonly warnings: number;
  /** Why nothing was read. */
  readonly reason: string;
}

/** Figures of all that were read so far. */
export interface Summary {
  readonly n: number;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly levels: readonly number[];
  /** The weakest first; how many stand at each level. */
  readonly categories: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly notes: readonly string[];
  readonly leftOut: readonly EditionCount[];
  /** Codes of categories, in the order of the digits of a row. */
  readonly codes: readonly string[];
}

/** Sets a worker up. */
export interface Start {
  /** The models as JSON, the usual one first. */
  readonly models: string;
  readonly tool: string;
  /** The latest day that it is anywhere, and the day that it is here. */
  readonly today: string;
  readonly day: string;
}

/** What a worker is asked; each kind has its answer in `Answers`. */
export type Question =
  | { readonly ask: 'list'; readonly given: Given }
  | { readonly ask: 'open'; readonly given: readonly Given[] }
  | { readonly ask: 'record'; readonly given: Given }
  | { readonly ask: 'failed'; readonly path: string; readonly seconds?: number; readonly detail?: string }
  | { readonly ask: 'openFailed'; readonly path: string; readonly seconds?: number; readonly detail?: string }
  | { readonly ask: 'keep'; readonly outcome: Outcome }
  | { readonly ask: 'summary' }
  | {
      readonly ask: 'export';
      readonly what: 'assessments' | 'findings' | 'portfolioCsv' | 'portfolioJson' | 'portfolioReport';
    };

export interface Answers {
  readonly list: { readonly entries: readonly string[]; readonly archives: number } | null;
  readonly open: Opened;
  readonly record: Outcome;
  readonly failed: Outcome;
  readonly openFailed: Opened;
  readonly keep: TableRow;
  readonly summary: Summary;
  readonly export: string;
}

/** A question on its way, and its answer. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
}
export type Answered =
  { readonly id: number; readonly answer: Answers[keyof Answers] } | { readonly id: number; readonly fault: string };
