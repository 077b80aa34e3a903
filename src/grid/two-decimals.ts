/** Numbers with two decimals, rounded as spreadsheet programs do. */

/** Significant digits that spreadsheet programs keep of a number. */
const DIGITS = 15;
/** Smaller than anything that two decimals show, and written with an exponent. */
const NOTHING = 1e-6;

/**
 * Two decimals, a half away from zero: 2.175 is shown as 2.18 on a sheet, although the nearest binary number is a little less.
 */
export function twoDecimals(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < NOTHING || size >= 1e15) return value.toFixed(2);
  const rounded = Math.round(Number(`${size.toPrecision(DIGITS)}e2`)) / 100;
  return `${value < 0 && rounded > 0 ? '-' : ''}${rounded.toFixed(2)}`;
}
