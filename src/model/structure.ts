/** What makes the files of a model one model: ids that are given once, names that fit, levels that are all there. */
import { find, type Finding, type Place } from '../diagnostic/finding.js';
import type { ShapeProblem } from '../diagnostic/catalogue.js';
import { colorProblem } from './brand.js';
import type { CategoryFile, ModelFile } from './schema.js';
import { fieldAt, type Sourced } from './yaml.js';

type Path = readonly PropertyKey[];

function fault({ placeOf }: Sourced<unknown>, path: Path, problem: ShapeProblem): Finding {
  return find('model-shape', { ...placeOf(path), field: fieldAt(path) }, { problem });
}

/** Where something was given first; `file` where that is another file than `inFile`. */
function lineOf(first: Place, inFile = first.file): { readonly line?: number; readonly file?: string } {
  return {
    ...(first.line === undefined ? {} : { line: first.line }),
    ...(first.file === undefined || first.file === inFile ? {} : { file: first.file }),
  };
}

/** Items of a list whose key is the key of an earlier one. */
function repeated<T>(
  file: Sourced<unknown>,
  items: readonly T[],
  keyOf: (item: T) => string,
  pathOf: (index: number, item: T) => Path,
): Finding[] {
  const seen = new Map<string, Place>();
  return items.flatMap((item, index) => {
    const name = keyOf(item);
    const path = pathOf(index, item);
    const first = seen.get(name);
    if (first) return [fault(file, path, { is: 'given-twice', name, ...lineOf(first) })];
    seen.set(name, file.placeOf(path));
    return [];
  });
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** Faults of `model.yaml` alone. `named`: what the model has to be called. */
export function modelFaults(
  file: Sourced<ModelFile>,
  named: { readonly id: string; readonly version: string } | undefined,
): Finding[] {
  const { value } = file;
  const { profile } = value;
  const lists: readonly [Path, readonly { readonly id: string }[]][] = [
    [['handbook'], value.handbook],
    [['levels'], value.levels],
    [['deployments'], value.deployments],
    [['conditions'], value.conditions ?? []],
    [['answers'], value.answers],
    [['domains'], value.domains],
    [['frameworks'], value.frameworks],
    [['profile', 'industries'], profile.industries],
    [['profile', 'sizes'], profile.sizes],
    [['profile', 'regions'], profile.regions],
  ];
  const codes = value.domains.flatMap(({ categories }, domain) =>
    categories.map((code, index) => ({ code, path: ['domains', domain, 'categories', index] })),
  );
  return [
    ...(['id', 'version'] as const).flatMap((field) =>
      named && value[field] !== named[field]
        ? [fault(file, [field], { is: 'other-name', expected: named[field] })]
        : [],
    ),
    ...colorFaults(file),
    ...lists.flatMap(([path, items]) => repeated(file, items, idOf, (index) => [...path, index, 'id'])),
    ...repeated(
      file,
      codes,
      ({ code }) => code,
      (_, { path }) => path,
    ),
    ...levelFaults(file, value.levels),
  ];
}

function colorFaults(file: Sourced<ModelFile>): Finding[] {
  const { color } = file.value.brand ?? {};
  const problem = color === undefined ? undefined : colorProblem(color);
  return problem ? [fault(file, ['brand', 'color'], problem)] : [];
}

/** Where `model.yaml` names a logo that can't be used. */
export function logoFault(file: Sourced<ModelFile>, problem: ShapeProblem): Finding {
  return fault(file, ['brand', 'logo', 'file'], problem);
}

/** Faults of the files of categories, by the codes they are called after. Each has the levels and conditions of the model. */
export function categoryFaults(files: ReadonlyMap<string, Sourced<CategoryFile>>, model: ModelFile): Finding[] {
  const conditions = (model.conditions ?? []).map(({ id }) => id);
  const seen = new Map<string, Place>();
  return [...files].flatMap(([code, file]) => {
    const { id, levels } = file.value;
    const objectives = levels.flatMap((level, at) =>
      (level.objectives ?? []).map((each, index) => ({ id: each.id, path: ['levels', at, 'objectives', index, 'id'] })),
    );
    const unknown = levels.flatMap((level, at) =>
      (level.objectives ?? []).flatMap(({ needs = [] }, index) =>
        needs.flatMap((name, i) =>
          conditions.includes(name)
            ? []
            : [fault(file, ['levels', at, 'objectives', index, 'needs', i], { is: 'no-condition', name })],
        ),
      ),
    );
    const twice = objectives.flatMap(({ id: name, path }): Finding[] => {
      const first = seen.get(name);
      const here = file.placeOf(path);
      if (first) return [fault(file, path, { is: 'given-twice', name, ...lineOf(first, here.file) })];
      seen.set(name, here);
      return [];
    });
    return [
      ...(id === code ? [] : [fault(file, ['id'], { is: 'other-name', expected: code })]),
      ...twice,
      ...unknown,
      ...levelFaults(file, levels, model.levels.length),
    ];
  });
}

/** `count`: how many levels there have to be. */
function levelFaults(
  file: Sourced<unknown>,
  levels: readonly { readonly n: number }[],
  count = levels.length,
): Finding[] {
  const expected = Array.from({ length: count }, (_, index) => String(index + 1)).join(', ');
  const wrong = levels.findIndex(({ n }, index) => n !== index + 1);
  if (wrong >= 0) return [fault(file, ['levels', wrong, 'n'], { is: 'other-order', expected })];
  return levels.length === count ? [] : [fault(file, ['levels'], { is: 'other-order', expected })];
}
