/** Figures and names as texts of a terminal show them. */

export const decimal = (value: number | null): string => (value === null ? 'n/a' : value.toFixed(2));
export const percent = (value: number | null): string => (value === null ? 'n/a' : `${Math.round(value * 100)}%`);
export const whole = (value: number | null, none = 'n/a'): string => (value === null ? none : String(value));

/** A text on a line with others; a longer one ends in `…`. */
export function shortened(text: string, widest: number): string {
  const characters = [...text.slice(0, 2 * widest)];
  return characters.length > widest ? `${characters.slice(0, widest - 1).join('')}…` : text;
}
