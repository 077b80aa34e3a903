/** Checks the content of a model by its laws; each finding with file, line, column and what to do. */
import { find, type Finding } from '../diagnostic/finding.js';
import type { LoadedModel } from './load.js';
import { LAWS } from './rules/index.js';

/** Every finding of every law, in the order of the files. */
export function lintModel(loaded: LoadedModel): Finding[] {
  return LAWS.flatMap((law) =>
    law.check(loaded).map(({ category, path, detail, objective }) => {
      const source = category === undefined ? loaded.source.model : loaded.source.categories.get(category);
      const at = { ...source?.placeOf(path), field: law.name, ...(objective === undefined ? {} : { objective }) };
      return find('model-content', at, { detail });
    }),
  );
}
