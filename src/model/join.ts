/** Joins the parts of a model that stand in files of their own, and derives the mappings of older editions. */
import type { Brand, Category, ControlObjective, Framework, Mapping, Model } from './model.js';
import type { Logo } from './logo.js';
import type { CategoryFile, Crosswalk, ModelFile } from './schema.js';

/** What was read, each part checked by itself. */
export interface ReadParts {
  readonly model: ModelFile;
  /** By code. */
  readonly categories: ReadonlyMap<string, CategoryFile>;
  /** By `id@edition`. */
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly crosswalks: readonly Crosswalk[];
  readonly logo: Logo | undefined;
}

/** The model, in the language in which it is written. */
export function joinModel({ model: file, categories, frameworks, crosswalks, logo }: ReadParts): Model {
  const { brand, ...model } = file;
  const editions = Object.fromEntries(model.frameworks.map(({ id, edition }) => [id, edition]));
  return {
    ...model,
    ...(brand ? { brand: branded(brand, logo) } : {}),
    frameworks,
    editions,
    domains: model.domains.map((domain) => ({
      ...domain,
      categories: domain.categories.flatMap((code) => {
        const file = categories.get(code);
        return file ? [joinCategory(file, domain.id, editions, crosswalks)] : [];
      }),
    })),
  };
}

function branded({ logo: _, ...brand }: NonNullable<ModelFile['brand']>, logo: Logo | undefined): Brand {
  return logo ? { ...brand, logo } : brand;
}

function joinCategory(
  file: CategoryFile,
  domain: string,
  editions: Readonly<Record<string, string>>,
  crosswalks: readonly Crosswalk[],
): Category {
  return {
    ...file,
    domain,
    levels: file.levels.map(({ n, description, nextSteps }) => ({ n, description, nextSteps: nextSteps ?? [] })),
    objectives: file.levels.flatMap((level) =>
      (level.objectives ?? []).map((objective): ControlObjective => ({
        ...objective,
        level: level.n,
        category: file.id,
        mappings: expandMappings(objective.mappings, editions, crosswalks),
      })),
    ),
  };
}

/** Ids as written, each with its edition, then the ids of older editions that the crosswalk gives for them. */
function expandMappings(
  written: Readonly<Record<string, readonly string[]>>,
  editions: Readonly<Record<string, string>>,
  crosswalks: readonly Crosswalk[],
): Mapping[] {
  const current = Object.entries(written).flatMap(([framework, ids]) =>
    ids.map((id): Mapping => ({ framework, edition: editions[framework] ?? '', id })),
  );
  const older = current.flatMap((mapping) =>
    crosswalks
      .filter((crosswalk) => crosswalk.framework === mapping.framework && crosswalk.to === mapping.edition)
      .flatMap((crosswalk) =>
        crosswalk.pairs.flatMap((pair) =>
          pair.to === mapping.id && pair.from !== null
            ? [{ framework: mapping.framework, edition: crosswalk.from, id: pair.from, derivedFrom: mapping.id }]
            : [],
        ),
      ),
  );
  return [...current, ...older];
}
