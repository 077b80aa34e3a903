/** Where the marks of a report's pictures are, in pixels. Rounded to tenths, so that the same figures give the same file everywhere. */

/** Across a row: levels have equal distances, with half of one at each end. */
export const ROW = { width: 288, height: 20 } as const;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The place of a level or maturity on an axis from 1 to `top`. */
export function across(value: number, top: number, width: number = ROW.width): number {
  const step = width / top;
  return tenth(step / 2 + (value - 1) * step);
}

/** The marks of one category: null is no mark. */
export interface ProfileRow {
  readonly grid: readonly number[];
  readonly leader: { readonly from: number; readonly to: number } | null;
  readonly range: { readonly x: number; readonly width: number } | null;
  readonly possible: number | null;
  readonly target: number | null;
  readonly claimed: number | null;
  readonly evidenced: number | null;
}

/** One row of levels, all null where nothing applies. */
export function profileRow(
  figures: {
    readonly level: number | null;
    readonly evidencedLevel: number | null;
    readonly potential: number | null;
    readonly target: number | null;
  },
  top: number,
): ProfileRow {
  const grid = Array.from({ length: top }, (_, index) => across(index + 1, top));
  const { level, evidencedLevel, potential, target } = figures;
  if (level === null)
    return { grid, leader: null, range: null, possible: null, target: null, claimed: null, evidenced: null };
  const evidenced = evidencedLevel ?? level;
  const possible = potential !== null && potential > level ? potential : undefined;
  const right = Math.max(level, possible ?? level);
  const at = (value: number): number => across(value, top);
  return {
    grid,
    claimed: at(level),
    evidenced: at(evidenced),
    possible: possible === undefined ? null : at(possible),
    range: right > evidenced ? { x: at(evidenced), width: tenth(at(right) - at(evidenced)) } : null,
    target: target === null ? null : at(target),
    leader: target !== null && target > right ? { from: at(right) + 8, to: at(target) - 4 } : null,
  };
}

/** One point of a line over time. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The frame of the trend: axis 1 to `top`, time to scale. */
export const TREND = { width: 340, height: 138, left: 22, right: 64, above: 14, below: 22 } as const;

/** Places days and maturities in the frame of the trend. */
export function trendFrame(first: number, last: number, top: number): (serial: number, value: number) => Point {
  const { width, height, left, right, above, below } = TREND;
  const span = Math.max(1, last - first);
  return (serial, value) => ({
    x: tenth(left + ((serial - first) / span) * (width - left - right)),
    y: tenth(above + ((top - value) / (top - 1)) * (height - above - below)),
  });
}

/** Points as `polyline` has them. */
export function line(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** Marks nearer than this would cover each other. */
const NEAREST = 12.6;

/** The lane of each mark, 0 first, so that none covers another; in the order of `places`, which rise. */
export function lanes(places: readonly number[]): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= NEAREST);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = place;
    return lane;
  });
}

/** The frame of the plan: months of equal width, today where it is in its month. */
export const PLAN = { width: 260, months: 12, lane: 14 } as const;

export { tenth };
