/** Many cells as few ranges: `H7:H149, B3`. */
import { toA1, type CellPlace } from './address.js';

/** Ranges by their addresses, and how many cells the ranges hold that are not named. */
export interface NamedRanges {
  readonly ranges: readonly string[];
  readonly more: number;
}

/** Ranges of adjoining cells, at most `most` of them. */
export function rangesOf(places: readonly CellPlace[], most = 6): NamedRanges {
  const ranges =
    places.length > 1 && places.every(({ row }) => row === places[0]?.row) ? inRow(places) : inColumns(places);
  return {
    ranges: ranges.slice(0, most).map(({ text }) => text),
    more: ranges.slice(most).reduce((sum, { count }) => sum + count, 0),
  };
}

interface Range {
  readonly text: string;
  readonly count: number;
}

function inColumns(places: readonly CellPlace[]): Range[] {
  return runs(
    [...places].sort((a, b) => a.column - b.column || a.row - b.row),
    (a, b) => a.column === b.column && b.row === a.row + 1,
  );
}

function inRow(places: readonly CellPlace[]): Range[] {
  return runs(
    [...places].sort((a, b) => a.column - b.column),
    (a, b) => b.column === a.column + 1,
  );
}

function runs(sorted: readonly CellPlace[], adjoin: (a: CellPlace, b: CellPlace) => boolean): Range[] {
  const found: CellPlace[][] = [];
  for (const place of sorted) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && adjoin(last, place)) run.push(place);
    else found.push([place]);
  }
  return found.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const text = first && last ? (run.length === 1 ? toA1(first) : `${toA1(first)}:${toA1(last)}`) : '';
    return { text, count: run.length };
  });
}
