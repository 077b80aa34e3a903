/** The order of names, ids and places, the same for every reader. */

let collator: Intl.Collator | undefined;

/** Compares as people count: `A2` before `A10`. The rules of order take longer to load than a short command has work. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}
