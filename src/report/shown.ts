/** Figures as a report shows them. */

/** A maturity with two decimals. */
export function maturity(value: number | null, none: string): string {
  return value === null ? none : value.toFixed(2);
}

/** A share in whole percent; all and nothing only where that is so. */
export function share(value: number | null, none: string): string {
  if (value === null) return none;
  const rounded = Math.round(value * 100);
  if (rounded === 100 && value < 1) return '99%';
  if (rounded === 0 && value > 0) return '1%';
  return `${rounded}%`;
}

/** A level or a count. */
export function whole(value: number | null, none: string): string {
  return value === null ? none : String(value);
}

/** Two maturities are the same where two decimals don't tell them apart. */
export const UNCHANGED = 0.005;
