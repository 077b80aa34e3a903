/** Every domain of the AI Controls Matrix is reached from some objective. */
import { editionKey } from '../model.js';
import { writtenObjectives, type Law } from './law.js';

const FRAMEWORK = 'aicm';

export const aicmDomainsReached: Law = {
  name: 'aicm-domains-reached',
  says: 'Every domain of the AI Controls Matrix has a control that some objective maps to.',
  check: (loaded) => {
    const { model } = loaded;
    const framework = model.frameworks.get(editionKey(FRAMEWORK, model.editions[FRAMEWORK] ?? ''));
    const used = new Set(writtenObjectives(loaded).flatMap(({ objective }) => objective.mappings[FRAMEWORK] ?? []));
    return (framework?.groups ?? []).flatMap(({ id, name }) => {
      const reached = framework?.controls.some((control) => control.group === id && used.has(control.id));
      return reached
        ? []
        : [
            {
              path: ['frameworks'],
              detail: `no objective maps to AICM domain ${id} (${name}). Map an objective to a control of this domain whose title fits.`,
            },
          ];
    });
  },
};
