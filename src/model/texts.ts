/**
 * Every text of a model that is said in other words in another language, with its address: the one walk over them.
 * Names and titles of frameworks are not among them, since their publishers chose them.
 */
import type { Category, ControlObjective, Domain, Model } from './model.js';

/** What is said at an address instead of the text that stands there. */
export type Rewrite = (address: string, text: string) => string;

type Text = string | readonly string[] | undefined;
/** Names of what is a text, or a list of them. */
type TextKey<T> = { [K in keyof T]-?: T[K] extends Text ? K : never }[keyof T] & string;

/** The texts of a model by address, in its order: `GOV-2A.text`, `levels.2.name`, `purpose.0`. */
export function textsOf(model: Model): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  rewriteTexts(model, (address, text) => {
    texts.set(address, text);
    return text;
  });
  return texts;
}

/** The model with each of its texts rewritten. Addresses are made of ids; what has no id is counted from 0. */
export function rewriteTexts(model: Model, rewrite: Rewrite): Model {
  const list = (at: string, texts: readonly string[]): string[] => texts.map((text, i) => rewrite(`${at}.${i}`, text));
  const within = <T extends object>(at: string, value: T, keys: readonly TextKey<T>[]): T => {
    const rewritten: Record<string, Text> = {};
    for (const key of keys) {
      const text = value[key] as Text; // as `TextKey` says of it
      const address = at === '' ? key : `${at}.${key}`;
      if (typeof text === 'string' && text !== '') rewritten[key] = rewrite(address, text);
      else if (typeof text === 'object') rewritten[key] = list(address, text);
    }
    return { ...value, ...rewritten };
  };
  const byId = <T extends { readonly id: string }>(at: string, items: readonly T[], keys: readonly TextKey<T>[]): T[] =>
    items.map((item) => within(`${at}.${item.id}`, item, keys));
  const counted = <T extends object>(at: string, items: readonly T[], keys: readonly TextKey<T>[]): T[] =>
    items.map((item, i) => within(`${at}.${i}`, item, keys));

  const section = (each: Model['handbook'][number]): Model['handbook'][number] => {
    const at = `handbook.${each.id}`;
    const { table, ...rest } = within(at, each, ['title', 'text', 'points']);
    if (!table) return rest;
    const rows = table.rows.map((row, i) => list(`${at}.table.rows.${i}`, row));
    return { ...rest, table: { ...within(`${at}.table`, table, ['heading']), rows } };
  };
  const objective = (each: ControlObjective): ControlObjective => ({
    ...within(each.id, each, ['title', 'text', 'rationale', 'partly', 'evidence']),
    kpi: each.kpi && within(`${each.id}.kpi`, each.kpi, ['measure', 'numerator', 'denominator', 'source']),
  });
  const category = (each: Category): Category => ({
    ...within(each.id, each, ['name', 'scope', 'includes']),
    excludes: counted(`${each.id}.excludes`, each.excludes, ['topic']),
    levels: each.levels.map((level) => within(`${each.id}.levels.${level.n}`, level, ['description', 'nextSteps'])),
    objectives: each.objectives.map(objective),
  });
  const domain = (each: Domain): Domain => ({
    ...within(`domains.${each.id}`, each, ['name', 'summary']),
    categories: each.categories.map(category),
  });

  return {
    ...within('', model, ['title', 'purpose', 'notice', 'acknowledgments', 'guidance', 'feedback', 'readMore']),
    handbook: model.handbook.map(section),
    levels: model.levels.map((level) => within(`levels.${level.n}`, level, ['name', 'summary', 'example'])),
    deployments: byId('deployments', model.deployments, ['name', 'summary', 'example']),
    ...(model.conditions ? { conditions: byId('conditions', model.conditions, ['question']) } : {}),
    answers: byId('answers', model.answers, ['name', 'summary']),
    domains: model.domains.map(domain),
    profile: {
      industries: byId('industries', model.profile.industries, ['name']),
      sizes: byId('sizes', model.profile.sizes, ['name']),
      regions: byId('regions', model.profile.regions, ['name']),
    },
    glossary: counted('glossary', model.glossary, ['term', 'definition']),
    changes: counted('changes', model.changes, ['component', 'description']),
  };
}
