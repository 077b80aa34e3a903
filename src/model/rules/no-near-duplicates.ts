/** No objective says what another says already. */
import { writtenObjectives, type Breach, type Law } from './law.js';
import { contentWords, likeness } from './prose.js';

/** Share of common words from which two sentences are likely to ask the same. */
const TOO_ALIKE = 0.6;

export const noNearDuplicates: Law = {
  name: 'no-near-duplicates',
  says: 'No two statements share most of their words.',
  check: (loaded) => {
    const all = writtenObjectives(loaded).map((each) => ({ ...each, words: contentWords(each.objective.text) }));
    return all.flatMap((each, i): Breach[] =>
      all.slice(0, i).flatMap((earlier) => {
        const alike = likeness(each.words, earlier.words);
        if (alike < TOO_ALIKE) return [];
        return [
          {
            category: each.category,
            path: [...each.path, 'text'],
            objective: each.objective.id,
            detail: `the statement shares ${Math.round(alike * 100)}% of its words with ${earlier.objective.id}. Change one of the two statements, or delete one of the objectives.`,
          },
        ];
      }),
    );
  },
};
