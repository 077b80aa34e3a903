/** Objectives are for deployment types that the model has, each named once. */
import { perObjective } from './law.js';

export const knownDeployments = perObjective(
  'known-deployments',
  'Deployment types exist in model.yaml, and each is named once.',
  ({ objective }, { model }) => {
    const known = model.deployments.map(({ id }) => id);
    return objective.deployments.flatMap((id, index) => {
      const at = ['deployments', index];
      if (!known.includes(id))
        return [
          {
            at,
            detail: `“${id}” is not a deployment type of this model. Use one of these deployment types: ${known.join(', ')}.`,
          },
        ];
      if (objective.deployments.indexOf(id) !== index)
        return [{ at, detail: `“${id}” is listed twice. Delete one of the two entries.` }];
      return [];
    });
  },
);
