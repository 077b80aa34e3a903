/** Levels stand in order; level 1 is a state without objectives, every other level has some. */
import { FIRST_LEVEL } from '../model.js';
import type { Breach, Law } from './law.js';

/** At most so many, so that a level can be assessed in one sitting. */
const MOST = 4;

export const everyLevelAssessed: Law = {
  name: 'every-level-assessed',
  says: 'Levels 1 to 5 are described in order; level 1 has no objectives, levels 2 to 5 have two to four.',
  check: ({ source }) =>
    [...source.categories].flatMap(([category, { value }]) =>
      value.levels.flatMap((level, index): Breach[] => {
        const count = level.objectives?.length ?? 0;
        const path = ['levels', index];
        if (level.n !== index + 1)
          return [
            {
              category,
              path: [...path, 'n'],
              detail: `level ${level.n} is at position ${index + 1}. Put the levels in order.`,
            },
          ];
        if (level.n === FIRST_LEVEL) {
          return count === 0
            ? []
            : [{ category, path, detail: 'level 1 has objectives, but it must have none. Delete them.' }];
        }
        if (count >= 2 && count <= MOST) return [];
        return [
          {
            category,
            path,
            detail: `level ${level.n} has ${count} objectives. A level must have two to ${MOST} objectives.`,
          },
        ];
      }),
    ),
};
