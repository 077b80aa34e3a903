/** How far the controls of other frameworks are covered by what is met. */
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import type { State } from '../scoring/rules.js';

/** One control that objectives lead to. */
export interface CoveredControl {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** Objectives that apply and lead to it, and how many of them are met. */
  readonly objectives: readonly string[];
  readonly met: number;
}

/** One framework in the edition that mappings are written in. */
export interface Coverage {
  readonly framework: string;
  readonly edition: string;
  readonly name: string;
  /** All controls that the framework has, as far as the model lists them. */
  readonly controls: number;
  /** Those that an applicable objective leads to. */
  readonly reached: readonly CoveredControl[];
  /** Those of them whose objectives are all met, and those with at least one that is. */
  readonly whole: number;
  readonly some: number;
}

/** In the order in which the model names its frameworks. A control that no applicable objective leads to is not covered, and not counted as met. */
export function coverageOf(model: Model, states: ReadonlyMap<string, State>): Coverage[] {
  return Object.entries(model.editions).flatMap(([framework, edition]) => {
    const known = model.frameworks.get(`${framework}@${edition}`);
    if (!known) return [];
    const leading = new Map<string, string[]>();
    for (const { id, mappings } of objectivesOf(model)) {
      if (states.get(id) === 'excluded' || !states.has(id)) continue;
      for (const each of mappings)
        if (each.framework === framework && each.edition === edition)
          leading.set(each.id, [...(leading.get(each.id) ?? []), id]);
    }
    const reached = known.controls.flatMap(({ id, title, group = '' }): CoveredControl[] => {
      const objectives = leading.get(id);
      if (!objectives) return [];
      return [{ id, title, group, objectives, met: objectives.filter((one) => states.get(one) === 'met').length }];
    });
    return [
      {
        ...{ framework, edition, name: known.name, controls: known.controls.length, reached },
        whole: reached.filter(({ met, objectives }) => met === objectives.length).length,
        some: reached.filter(({ met }) => met > 0).length,
      },
    ];
  });
}

/** The name of a category by its code. */
export function categoryNames(model: Model): ReadonlyMap<string, string> {
  return new Map(categoriesOf(model).map(({ id, name }) => [id, name]));
}
