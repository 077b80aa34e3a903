/** Every place where what was found is not what was expected; numbers may differ by 1e-9. */
export interface Differences {
  readonly compared: number;
  readonly largest: number;
  readonly differences: readonly string[];
}

/** Compares whatever `expected` holds; what `found` has besides is not looked at. */
export function differences(found: unknown, expected: unknown): Differences {
  const told: string[] = [];
  let [compared, largest] = [0, 0];
  const walk = (where: string, a: unknown, b: unknown): void => {
    if (Array.isArray(b) && Array.isArray(a) && a.length !== b.length) {
      told.push(`${where}: ${a.length} found, ${b.length} expected`);
    }
    if (typeof b === 'object' && b !== null) {
      const within = (typeof a === 'object' && a !== null ? a : {}) as Record<string, unknown>;
      for (const [key, value] of Object.entries(b)) walk(`${where}.${key}`, within[key], value);
      return;
    }
    compared += 1;
    const off = typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) : a === b ? 0 : Infinity;
    if (Number.isFinite(off)) largest = Math.max(largest, off);
    if (!(off <= 1e-9)) told.push(`${where}: found ${String(a)}, expected ${String(b)}`);
  };
  walk('', found, expected);
  return { compared, largest, differences: told };
}
