/** An id says where its objective stands: category, level, letter in order. */
import { perObjective } from './law.js';

export const idsMatchPlace = perObjective(
  'ids-match-place',
  'Ids are made of category, level and a letter in order: GOV-2A, GOV-2B.',
  ({ category, level, index, objective }) => {
    const expected = `${category}-${level}${String.fromCharCode(65 + index)}`;
    if (objective.id === expected) return [];
    return [
      {
        at: ['id'],
        detail: `the id is “${objective.id}” but its place asks for “${expected}”. Change the id, or move the objective.`,
      },
    ];
  },
);
