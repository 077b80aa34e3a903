/** Looking at sentences: words, ends of sentences, what two sentences share. */

/** Words of a text; figures and hyphenated words count as one. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}%’'./&-]*/gu) ?? [];
}

/** Short forms whose full stop ends no sentence. */
const SHORT_FORMS = /\b(e\.g|i\.e|etc|vs|Art|No)\.$/;

/** Sentences of a text; what follows the last full stop is none. */
export function sentencesOf(text: string): string[] {
  const ends = [...text.matchAll(/[.!?](?=\s+\p{Lu}|\s*$)/gu)]
    .map((match) => match.index + 1)
    .filter((end) => !SHORT_FORMS.test(text.slice(0, end)) || end === text.length);
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end).trim());
}

const STOP_WORDS = new Set(
  'a an and any are as at be by can for from has have in is it its least most no not of on or that the their them they this to was were which who with within'.split(
    ' ',
  ),
);

/** The words that carry a sentence's meaning, without figures. */
export function contentWords(text: string): Set<string> {
  return new Set(
    wordsOf(text.toLowerCase())
      .map((word) => word.replace(/[^\p{L}-]/gu, ''))
      .filter((word) => word.length > 2 && !STOP_WORDS.has(word)),
  );
}

/** Share of the words of both sets that they have in common, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
