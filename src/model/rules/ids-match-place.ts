/** An id says where its objective stands: category, level, letter in order. A letter may be missing, since ids are never used again. */
import { perObjective, writtenObjectives } from './law.js';

export const idsMatchPlace = perObjective(
  'ids-match-place',
  'Ids are made of category, level and a letter in order: GOV-2A, GOV-2B. An id that was dropped leaves a gap.',
  ({ category, level, index, objective }, loaded) => {
    const before = writtenObjectives(loaded).find(
      (each) => each.category === category && each.level === level && each.index === index - 1,
    );
    const stem = `${category}-${level}`;
    const least = before ? before.objective.id.charCodeAt(before.objective.id.length - 1) + 1 : 65;
    const letter = objective.id.slice(stem.length);
    if (objective.id.startsWith(stem) && /^[A-Z]$/.test(letter) && letter.charCodeAt(0) >= least) return [];
    const expected = `${stem}${String.fromCharCode(least)}`;
    return [
      {
        at: ['id'],
        detail: `the id is “${objective.id}”, but at this position the id must be “${expected}” or have a later letter. Change the id, or move the objective.`,
      },
    ];
  },
);
