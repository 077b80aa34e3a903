/** Where the rows and columns of an issued sheet stand now, found by the texts that stand there only once. */
import { findCell, findRow, madeOf, type GridSheet } from '../grid/grid.js';
import type { CellPlace } from '../grid/address.js';
import { looksAtOwnSheet, plainFormula, stays } from '../xlsx/same-formula.js';
import type { PlannedCell, PlannedSheet } from '../xlsx/plan.js';

export interface Alignment {
  /** True where nothing has moved. */
  readonly isStill: boolean;
  readonly rows: Axis;
  readonly columns: Axis;
  /** undefined for a cell whose row or column is not there any more. */
  readonly of: (place: CellPlace) => CellPlace | undefined;
  /** The issued cell that stands at a place now; undefined in a row or column that was put in. */
  readonly issued: (place: CellPlace) => CellPlace | undefined;
}

/** What two texts have in common however they were saved. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

export function align(planned: PlannedSheet, sheet: GridSheet): Alignment {
  const lastRow = planned.cells.reduce((last, { row }) => Math.max(last, row), 0);
  const lastColumn = planned.cells.reduce((last, { column }) => Math.max(last, column), planned.columns.length);
  const rows = new Axis(lastRow);
  const columns = new Axis(lastColumn);
  // Most sheets come back as they were: nothing needs to be looked for.
  const isStill = isAsIssued(planned, sheet);
  if (!isStill) {
    for (const [from, to] of sameTexts(planned, sheet)) {
      rows.vote(from.row, to.row);
      if (from.column !== undefined && to.column !== undefined) columns.vote(from.column, to.column);
    }
  }
  const place = (row: number | undefined, column: number | undefined): CellPlace | undefined =>
    row === undefined || column === undefined ? undefined : { row, column };
  return {
    isStill,
    rows,
    columns,
    of: ({ row, column }) => place(rows.of(row), columns.of(column)),
    issued: ({ row, column }) => place(rows.issued(row), columns.issued(column)),
  };
}

/** Texts that were issued; answers stand wherever the ids beside them say, and would only say the same again. */
const isText = ({ value, formula, style }: PlannedCell): boolean =>
  formula === undefined && typeof value === 'string' && value !== '' && style.unlocked !== true;

function isAsIssued({ cells }: PlannedSheet, sheet: GridSheet): boolean {
  return cells.every((cell) => {
    if (!isText(cell)) return true;
    const value = findCell(findRow(sheet, cell.row), cell.column)?.value;
    return (
      value?.kind === 'text' &&
      (value.text === cell.value || madeOf(value, plainText) === plainText(String(cell.value)))
    );
  });
}

/** The row of a text, and its column if it stands there only once: a title may repeat what its row says. */
interface TextPlace {
  readonly row: number;
  readonly column: number | undefined;
}

/** Pairs of an issued place and the place where the same stands now. */
function sameTexts(planned: PlannedSheet, sheet: GridSheet): [from: TextPlace, to: TextPlace][] {
  const texts = planned.cells.flatMap((cell) =>
    isText(cell) ? [{ row: cell.row, column: cell.column, text: plainText(String(cell.value)) }] : [],
  );
  // A row that holds formulas only is told by those of them that stay the same wherever they stand.
  const told = new Set(texts.map(({ row }) => row));
  const formulas = planned.cells.flatMap(({ row, column, formula }) =>
    formula === undefined || told.has(row) || looksAtOwnSheet(formula)
      ? []
      : [{ row, column, text: `=${plainFormula(formula, stays)}` }],
  );
  const now = inOneRow(
    sheet.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value, formula }) => {
        if (formula !== undefined)
          return formulas.length === 0 ? [] : [{ row, column, text: `=${plainFormula(formula, stays)}` }];
        return value?.kind === 'text' ? [{ row, column, text: madeOf(value, plainText) }] : [];
      }),
    ),
  );
  return [...inOneRow([...texts, ...formulas])].flatMap(([text, from]) => {
    const to = now.get(text);
    return to ? [[from, to]] : [];
  });
}

function inOneRow(cells: readonly (CellPlace & { text: string })[]): Map<string, TextPlace> {
  const places = new Map<string, TextPlace>();
  const elsewhere = new Set<string>();
  for (const { row, column, text } of cells) {
    const first = places.get(text);
    if (first && first.row !== row) elsewhere.add(text);
    places.set(text, { row, column: first ? undefined : column });
  }
  for (const text of elsewhere) places.delete(text);
  return places;
}

/** The rows, or the columns, of a sheet: for each issued one the number that it has now. */
export class Axis {
  readonly #votes = new Map<number, Map<number, number>>();
  #places: Places | undefined;

  /** `count`: how many were issued. */
  constructor(private readonly count: number) {}

  vote(from: number, to: number): void {
    const votes = this.#votes.get(from) ?? new Map<number, number>();
    this.#votes.set(from, votes.set(to, (votes.get(to) ?? 0) + 1));
    this.#places = undefined;
  }

  /** undefined for one that is not there any more. */
  of(from: number): number | undefined {
    if (this.#votes.size === 0) return from;
    const { now } = this.#found;
    if (from <= this.count) return now.get(from);
    // Nothing of ours stands behind the last one, which is still what formulas may refer to.
    return from + (now.get(this.count) ?? this.count) - this.count;
  }

  /** The issued one that has this number now; undefined for one that was put in. */
  issued(now: number): number | undefined {
    if (this.#votes.size === 0) return now <= this.count ? now : undefined;
    return this.#found.before.get(now);
  }

  /** From the first to the last of those that are still there; undefined where none of them is. */
  span(from: number, to: number): [from: number, to: number] | undefined {
    if (this.#votes.size === 0) return [from, to];
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (let each = from; each <= Math.min(to, Math.max(from, this.count)); each += 1) {
      const now = this.of(each);
      if (now === undefined) continue;
      first = Math.min(first, now);
      last = Math.max(last, now);
    }
    if (last === 0) return undefined;
    return [first, to > this.count ? Math.max(last, this.of(to) ?? last) : last];
  }

  get #found(): Places {
    return (this.#places ??= placesOf(this.#votes, this.count));
  }
}

interface Places {
  /** By issued number. */
  readonly now: ReadonlyMap<number, number>;
  /** By number now. */
  readonly before: ReadonlyMap<number, number>;
}

/** Each where most of its texts moved to; one without any moved along with its neighbours, if its place there is free. */
function placesOf(votes: ReadonlyMap<number, ReadonlyMap<number, number>>, count: number): Places {
  const now = new Map<number, number>();
  const before = new Map<number, number>();
  const take = (from: number, to: number): void => {
    now.set(from, to);
    before.set(to, from);
  };
  const wishes = [...votes].flatMap(([from, found]) => [...found].map(([to, texts]) => ({ from, to, texts })));
  wishes.sort((a, b) => b.texts - a.texts || Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
  for (const { from, to } of wishes) if (!now.has(from) && !before.has(to)) take(from, to);
  const anchors = [...now].sort(([a], [b]) => a - b);
  let next = 0;
  for (let from = 1; from <= count; from += 1) {
    if (anchors[next]?.[0] === from) {
      next += 1;
      continue;
    }
    const free = [anchors[next - 1], anchors[next]]
      .flatMap((anchor) => (anchor ? [anchor[1] + from - anchor[0]] : []))
      .find((to) => to >= 1 && !before.has(to));
    if (free !== undefined) take(from, free);
  }
  return { now, before };
}
