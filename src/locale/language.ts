/** What a language is made of. Nothing below this floor knows a word. */
import type { words } from './en/words.js';

/** Turns the literal texts of English into plain ones, so that other languages can satisfy them. */
type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer I)[]
      ? readonly Widen<I>[]
      : { readonly [K in keyof T]: Widen<T[K]> };

/** All words of the workbook and the documents. */
export type Words = Widen<typeof words>;

/** One language. */
export interface Language {
  /** As BCP 47 has it: `en`, `de`, `en-XA`. */
  readonly id: string;
  readonly words: Words;
  /**
   * What was said otherwise in earlier layouts, by the last layout that says it so: workbooks that are out there are compared
   * with the words they were issued with.
   */
  readonly earlier?: Readonly<Record<number, Part<Pick<Language, 'words'>>>>;
}

/** Any part of something that is made of records. */
export type Part<T> = T extends string | readonly unknown[] | ((...args: never[]) => unknown)
  ? T
  : { readonly [K in keyof T]?: Part<T[K]> };

/** A language as a layout has it. */
export function languageAt(language: Language, layout: number): Language {
  const { earlier = {} } = language;
  const until = Object.keys(earlier)
    .map(Number)
    .filter((last) => layout <= last)
    .sort((a, b) => b - a);
  // The latest first, so that what is said only in the earliest has the last word.
  return until.reduce((at, last) => inheriting(at, language.id, earlier[last] ?? {}), language);
}

/** A language that has some words of its own; what it lacks is said in `base`. */
export function inheriting(base: Language, id: string, own: Part<Omit<Language, 'id' | 'earlier'>>): Language {
  return { ...(merge(base, own) as Language), id }; // the keys of `base`, each with a value of its kind
}

function merge(base: object, own: object): object {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [key, value] of Object.entries(own) as [string, unknown][]) {
    const under = merged[key];
    merged[key] = isRecord(under) && isRecord(value) ? merge(under, value) : value;
  }
  return merged;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
