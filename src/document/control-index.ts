/** The controls of a framework that objectives refer to, with the objectives of each: the mappings read the other way round. */
import { anchorOf, controlAnchor, editionAnchor } from '../model/anchor.js';
import { editionKey, objectivesOf, type Framework, type Model } from '../model/model.js';
import { titleOf } from '../model/title.js';

/** The framework that the document indexes. */
export const INDEXED = 'aicm';

/**
 * The index of the edition that mappings are written in; controls in the framework's own order, with the objectives in the model's.
 * Ids of older editions are in the same rows. undefined where the model does not refer to the framework.
 */
export function controlIndex(model: Model, isPart: boolean) {
  const edition = model.editions[INDEXED];
  const framework = edition === undefined ? undefined : model.frameworks.get(editionKey(INDEXED, edition));
  if (!framework) return undefined;
  const older = [...model.frameworks.values()].filter((each) => each.id === INDEXED && each !== framework);
  const objectives = objectivesByControl(model, framework);
  const mapped = framework.controls.filter(({ id }) => objectives.has(id));
  const unmapped = framework.controls.filter(({ id }) => !objectives.has(id));
  const earlier = older.map((each) => earlierIds(model, each));
  // An edition that calls all of these controls the same needs no column.
  const differing = older.flatMap((each, at) => {
    const ids = earlier[at] ?? new Map<string, readonly string[]>();
    return mapped.some(({ id }) => !isSame(id, ids.get(id))) ? [{ edition: each.edition, ids }] : [];
  });
  const taken = new Set<string>();
  return {
    name: framework.name,
    edition: framework.edition,
    older: differing.map((each) => each.edition),
    hasOlder: differing.length > 0,
    anchors: [framework, ...older].map((each) => editionAnchor(each.id, each.edition)),
    total: framework.controls.length,
    mappedCount: mapped.length,
    controls: mapped.map(({ id, title }) => ({
      id,
      // Links to a control of an older edition lead to the row in which it is now.
      anchors: [
        controlAnchor(framework.id, framework.edition, id),
        ...older.flatMap((each, at) =>
          (earlier[at]?.get(id) ?? []).map((former) => controlAnchor(each.id, each.edition, former)),
        ),
      ].filter((anchor) => !taken.has(anchor) && taken.add(anchor)),
      title,
      earlier: differing.map(({ ids }) => formerly(id, ids.get(id))),
      objectives: objectives.get(id) ?? [],
    })),
    // What a part does not ask for says nothing about the model.
    hasUnmapped: !isPart && unmapped.length > 0,
    unmapped: unmapped.map(({ id, title }) => ({ id, title })),
  };
}

/** Nothing where the id is the same: a column that repeats another hides what differs. */
function formerly(id: string, former: readonly string[] | undefined) {
  return { isNew: former === undefined, ids: former === undefined || isSame(id, former) ? [] : former };
}

function isSame(id: string, former: readonly string[] | undefined): boolean {
  return former?.length === 1 && former[0] === id;
}

function objectivesByControl(model: Model, { id: framework, edition }: Framework) {
  const found = new Map<string, { id: string; anchor: string; title: string }[]>();
  for (const objective of objectivesOf(model))
    for (const mapping of objective.mappings)
      if (mapping.framework === framework && mapping.edition === edition)
        found.set(mapping.id, [
          ...(found.get(mapping.id) ?? []),
          { id: objective.id, anchor: anchorOf(objective.id), title: titleOf(objective) },
        ]);
  return found;
}

/** For each id in the edition written, the ids that an older edition has for it. */
function earlierIds(model: Model, { id: framework, edition }: Framework): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { mappings } of objectivesOf(model))
    for (const { framework: of, edition: at, id, derivedFrom } of mappings)
      if (of === framework && at === edition && derivedFrom !== undefined)
        found.set(derivedFrom, [...new Set([...(found.get(derivedFrom) ?? []), id])]);
  return found;
}
