/** Where everything of a workbook stands, and what it shows: references to addresses, names and cached values. */
import { quoteSheet, toA1, toAbsoluteA1, columnLetters } from '../grid/address.js';
import { invariant } from '../diagnostic/finding.js';
import { BLANK, type Value } from '../formula/value.js';
import { compile, type Surroundings } from '../formula/evaluate.js';
import type { Addresses } from '../formula/to-formula.js';
import type { Subject } from '../diagnostic/finding.js';
import type { Cell, Content, Reference, Show } from './declare.js';

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A column's cells from `spot` down. */
export interface Span extends Spot {
  readonly count: number;
}

/** A cell that has its place. There are very many: nothing of it is kept twice. */
export interface Entry {
  readonly spot: Spot;
  readonly cell: Cell;
  readonly subject: Subject;
  /** What it shows, after it was asked for the first time. */
  known: Value | undefined;
}

/** What contents show; `book`: where formulas look up what other cells show. */
export interface Values {
  of(content: Content, book: Book): Value;
}

/** What there is in a place that is only named. */
const NOTHING = {
  cell: { content: { is: 'nothing' }, look: {} },
  subject: { table: '', row: '', column: '' },
  known: BLANK,
} as const;

/** Filled by `place` as it lays out the sheets; read when formulas are written. */
export class Book {
  readonly #cells = new Map<Reference, Entry>();
  readonly #columns = new Map<Reference, Span>();
  readonly #names = new Map<Reference, string>();
  readonly #members = new Map<Reference, readonly (Entry | undefined)[]>();
  /** What columns show, after it was asked for the first time: each row of a sheet may look through a whole column. */
  readonly #shown = new Map<Reference, readonly Value[]>();
  /** By sheet: every cell with a formula asks for them. */
  readonly #addresses = new Map<string, Addresses>();

  /** `values` is asked at most once for each cell. */
  constructor(private readonly values: Values) {}

  addCell(reference: Reference, entry: Entry): void {
    this.#cells.set(reference, entry);
  }

  /** `members`: undefined for a row that has no cell there. */
  addColumn(reference: Reference, span: Span, members: readonly (Entry | undefined)[]): void {
    this.#columns.set(reference, span);
    this.#members.set(reference, members);
    this.#shown.delete(reference);
  }

  addName(reference: Reference, name: string): void {
    this.#names.set(reference, name);
  }

  /** A name for a cell that no formula refers to. */
  addPlace(name: string, spot: Spot): void {
    const reference = `place|${name}`;
    this.#cells.set(reference, { ...NOTHING, spot });
    this.#names.set(reference, name);
  }

  spotOf(reference: Reference): Spot {
    const entry = this.#cells.get(reference);
    // Asked for each reference of each formula: the sentence is only made where it is needed.
    if (!entry) invariant(false, `the layout has a cell for ${reference}`);
    return entry.spot;
  }

  spanOf(reference: Reference): Span {
    const span = this.#columns.get(reference);
    invariant(span, `the layout has a column for ${reference}`);
    return span;
  }

  /** Every defined name with the cells it stands for, absolute. */
  definedNames(): { name: string; refersTo: string }[] {
    const named = new Map<string, string>();
    for (const [reference, name] of this.#names) {
      const span = this.#columns.get(reference);
      named.set(name, span ? absoluteSpan(span) : absolute(this.spotOf(reference)));
    }
    return [...named].map(([name, refersTo]) => ({ name, refersTo }));
  }

  /** The cell's name, or its address seen from `sheet`. */
  address(reference: Reference, sheet: string): string {
    const name = this.#names.get(reference);
    if (name !== undefined) return name;
    const spot = this.spotOf(reference);
    return spot.sheet === sheet ? toA1(spot) : absolute(spot);
  }

  /** The column's name, or its range seen from `sheet`. */
  range(reference: Reference, sheet: string): string {
    const name = this.#names.get(reference);
    if (name !== undefined) return name;
    const span = this.spanOf(reference);
    return span.sheet === sheet ? spanText(span) : absoluteSpan(span);
  }

  /** Several cells as few arguments as possible: one range where they stand below each other. */
  gather(references: readonly Reference[], sheet: string): string[] {
    const spots = references.map((reference) => this.spotOf(reference));
    const [first] = spots;
    const adjoining =
      first !== undefined &&
      spots.length > 1 &&
      spots.every(
        (spot, i) => spot.sheet === first.sheet && spot.column === first.column && spot.row === first.row + i,
      );
    if (!adjoining) return references.map((reference) => this.address(reference, sheet));
    const span = { ...first, count: spots.length };
    return [span.sheet === sheet ? spanText(span) : absoluteSpan(span)];
  }

  /** What a cell shows. */
  value(reference: Reference): Value {
    const entry = this.#cells.get(reference);
    return entry ? this.shownIn(entry) : BLANK;
  }

  /** The same of a cell that is at hand. */
  shownIn(entry: Entry): Value {
    return (entry.known ??= this.values.of(entry.cell.content, this));
  }

  /** What the cells of a column show. */
  columnValues(reference: Reference): readonly Value[] {
    const known = this.#shown.get(reference);
    if (known) return known;
    const shown = (this.#members.get(reference) ?? []).map((member) => (member ? this.shownIn(member) : BLANK));
    this.#shown.set(reference, shown);
    return shown;
  }

  /** What an expression over cells shows. */
  show(expression: Show): Value {
    return compile(expression)(this.#surroundings);
  }

  readonly #surroundings: Surroundings = {
    of: (reference) => this.value(reference),
    column: (reference) => this.columnValues(reference),
    // A sheet's formula has no parts of its own: it counts the cells of a column.
    parts: (reference) => this.columnValues(reference),
    previous: () => undefined,
  };

  /** How formulas on `sheet` write references to cells. */
  addresses(sheet: string): Addresses {
    const known = this.#addresses.get(sheet);
    if (known) return known;
    const addresses: Addresses = {
      of: (reference) => this.address(reference, sheet),
      column: (reference) => this.range(reference, sheet),
      previous: () => undefined,
      parts: (reference) => [this.range(reference, sheet)],
      narrow: () => [],
    };
    this.#addresses.set(sheet, addresses);
    return addresses;
  }
}

export function absolute(spot: Spot): string {
  return `${quoteSheet(spot.sheet)}!${toAbsoluteA1(spot)}`;
}

export function absoluteSpan(span: Span): string {
  const letters = columnLetters(span.column);
  return `${quoteSheet(span.sheet)}!$${letters}$${span.row}:$${letters}$${span.row + span.count - 1}`;
}

/** `E6:E140`. */
export function spanText({ row, column, count }: Span): string {
  const letters = columnLetters(column);
  return `${letters}${row}:${letters}${row + count - 1}`;
}
