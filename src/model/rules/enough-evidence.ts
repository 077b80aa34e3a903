/** Evidence is described so that an auditor knows it when it is seen. */
import { hasTitles, perObjective } from './law.js';
import { wordsOf } from './prose.js';

const FEWEST_WORDS = 20;

export const enoughEvidence = perObjective(
  'enough-evidence',
  `Where objectives have titles, the evidence of each has at least ${FEWEST_WORDS} words.`,
  ({ objective: { evidence } }, loaded) => {
    const words = evidence.flatMap(wordsOf).length;
    if (words >= FEWEST_WORDS || !hasTitles(loaded)) return [];
    return [
      {
        at: ['evidence'],
        detail: `the description of the evidence has ${words} words. Use at least ${FEWEST_WORDS} words.`,
      },
    ];
  },
);
