/** What became of the objectives of the edition before, for those who carry their answers over. */
import type { Language } from '../locale/language.js';
import { anchorOf } from '../model/anchor.js';
import { objectivesOf, type Model, type Succession } from '../model/model.js';
import { titleOf } from '../model/title.js';

/** An id with its title, and with the place that it leads to where this document has it. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly anchor: string;
  readonly isHere: boolean;
}

/**
 * Those of one kind together, so that what is true of all of them is said once; then what is new. Of a part, only what
 * concerns it. undefined for the first edition of a model.
 */
export function successionView(model: Model, whole: Model, { words }: Language) {
  if (!model.succession) return undefined;
  const { from, objectives } = model.succession;
  const w = words.document;
  const titles = new Map(objectivesOf(whole).map((each) => [each.id, titleOf(each)]));
  const here = new Set(objectivesOf(model).map(({ id }) => id));
  const codes = new Set(objectivesOf(model).map(({ category }) => category));
  const named = (id: string): Named => ({
    id,
    title: titles.get(id) ?? '',
    anchor: anchorOf(id),
    isHere: here.has(id),
  });
  const concerns = ({ id, to }: Succession['objectives'][number]): boolean =>
    to.length === 0 ? codes.has(id.replace(/-.*/, '')) : to.some((each) => here.has(each));
  const groups = new Map<string, { former: string; hasFormer: boolean; to: Named[]; hasTo: boolean; why: string }[]>();
  for (const each of objectives.filter(concerns)) {
    const { id, change, to, holds, why } = each;
    const answer = change === 'dropped' ? w.notAsked : holds ? w.holds : w.askedAgain;
    const title = `${w.successions[change]}: ${answer}`;
    // An id that is in both editions is said once.
    const hasFormer = to.length !== 1 || to[0] !== id;
    const row = { former: id, hasFormer, to: to.map(named), hasTo: to.length > 0, why };
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  const followed = new Set(objectives.flatMap(({ to }) => to));
  const added = [...here].filter((id) => !followed.has(id)).map(named);
  return {
    from,
    groups: [...groups].map(([title, rows]) => ({ title, rows })),
    added,
    hasAdded: added.length > 0,
  };
}
