/** `changes.yaml` says of each objective of the edition before what became of it, and says nothing that is not so. */
import { objectivesOf } from '../model.js';
import { compareVersions } from '../named.js';
import type { Breach, Law } from './law.js';

export const successionComplete: Law = {
  name: 'succession-complete',
  says: 'changes.yaml lists each objective of the edition before once; what is kept has the same words in both.',
  check: ({ model, source }) => {
    const { succession } = model;
    if (!succession) return [];
    const breach = (path: Breach['path'], detail: string): Breach => ({ in: 'changes', path, detail });
    const { from, to, objectives } = succession;
    if (to !== model.version || compareVersions(from, to) >= 0)
      return [
        breach(
          ['to'],
          `the changes are from ${from} to ${to}. They must be from an older edition to ${model.version}.`,
        ),
      ];
    const before = source.before?.();
    if (source.before && !before)
      return [breach(['from'], `edition ${from} is missing or invalid. Use the previous edition.`)];
    const now = new Map(objectivesOf(model).map(({ id, text }) => [id, text]));
    const seen = new Set<string>();
    const wrong = objectives.flatMap(({ id, change, to: ids, holds }, index): Breach[] => {
      const at = ['objectives', index] as const;
      const isTwice = seen.has(id);
      seen.add(id);
      const old = before?.get(id)?.text;
      return [
        ...(isTwice ? [breach([...at, 'id'], `“${id}” is listed twice. Delete one of the two entries.`)] : []),
        ...(before && old === undefined
          ? [breach([...at, 'id'], `“${id}” is not an objective of ${from}. Correct the id.`)]
          : []),
        ...ids.flatMap((each, i) =>
          now.has(each) ? [] : [breach([...at, 'to', i], `“${each}” is not an objective of ${to}. Correct the id.`)],
        ),
        ...(change === 'dropped' ? (ids.length > 0 || holds ? ['dropped'] : []) : ids.length === 0 ? [change] : []).map(
          (found) =>
            breach(
              [...at, 'change'],
              `${id} is ${found}. A dropped objective must not have a successor or valid answers. Every other objective must have a successor.`,
            ),
        ),
        ...(change === 'kept' && (ids.join() !== id || (before && now.get(id) !== old))
          ? [
              breach(
                [...at, 'change'],
                `the id or the text of ${id} changed, so ${id} is not “kept”. Use another value for “change”.`,
              ),
            ]
          : []),
        ...(now.has(id) && !ids.includes(id)
          ? [breach([...at, 'to'], `${id} is used again for a different objective. Give the new objective a new id.`)]
          : []),
      ];
    });
    const missing = [...(before?.keys() ?? [])].filter((id) => !seen.has(id));
    return [
      ...wrong,
      ...missing.map((id) =>
        breach(['objectives'], `${id} of ${from} is not listed. Add an entry for this objective with its change.`),
      ),
    ];
  },
};
