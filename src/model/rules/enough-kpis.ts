/** Most of what is asked can be counted. */
import { writtenObjectives, type Law } from './law.js';

const LEAST_SHARE = 0.5;

export const enoughKpis: Law = {
  name: 'enough-kpis',
  says: 'At least half of the objectives have a numeric KPI.',
  check: (loaded) => {
    const all = writtenObjectives(loaded);
    const counted = all.filter(({ objective }) => objective.kpi !== null).length;
    if (counted >= all.length * LEAST_SHARE) return [];
    return [
      {
        path: ['domains'],
        detail: `only ${counted} of ${all.length} objectives have a KPI. Find measurements for more objectives.`,
      },
    ];
  },
};
