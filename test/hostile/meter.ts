/**
 * Counts what a piece of code looks at, without a clock: characters of texts that are searched, replaced, compared or spelled,
 * members of lists that are walked, bytes that are decoded. The functions of the language are replaced for the time of one call,
 * so that the code itself knows nothing of it.
 */

/** What a call has looked at, and what it gave. */
export interface Metered<T> {
  readonly steps: number;
  readonly value: T;
}

/** Each looks at all of the text. */
const WHOLE = [
  'normalize',
  'toLowerCase',
  'toUpperCase',
  'replace',
  'replaceAll',
  'split',
  'match',
  'matchAll',
  'search',
  'trim',
  'localeCompare',
] as const;
/** Each looks at one character. */
const SINGLE = ['charCodeAt', 'codePointAt'] as const;
/** Each walks the list, as far as it goes. */
const WALKS = [
  'find',
  'findIndex',
  'filter',
  'map',
  'flatMap',
  'some',
  'every',
  'includes',
  'indexOf',
  'forEach',
  'reduce',
  'sort',
  'slice',
  'concat',
] as const;

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Holder = Record<string, Method>;

/** Runs something, and counts. */
export function metered<T>(run: () => T): Metered<T> {
  let steps = 0;
  const undo: (() => void)[] = [];
  const meter = (
    holder: object,
    names: readonly string[],
    cost: (self: unknown, given: unknown[], result: unknown) => number,
  ): void => {
    const methods = holder as Holder;
    for (const name of names) {
      const original = methods[name];
      if (original === undefined) throw new Error(`there is no ${name}`);
      methods[name] = function (...given) {
        const result = original.apply(this, given);
        steps += cost(this, given, result);
        return result;
      };
      undo.push(() => {
        methods[name] = original;
      });
    }
  };
  const lengthOf = (self: unknown): number => (self as { length?: number }).length ?? 0;
  meter(String.prototype, WHOLE, lengthOf);
  meter(String.prototype, SINGLE, () => 1);
  // A search ends where it has found something; one that begins later has less to look at.
  meter(String.prototype, ['indexOf', 'includes'], (self, [, from], found) =>
    typeof found === 'number' && found >= 0
      ? found - Number(from ?? 0) + 1
      : Math.max(1, lengthOf(self) - Number(from ?? 0)),
  );
  const { test, exec } = RegExp.prototype;
  // A search goes on from where the last one ended; one that must succeed at once looks at no more than it takes.
  const searched = (pattern: RegExp, text: string, from: number, found: boolean): number =>
    !pattern.global && !pattern.sticky
      ? text.length
      : found
        ? Math.max(1, pattern.lastIndex - from)
        : pattern.sticky
          ? 1
          : text.length - from;
  RegExp.prototype.test = function (text) {
    const from = this.lastIndex;
    const found = exec.call(this, text) !== null;
    steps += searched(this, text, from, found);
    return found;
  };
  RegExp.prototype.exec = function (text) {
    const from = this.lastIndex;
    const found = exec.call(this, text);
    steps += searched(this, text, from, found !== null);
    return found;
  };
  undo.push(() => Object.assign(RegExp.prototype, { test, exec }));
  meter(Array.prototype, WALKS, lengthOf);
  meter(TextDecoder.prototype, ['decode'], (_, [bytes]) => lengthOf(bytes));
  meter(Map.prototype, ['get', 'set', 'has'], () => 1);
  meter(Set.prototype, ['add', 'has'], () => 1);
  try {
    return { value: run(), steps };
  } finally {
    for (const each of undo) each();
  }
}
