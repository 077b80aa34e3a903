/** Options that can't be told apart: answers are read by the labels of their options. */
import { find, type Finding, type Place } from '../diagnostic/finding.js';
import { plain } from '../grid/spelling.js';
import type { Model } from './model.js';
import { translated } from './translate.js';

interface Option {
  readonly id: string;
  readonly name: string;
}

/** Lists whose options people choose from or look for, by the beginning of their addresses. */
const LISTS: Readonly<Record<string, (model: Model) => readonly Option[]>> = {
  answers: ({ answers }) => answers,
  industries: ({ profile }) => profile.industries,
  sizes: ({ profile }) => profile.sizes,
  regions: ({ profile }) => profile.regions,
  deployments: ({ deployments }) => deployments,
};

/** Where a list is written in the model's own file. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  industries: ['profile', 'industries'],
  sizes: ['profile', 'sizes'],
  regions: ['profile', 'regions'],
};

/** Options of one list that have the same label as they are written. `placeOf`: where in the model's own file a value is. */
export function sameLabels(model: Model, placeOf: (path: readonly PropertyKey[]) => Place): Finding[] {
  return clashesIn(model).map(({ list, option, index, other }) => {
    const at = placeOf([...(PATHS[list] ?? [list]), index, 'name']);
    return find('same-label', { ...at, field: list }, { found: option.name, other: other.id });
  });
}

/** Options of one list that have the same label in a language. `placeOf`: where the first of several addresses is that is translated. */
export function sameLabelsIn(
  language: string,
  model: Model,
  placeOf: (addresses: readonly string[]) => Place,
): Finding[] {
  return clashesIn(translated(model, language)).map(({ list, option, other }) => {
    const at = placeOf([option, other].map(({ id }) => `${list}.${id}.name`));
    return find('same-label', { ...at, field: list }, { found: option.name, other: other.id });
  });
}

interface Clash {
  readonly list: string;
  readonly option: Option;
  readonly index: number;
  /** What is read by the same text. */
  readonly other: Option;
}

/** Options whose label is the label or the id of another one, spelled alike. */
function clashesIn(model: Model): Clash[] {
  return Object.entries(LISTS).flatMap(([list, optionsOf]) => {
    const options = optionsOf(model);
    return options.flatMap((option, index) => {
      const label = plain(option.name);
      const other = options.find(
        ({ id, name }, at) => at !== index && (plain(id) === label || (at < index && plain(name) === label)),
      );
      return other ? [{ list, option, index, other }] : [];
    });
  });
}
