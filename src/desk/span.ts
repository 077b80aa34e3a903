/** What rows of numbers span, counted modulo a prime: exact, and as quick as whole numbers are. */

/** Products of two smaller numbers are exact. */
const PRIME = 67_108_859;

/** Grows row by row. */
export class Span {
  /** Each begins with 1 at its place, and has 0 at the places of those before it. */
  readonly #rows: { readonly at: number; readonly row: readonly number[] }[] = [];

  /** How many rows are independent of each other. */
  get rank(): number {
    return this.#rows.length;
  }

  copy(): Span {
    const span = new Span();
    for (const each of this.#rows) span.#rows.push(each);
    return span;
  }

  /** False where the rows before span this one as well. */
  add(values: readonly number[]): boolean {
    const row = [...values];
    for (const { at, row: known } of this.#rows) {
      const factor = row[at] ?? 0;
      if (factor === 0) continue;
      for (let i = at; i < row.length; i += 1) {
        const value = ((row[i] ?? 0) - factor * (known[i] ?? 0)) % PRIME;
        row[i] = value < 0 ? value + PRIME : value;
      }
    }
    const at = row.findIndex((value) => value !== 0);
    if (at < 0) return false;
    const scale = inverse(row[at] ?? 1);
    this.#rows.push({ at, row: row.map((value) => (value * scale) % PRIME) });
    return true;
  }
}

/** By Fermat: the power of two less than the prime. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
