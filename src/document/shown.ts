/** Figures as texts of a terminal show them. */

export const decimal = (value: number | null): string => (value === null ? 'n/a' : value.toFixed(2));
export const percent = (value: number | null): string => (value === null ? 'n/a' : `${Math.round(value * 100)}%`);
export const whole = (value: number | null, none = 'n/a'): string => (value === null ? none : String(value));
