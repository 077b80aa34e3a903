/** Checks the content of a model by its laws, and its translations; each finding with file, line, column and what to do. */
import { find, type Finding } from '../diagnostic/finding.js';
import { lintTranslations } from './lint-translations.js';
import type { LoadedModel } from './load.js';
import { LAWS } from './rules/index.js';

/** Every finding of every law, in the order of the laws, then those of the languages that have a folder. */
export function lintModel(loaded: LoadedModel): Finding[] {
  const breaches = LAWS.flatMap((law) =>
    law.check(loaded).map(({ in: file, category, path, detail, objective }) => {
      const { model, changes, categories } = loaded.source;
      const source = file === 'changes' ? changes : category === undefined ? model : categories.get(category);
      const at = { ...source?.placeOf(path), field: law.name, ...(objective === undefined ? {} : { objective }) };
      return find('model-content', at, { detail });
    }),
  );
  return [...breaches, ...lintTranslations(loaded)];
}
