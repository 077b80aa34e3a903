/**
 * Rows as they are asked of SQLite. Nothing is asked as a text: the binding ends the whole process at one that is not UTF-8,
 * and a bit that has flipped on the disk makes one.
 */
import type { Value } from '../values.js';

/** A row as SQLite gives it: `texts` in one piece of bytes, each number by its name. */
export type Raw = Readonly<Record<string, unknown>>;

/** The columns of a question. */
export interface Columns<T extends string, N extends string> {
  readonly texts: readonly T[];
  readonly numbers: readonly N[];
}

/** As SQL: all texts as one JSON array in bytes, each number as one, whatever its column holds. */
export function selecting({ texts, numbers }: Columns<string, string>, from = ''): string {
  const array = texts.map((each) => `CAST(${from}${each} AS TEXT)`).join(', ');
  return [
    `CAST(json_array(${array}) AS BLOB) AS texts`,
    ...numbers.map((each) => `CAST(${from}${each} AS REAL) AS ${each}`),
  ].join(', ');
}

/** Bytes of a row; the binding gives them in one of two ways. */
export function bytesIn(raw: Raw, name: string): Uint8Array | undefined {
  const value = raw[name];
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value instanceof Uint8Array ? value : undefined;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A text that was asked for as bytes. Throws where they are no text. */
export function textIn(raw: Raw, name: string): string {
  return UTF8.decode(bytesIn(raw, name));
}

/** The values of a row. Throws where its bytes are no texts. */
export function valuesOf<T extends string, N extends string>(
  { texts, numbers }: Columns<T, N>,
  raw: Raw,
): Record<T, string> & Record<N, number | null> {
  const read = JSON.parse(textIn(raw, 'texts')) as string[]; // as `selecting` asks
  const pairs: [string, Value][] = texts.map((name, i) => [name, read[i] ?? null]);
  for (const name of numbers) pairs.push([name, raw[name] as number | null]);
  return Object.fromEntries(pairs) as Record<T, string> & Record<N, number | null>; // a value for each name
}
