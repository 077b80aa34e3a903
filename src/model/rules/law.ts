/** A law about the content of a model: what must hold, and how its breach is found. */
import type { CategoryFile } from '../schema.js';
import type { LoadedModel } from '../load.js';

export interface Breach {
  /** Where it is in `changes.yaml`. */
  readonly in?: 'changes';
  /** Code of the category whose file it is in; undefined for the other files. */
  readonly category?: string;
  /** Path of the value inside that file. */
  readonly path: readonly (string | number)[];
  /** What was found, what was expected, what to do; without the objective's id. */
  readonly detail: string;
  readonly objective?: string;
}

export interface Law {
  readonly name: string;
  /** One sentence for the list of laws. */
  readonly says: string;
  readonly check: (loaded: LoadedModel) => Breach[];
}

type ObjectiveEntry = NonNullable<CategoryFile['levels'][number]['objectives']>[number];

/** An objective as written, with where it stands. */
export interface WrittenObjective {
  readonly category: string;
  readonly level: number;
  /** Position among the objectives of its level. */
  readonly index: number;
  readonly objective: ObjectiveEntry;
  readonly path: readonly (string | number)[];
}

/** Every objective of every file, in order. */
export function writtenObjectives({ source }: LoadedModel): WrittenObjective[] {
  return [...source.categories].flatMap(([category, file]) =>
    file.value.levels.flatMap((level, levelIndex) =>
      (level.objectives ?? []).map((objective, index) => ({
        category,
        level: level.n,
        index,
        objective,
        path: ['levels', levelIndex, 'objectives', index],
      })),
    ),
  );
}

/** True for a model whose objectives have titles; what was asked of models later is asked of these alone. */
export function hasTitles(loaded: LoadedModel): boolean {
  return writtenObjectives(loaded).some(({ objective }) => objective.title !== undefined);
}

/** A law that looks at one objective at a time and says what is wrong with it. */
export function perObjective(
  name: string,
  says: string,
  judge: (
    written: WrittenObjective,
    loaded: LoadedModel,
  ) => readonly { at?: readonly (string | number)[]; detail: string }[],
): Law {
  return {
    name,
    says,
    check: (loaded) =>
      writtenObjectives(loaded).flatMap((written) =>
        judge(written, loaded).map(({ at, detail }) => ({
          category: written.category,
          path: [...written.path, ...(at ?? [])],
          detail,
          objective: written.objective.id,
        })),
      ),
  };
}
