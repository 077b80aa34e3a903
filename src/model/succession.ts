/** What became of objectives over one edition or several: the successions of all editions between, put together. */
import type { Model, Succession } from './model.js';
import { compareVersions, modelName, type ModelName } from './named.js';

/** One line of `changes.yaml`. */
type Entry = Succession['objectives'][number];

/** What became of one objective, over however many editions. */
export interface Succeeded extends Pick<Entry, 'id' | 'change' | 'holds'> {
  /** Where its subject stands now; none where it was dropped. */
  readonly to: readonly string[];
  /** What the editors say of each change on the way; nothing of what was kept. */
  readonly why: readonly string[];
}

/** Gives a model by its name; undefined where it is not here. */
export type FindModel = (name: ModelName) => Model | undefined;

/**
 * What became of each objective of edition `from` in the model `to`. Undefined where no unbroken line of `changes.yaml`
 * leads there.
 * @throws What `find` throws.
 */
export function successionTo(to: Model, from: ModelName, find: FindModel): readonly Succeeded[] | undefined {
  if (to.id !== from.id) return undefined;
  const steps: Succession[] = [];
  let newer: Model | undefined = to;
  while (newer && newer.version !== from.version) {
    const step: Succession | undefined = newer.succession;
    // Only ever back in time: no line may lead round in a circle.
    if (!step || step.to !== newer.version || compareVersions(step.from, newer.version) >= 0) return undefined;
    steps.unshift(step);
    newer = step.from === from.version ? undefined : find({ id: to.id, version: step.from });
    if (!newer && step.from !== from.version) return undefined;
  }
  const [first, ...others] = steps;
  return first && others.reduce<readonly Succeeded[]>(followed, first.objectives.map(firstStep));
}

/**
 * Which of two editions follows the other, and how; undefined where neither does.
 * @throws What `find` throws.
 */
export function successionBetween(
  a: Model,
  b: Model,
  find: FindModel,
): { readonly older: Model; readonly newer: Model; readonly succession: readonly Succeeded[] } | undefined {
  if (modelName(a) === modelName(b)) return undefined;
  const [older, newer] = compareVersions(a.version, b.version) < 0 ? [a, b] : [b, a];
  const succession = successionTo(newer, older, find);
  return succession && { older, newer, succession };
}

function firstStep({ id, change, to, holds, why }: Entry): Succeeded {
  return { id, change, to, holds, why: change === 'kept' ? [] : [why] };
}

/** One edition more. */
function followed(before: readonly Succeeded[], { objectives }: Succession): readonly Succeeded[] {
  const next = new Map(objectives.map((each) => [each.id, each]));
  return before.map((each): Succeeded => {
    const steps = each.to.flatMap((id) => next.get(id) ?? []);
    const to = [...new Set(steps.flatMap((step) => step.to))];
    const changed = steps.filter(({ change }) => change !== 'kept');
    return {
      id: each.id,
      change: changeOver(each, changed, to),
      to,
      // Of an answer for several objectives each has to hold, and none may be lost on the way.
      holds: each.holds && to.length > 0 && steps.length === each.to.length && steps.every(({ holds }) => holds),
      why: [...each.why, ...new Set(changed.map(({ why }) => why))],
    };
  });
}

/** One word for several changes: the one that matters most to who looks for an old answer. */
function changeOver(before: Succeeded, changed: readonly Entry[], to: readonly string[]): Entry['change'] {
  if (to.length === 0) return 'dropped';
  if (to.length > 1) return 'split';
  const all = [before.change, ...changed.map(({ change }) => change)];
  return (
    (['merged', 'moved', 'reworded'] as const).find((each) => all.includes(each)) ??
    (all.includes('split') ? 'reworded' : 'kept')
  );
}
