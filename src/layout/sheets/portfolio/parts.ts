/** What the sheets of a portfolio have in common: titles, cells for figures that may be withheld, and the place of charts. */
import type { PortfolioWords } from '../../../locale/en/portfolio.js';
import type { Model } from '../../../model/model.js';
import type { ListedOrganization, Portfolio } from '../../../scoring/portfolio.js';
import type { Style } from '../../../xlsx/plan.js';
import { constant, type Cell, type Line, type Lines } from '../../declare.js';
import { LOOK } from '../../look.js';
import { foldedTo, px } from '../../measure.js';

/** What the sheets are declared from. */
export interface PortfolioContext {
  readonly portfolio: Portfolio;
  readonly model: Model;
  readonly words: PortfolioWords;
  /** Who was left out, a sentence each. */
  readonly notes: readonly string[];
  /** Undefined where nobody asked for names. */
  readonly organizations: readonly ListedOrganization[] | undefined;
}

/** Shown where a figure is withheld or does not apply; a chart draws nothing for it. */
const NONE = '–';

/** A chart covers so many columns behind those of the tables and a gap. */
const [GAP, COLUMNS, ROWS] = [14, 8, 18];
/** Pixels of a page: letters of 9 points are printed with 8 at least. */
const PAGE = 1_170;

/** A number, or that there is none. */
export function figure(value: number | null, look: Style): Cell {
  return value === null ? constant(NONE, { ...look, align: 'center' }) : constant(value, look);
}

/** The title of a sheet, and lines below it. */
export function head(title: string, lines: readonly string[]): Lines {
  return {
    is: 'lines',
    rows: [
      { height: 20, cells: { 1: constant(title, LOOK.title) } },
      ...lines.flatMap(acrossPage),
      { height: 9, cells: {} },
    ],
  };
}

/** The notice, below everything; `besideChart`: how many rows there are beside a chart, which may need more. */
export function foot({ model }: PortfolioContext, besideChart: number = ROWS): Lines {
  return {
    is: 'lines',
    rows: [
      // What is printed ends with the last cell, and would cut the chart.
      ...Array.from({ length: Math.max(0, ROWS - besideChart) }, () => ({ height: 15, cells: {} })),
      { height: 9, cells: {} },
      ...acrossPage(model.notice[0] ?? ''),
    ],
  };
}

/** A text that runs over a sheet, in lines that end before its page does. */
function acrossPage(text: string): Line[] {
  return foldedTo(PAGE, text, {}).map((line) => ({
    height: 15,
    cells: { 1: constant(line, LOOK.mutedLine) },
  }));
}

/** The widths of a sheet with a chart at the right of its table, in pixels, and where the chart is. */
export function withChart(pixels: readonly number[]): {
  readonly widths: readonly number[];
  readonly columns: { readonly from: number; readonly to: number };
  readonly below: number;
  readonly rows: number;
} {
  const from = pixels.length + 2;
  const column = Math.floor((PAGE - GAP - pixels.reduce((sum, each) => sum + each, 0)) / COLUMNS);
  return {
    widths: [...pixels, GAP, ...Array.from({ length: COLUMNS }, () => column)].map(px),
    columns: { from, to: from + COLUMNS },
    // From the headings on.
    below: -1,
    rows: ROWS,
  };
}

/** An axis of whole numbers from 0, with at most ten steps. */
export function countAxis(most: number): {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: string;
} {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];
  const step = steps.find((each) => most <= each * 10) ?? most;
  return { min: 0, max: Math.max(1, Math.ceil(most / step)) * step, step, format: '0' };
}
