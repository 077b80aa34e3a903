/** Options that can't be chosen or told apart: answers are typed and read by the labels of their options. */
import type { FactsOf } from '../diagnostic/catalogue.js';
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

/** Options of one list that have the same label as they are written, or one that can't be typed. `placeOf`: where in the model's own file a value is. */
export function faultyLabels(model: Model, placeOf: (path: readonly PropertyKey[]) => Place): Finding[] {
  return faultsIn(model, ({ list, index }) => placeOf([...(PATHS[list] ?? [list]), index, 'name']));
}

/** The same in a language. `placeOf`: where the first of several addresses is that is translated. */
export function faultyLabelsIn(
  language: string,
  model: Model,
  placeOf: (addresses: readonly string[]) => Place,
): Finding[] {
  return faultsIn(translated(model, language), ({ list, option, other }) =>
    placeOf([option, ...(other ? [other] : [])].map(({ id }) => `${list}.${id}.name`)),
  );
}

interface Listed {
  readonly list: string;
  readonly option: Option;
  readonly index: number;
}

interface Clash extends Listed {
  /** What is read by the same text. */
  readonly other: Option;
}

function faultsIn(model: Model, placeOf: (each: Listed & Partial<Clash>) => Place): Finding[] {
  return [
    ...clashesIn(model).map((each) => {
      const at = { ...placeOf(each), field: each.list };
      return find('same-label', at, { found: each.option.name, other: each.other.id });
    }),
    ...allOptions(model).flatMap((each) => {
      const problem = untypable(each.option.name);
      return problem
        ? [find('unusable-label', { ...placeOf(each), field: each.list }, { found: each.option.name, problem })]
        : [];
    }),
  ];
}

/** Spreadsheets compare no longer texts in formulas. */
const LONGEST_LABEL = 255;

/** Why a label can't be typed, or compared by a formula. */
function untypable(label: string): FactsOf<'unusable-label'>['problem'] | undefined {
  if (/^\s*[=+\-@]/.test(label)) return { is: 'formula' };
  return label.length > LONGEST_LABEL ? { is: 'long', longest: LONGEST_LABEL } : undefined;
}

function allOptions(model: Model): Listed[] {
  return Object.entries(LISTS).flatMap(([list, optionsOf]) =>
    optionsOf(model).map((option, index) => ({ list, option, index })),
  );
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
