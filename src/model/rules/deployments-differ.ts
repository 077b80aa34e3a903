/** Which deployment type is in use matters: each is asked something of its own, and who only calls an API is asked less. */
import { hasTitles, writtenObjectives, type Breach, type Law } from './law.js';

/** The type that has the least of its own to protect, and the most that it may be asked. */
const SMALLEST = 'api-saas';
const MOST = 115;

export const deploymentsDiffer: Law = {
  name: 'deployments-differ',
  says: `Where objectives have titles, each deployment type has some of its own, and ${SMALLEST} alone has at most ${MOST}.`,
  check: (loaded) => {
    if (!hasTitles(loaded)) return [];
    const all = writtenObjectives(loaded).map(({ objective }) => objective.deployments);
    return loaded.model.deployments.flatMap(({ id }, index): Breach[] => {
      const path = ['deployments', index];
      const count = all.filter((types) => types.includes(id)).length;
      return [
        ...(all.some((types) => types.length === 1 && types[0] === id)
          ? []
          : [{ path, detail: `no objective is only for ${id}. Add an objective that applies only to this type.` }]),
        ...(id === SMALLEST && count > MOST
          ? [{ path, detail: `${count} objectives are only for ${id}. At most ${MOST} objectives are allowed.` }]
          : []),
      ];
    });
  },
};
