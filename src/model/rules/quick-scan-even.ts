/** The quick scan asks the same of every category, and of everybody. */
import { writtenObjectives, type Breach, type Law } from './law.js';

const LEVELS = [2, 3];

export const quickScanEven: Law = {
  name: 'quick-scan-even',
  says: 'Where there is a quick scan, it asks one objective at level 2 and one at level 3 of each category, for all organizations.',
  check: (loaded) => {
    const quick = writtenObjectives(loaded).filter(({ objective }) => objective.quick === true);
    if (quick.length === 0) return [];
    const uneven = [...loaded.source.categories].flatMap(([category, { value }]) =>
      value.levels.flatMap(({ n }, index): Breach[] => {
        const expected = LEVELS.includes(n) ? 1 : 0;
        const count = quick.filter((each) => each.category === category && each.level === n).length;
        if (count === expected) return [];
        const detail = `the quick scan has ${count} objectives of level ${n}. Mark ${expected} as quick.`;
        return [{ category, path: ['levels', index], detail }];
      }),
    );
    const narrow = quick.filter(
      ({ objective: { deployments, needs } }) => needs || deployments.length < loaded.model.deployments.length,
    );
    return [
      ...uneven,
      ...narrow.map(({ category, path, objective: { id } }) => ({
        category,
        path: [...path, 'quick'],
        objective: id,
        detail:
          'the objective is in the quick scan, but does not apply to all organizations. Mark an objective that applies to all deployment types without conditions.',
      })),
    ];
  },
};
