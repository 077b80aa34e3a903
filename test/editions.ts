/** Editions of a small model that follow each other, and what became of their objectives. */
import type { Model, Succession } from '../src/model/model.js';
import type { FindModel } from '../src/model/succession.js';
import { tinyModel, type TinyObjective, type TinyOptions } from './tiny-model.js';

/** `GOV-2A reworded GOV-2B`, `GOV-2A kept`, `GOV-2A split GOV-2B,GOV-2C holds`, `GOV-2A dropped`. */
export function successionOf(from: string, to: string, lines: readonly string[]): Succession {
  return {
    from,
    to,
    objectives: lines.map((line) => {
      const [id = '', change = '', ...rest] = line.split(' ');
      const [targets = change === 'dropped' ? '' : id] = rest.filter((word) => word !== 'holds');
      return {
        ...{ id, change: change as Succession['objectives'][number]['change'] },
        to: targets === '' ? [] : targets.split(','),
        holds: change === 'kept' || rest.includes('holds'),
        why: `Why ${id} is ${change}.`,
      };
    }),
  };
}

/** An edition of the small model that follows another. */
export function edition(
  version: string,
  categories: Readonly<Record<string, readonly TinyObjective[]>>,
  { follows, became = [], ...options }: TinyOptions & { follows?: string; became?: readonly string[] } = {},
): Model {
  const model = { ...tinyModel(categories, options), version };
  return follows === undefined ? model : { ...model, succession: successionOf(follows, version, became) };
}

/** Finds one of some models. */
export function among(...models: readonly Model[]): FindModel {
  return ({ id, version }) => models.find((each) => each.id === id && each.version === version);
}
