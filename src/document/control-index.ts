/** The controls of a framework that objectives refer to, with the objectives of each: the mappings read the other way round. */
import { anchorOf, controlAnchor, editionAnchor } from '../model/anchor.js';
import { editionKey, objectivesOf, type ControlObjective, type Model } from '../model/model.js';

/** The framework whose editions the document indexes. */
export const INDEXED = 'aicm';

/** One index for each edition in use; controls in the framework's own order, with the objectives in the model's. */
export function controlIndexes(model: Model) {
  return [...model.frameworks.values()]
    .filter(({ id }) => id === INDEXED)
    .map(({ id, edition, name, controls }) => {
      const byControl = new Map<string, ControlObjective[]>();
      for (const objective of objectivesOf(model)) {
        for (const mapping of objective.mappings) {
          if (editionKey(mapping.framework, mapping.edition) !== editionKey(id, edition)) continue;
          byControl.set(mapping.id, [...(byControl.get(mapping.id) ?? []), objective]);
        }
      }
      const mapped = controls.filter((control) => byControl.has(control.id));
      const unmapped = controls.filter((control) => !byControl.has(control.id));
      return {
        name,
        edition,
        anchor: editionAnchor(id, edition),
        total: controls.length,
        mappedCount: mapped.length,
        controls: mapped.map((control) => ({
          id: control.id,
          anchor: controlAnchor(id, edition, control.id),
          title: control.title,
          objectives: (byControl.get(control.id) ?? []).map((objective) => link(objective.id)).join(', '),
        })),
        hasUnmapped: unmapped.length > 0,
        unmapped: unmapped.map((control) => control.id).join(', '),
      };
    });
}

function link(id: string): string {
  return `[${id}](#${anchorOf(id)})`;
}
