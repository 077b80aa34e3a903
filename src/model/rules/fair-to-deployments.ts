/** Who uses only one deployment type can still be assessed, up to level 3 at least. */
import type { Breach, Law } from './law.js';
import { writtenObjectives } from './law.js';

const NEEDED_LEVELS = [2, 3];

export const fairToDeployments: Law = {
  name: 'fair-to-deployments',
  says: 'For each single deployment type every category has objectives at levels 2 and 3.',
  check: (loaded) => {
    const all = writtenObjectives(loaded);
    return [...loaded.source.categories.keys()].flatMap((category) =>
      loaded.model.deployments.flatMap(({ id }) =>
        NEEDED_LEVELS.flatMap((level): Breach[] => {
          const some = all.some(
            (each) => each.category === category && each.level === level && each.objective.deployments.includes(id),
          );
          if (some) return [];
          return [
            {
              category,
              path: ['levels', level - 1],
              detail: `no objective of level ${level} is for ${id}. Add an objective, or add this type to an existing objective.`,
            },
          ];
        }),
      ),
    );
  },
};
