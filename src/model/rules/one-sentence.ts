/** An objective is one fact in one or two short sentences; its rationale and what partly means are one sentence each. */
import { perObjective } from './law.js';
import { sentencesOf, wordsOf } from './prose.js';

/** Words of a statement of one sentence, and of each of two: longer sentences are read twice, and hide a second requirement. */
const LONGEST = 45;
const LONGEST_OF_TWO = 30;

export const oneSentence = perObjective(
  'one-sentence',
  `A statement is one sentence of at most ${LONGEST} words, or two of at most ${LONGEST_OF_TWO} words; rationale and “partly” are one sentence each.`,
  ({ objective }) => {
    const sentences = (['text', 'rationale', 'partly'] as const).flatMap((field) => {
      const count = sentencesOf(objective[field]).length;
      const most = field === 'text' ? 2 : 1;
      if (count >= 1 && count <= most && objective[field].endsWith('.')) return [];
      const asked = most === 1 ? 'Write one sentence that ends' : 'Write one or two sentences that end';
      return [{ at: [field], detail: `${field} has ${count} sentences. ${asked} with a full stop.` }];
    });
    const statement = sentencesOf(objective.text);
    const most = statement.length > 1 ? LONGEST_OF_TWO : LONGEST;
    const long = statement.flatMap((sentence) => {
      const words = wordsOf(sentence).length;
      return words > most
        ? [{ at: ['text'], detail: `a sentence of the statement has ${words} words. Use at most ${most} words.` }]
        : [];
    });
    return [...sentences, ...long];
  },
);
