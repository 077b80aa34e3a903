/** An objective is one fact in one short sentence; so are its rationale and what partly means. */
import { perObjective } from './law.js';
import { countSentences, wordsOf } from './prose.js';

/** Longer sentences are read twice, and hide a second requirement. */
const LONGEST = 45;

export const oneSentence = perObjective(
  'one-sentence',
  `Statement, rationale and “partly” are one sentence each; the statement has at most ${LONGEST} words.`,
  ({ objective }) => {
    const sentences = (['text', 'rationale', 'partly'] as const).flatMap((field) => {
      const count = countSentences(objective[field]);
      if (count === 1 && objective[field].endsWith('.')) return [];
      return [
        { at: [field], detail: `${field} has ${count} sentences. Write one sentence that ends with a full stop.` },
      ];
    });
    const words = wordsOf(objective.text).length;
    const long =
      words > LONGEST
        ? [{ at: ['text'], detail: `the statement has ${words} words. Use at most ${LONGEST} words.` }]
        : [];
    return [...sentences, ...long];
  },
);
