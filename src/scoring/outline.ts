/** Who belongs to whom: objectives, levels, categories and groups of a model, numbered in the model's order. */
import { assessedLevels, categoriesOf, type Category, type ControlObjective, type Model } from '../model/model.js';
import type { Scope } from './rules.js';

/** The group that holds all categories. */
export const PROGRAM = 'program';

/** What the things of a scope belong to. */
export const ABOVE: Readonly<Record<Scope, Scope | undefined>> = {
  objective: 'level',
  level: 'category',
  category: 'group',
  group: undefined,
};

/** One thing that figures belong to. Parents and parts are positions in the lists of their own scope. */
export interface Part {
  /** `GOV-2A`, `GOV/2`, `GOV`, `foundational` or `program`. */
  readonly key: string;
  /** Position of what it belongs to, one scope up; -1 for groups. */
  readonly parent: number;
  readonly parts: readonly number[];
  /** Position of the sibling just before; -1 for the first. */
  readonly previous: number;
}

/** Everything that figures belong to, by scope. */
export interface Outline {
  readonly objective: readonly (Part & { readonly objective: ControlObjective; readonly order: number })[];
  readonly level: readonly (Part & { readonly n: number })[];
  readonly category: readonly (Part & { readonly category: Category })[];
  readonly group: readonly Part[];
  readonly position: Readonly<Record<Scope, ReadonlyMap<string, number>>>;
  /** Ids of domains, categories and objectives: one object for all assessments of a model. */
  readonly ids: Readonly<Record<'domains' | 'categories' | 'objectives', readonly string[]>>;
}

/** Key of one level of one category. */
export function levelKey(category: string, n: number): string {
  return `${category}/${n}`;
}

/** Numbers everything of a model once. Domains come before the program in `group`. */
export function outlineOf(model: Model): Outline {
  const objective: (Part & { objective: ControlObjective; order: number })[] = [];
  const level: (Part & { n: number })[] = [];
  const category: (Part & { category: Category })[] = [];
  for (const each of categoriesOf(model)) {
    const levels: number[] = [];
    for (const { n } of assessedLevels(model)) {
      const parts: number[] = [];
      const mine = each.objectives.filter((one) => one.level === n);
      mine.forEach((one, order) => {
        parts.push(objective.length);
        objective.push({ key: one.id, parent: level.length, parts: [], previous: -1, objective: one, order });
      });
      const previous = levels.at(-1) ?? -1;
      levels.push(level.length);
      level.push({ key: levelKey(each.id, n), parent: category.length, parts, previous, n });
    }
    const parent = model.domains.findIndex((domain) => domain.id === each.domain);
    category.push({ key: each.id, parent, parts: levels, previous: -1, category: each });
  }
  const members = (domain: number): number[] =>
    category.flatMap((each, position) => (domain < 0 || each.parent === domain ? [position] : []));
  const group = [
    ...model.domains.map(({ id }, position) => ({ key: id, parent: -1, parts: members(position), previous: -1 })),
    { key: PROGRAM, parent: -1, parts: members(-1), previous: -1 },
  ];
  const keys = (list: readonly Part[]): string[] => list.map(({ key }) => key);
  const positions = (list: readonly Part[]): Map<string, number> => new Map(list.map(({ key }, i) => [key, i]));
  return {
    objective,
    level,
    category,
    group,
    position: {
      objective: positions(objective),
      level: positions(level),
      category: positions(category),
      group: positions(group),
    },
    ids: {
      domains: keys(group).filter((key) => key !== PROGRAM),
      categories: keys(category),
      objectives: keys(objective),
    },
  };
}
