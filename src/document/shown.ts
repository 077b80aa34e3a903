/** Figures as documents show them; `none` stands for one that does not apply. */
import { twoDecimals } from '../grid/two-decimals.js';

/** A maturity, with two decimals. */
export const decimal = (value: number | null, none = 'n/a'): string => (value === null ? none : twoDecimals(value));

/** A share in whole percent; all and nothing only where that is so. */
export function percent(value: number | null, none = 'n/a'): string {
  if (value === null) return none;
  const rounded = Math.round(value * 100);
  if (rounded === 100 && value < 1) return '99%';
  if (rounded === 0 && value > 0) return '1%';
  return `${rounded}%`;
}

/** A level or a count. */
export const whole = (value: number | null, none = 'n/a'): string => (value === null ? none : String(value));

/** A text on a line with others; a longer one ends in `…`. */
export function shortened(text: string, widest: number): string {
  const characters = [...text.slice(0, 2 * widest)];
  return characters.length > widest ? `${characters.slice(0, widest - 1).join('')}…` : text;
}
