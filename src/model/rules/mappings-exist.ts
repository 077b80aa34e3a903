/** Every reference leads to a control that its framework's edition has. */
import { suggest } from '../../diagnostic/suggest.js';
import { editionKey } from '../model.js';
import { perObjective } from './law.js';

/** AICM mappings an objective has: more would say that it is about everything. */
const MOST_AICM = 5;

export const mappingsExist = perObjective(
  'mappings-exist',
  'Ids of frameworks exist in the edition that model.yaml names; one to five of them are AICM controls.',
  ({ objective }, { model }) => {
    const breaches = Object.entries(objective.mappings).flatMap(([framework, ids]) => {
      const edition = model.editions[framework];
      const controls =
        edition === undefined ? undefined : model.frameworks.get(editionKey(framework, edition))?.controls;
      if (!controls)
        return [
          {
            at: ['mappings', framework],
            detail: `“${framework}” is not a framework of this model. Use one of these frameworks: ${Object.keys(model.editions).join(', ')}.`,
          },
        ];
      const known = controls.map(({ id }) => id);
      return ids.flatMap((id, index) => {
        const at = ['mappings', framework, index];
        if (ids.indexOf(id) !== index)
          return [{ at, detail: `“${id}” is listed twice. Delete one of the two entries.` }];
        if (known.includes(id)) return [];
        const near = suggest(id, known);
        return [
          {
            at,
            detail: `“${id}” is not in ${framework} ${edition ?? ''}${near ? `. Did you mean “${near}”?` : '.'} Correct the id.`,
          },
        ];
      });
    });
    const aicm = objective.mappings['aicm']?.length ?? 0;
    if (aicm >= 1 && aicm <= MOST_AICM) return breaches;
    return [
      ...breaches,
      {
        at: ['mappings'],
        detail: `the objective refers to ${aicm} controls of the AICM. An objective must refer to one to ${MOST_AICM} of these controls.`,
      },
    ];
  },
);
