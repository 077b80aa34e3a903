/** What differs between an objective and the one that it became is what `changes.yaml` says of it. */
import { differencesBetween, effectOf, type Difference } from '../changes.js';
import { objectivesOf, type ControlObjective, type Succession } from '../model.js';
import type { Breach, Law } from './law.js';

type Entry = Succession['objectives'][number];

export const changesDeclared: Law = {
  name: 'changes-declared',
  says: 'changes.yaml declares each change: a kept or valid answer needs the same target and scope, and a moved objective another level.',
  check: ({ model, source }) => {
    const before = source.before?.();
    if (!model.succession || !before) return [];
    const now = new Map(objectivesOf(model).map((each) => [each.id, each]));
    return model.succession.objectives.flatMap((entry, index): Breach[] => {
      const old = before.get(entry.id);
      const successors = entry.to.flatMap((id) => now.get(id) ?? []);
      if (!old || successors.length !== entry.to.length) return []; // told by succession-complete
      return undeclaredIn(entry, old, successors).map((detail) => ({
        ...{ in: 'changes', path: ['objectives', index, 'change'] },
        detail,
      }));
    });
  },
};

/** What of a declaration is not so, each with what to do. */
function undeclaredIn(
  { id, change, holds }: Entry,
  old: ControlObjective,
  successors: readonly ControlObjective[],
): string[] {
  const found: string[] = [];
  const levels = successors.map(({ level }) => level);
  if (change === 'split' ? successors.length < 2 : successors.length > 1)
    found.push(`${id} is ${change} and has ${successors.length} successors. Only a split objective has several.`);
  if (change === 'moved' && levels.every((level) => level === old.level))
    found.push(
      `${id} is moved, but its successor is also at level ${old.level}. Use “reworded”, or use a successor at another level.`,
    );
  if ((change === 'kept' || change === 'reworded') && levels.some((level) => level !== old.level))
    found.push(`${id} is ${change}, but is now at level ${levels.join(', ')}. Use “moved”.`);
  for (const successor of successors) {
    const differences = differencesBetween(old, successor);
    const undeclared = differences.filter((each) =>
      change === 'kept' ? each.is !== 'mappings' && each.is !== 'level' : holds && effectOf(each) === 'breaking',
    );
    for (const each of undeclared)
      found.push(
        `${id} is ${change}${holds ? ' with valid answers' : ''}, but its ${NAMES[each.is]} changed. Use “reworded”, and “holds” false if an old answer is no longer valid.`,
      );
  }
  return found;
}

const NAMES: Readonly<Record<Difference['is'], string>> = {
  level: 'level',
  threshold: 'target',
  deployments: 'deployment types',
  conditions: 'conditions',
  mappings: 'mappings',
};
