/** Objectives are for deployment types that the model has, each named once. */
import { perObjective } from './law.js';

export const knownDeployments = perObjective(
  'known-deployments',
  'Deployment types exist in model.yaml, and each is named once.',
  ({ objective }, { model }) => {
    const known = model.deployments.map(({ id }) => id);
    return objective.deployments.flatMap((id, index) => {
      const at = ['deployments', index];
      if (!known.includes(id)) return [{ at, detail: `“${id}” is not one of ${known.join(', ')}. Correct it.` }];
      if (objective.deployments.indexOf(id) !== index) return [{ at, detail: `“${id}” is named twice. Delete one.` }];
      return [];
    });
  },
);
