/** Loads a model from its files: reads, checks the shape, joins categories into domains, derives older editions' mappings. */
import { hasErrors, find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { editionKey, type Category, type ControlObjective, type Framework, type Mapping, type Model } from './model.js';
import {
  categoryFileSchema,
  crosswalkFileSchema,
  frameworkFileSchema,
  modelFileSchema,
  type CategoryFile,
  type Crosswalk,
  type ModelFile,
} from './schema.js';
import { parseYaml, type Sourced } from './yaml.js';

/** Gives the text of a file below `model/`, or undefined where there is none. Paths use `/`. */
export type ReadText = (path: string) => string | undefined;

/** Where in the files a model's parts stand, for findings about the content. */
export interface ModelSource {
  readonly model: Sourced<ModelFile>;
  /** By category code. */
  readonly categories: ReadonlyMap<string, Sourced<CategoryFile>>;
  readonly crosswalks: readonly Crosswalk[];
}

export interface LoadedModel {
  readonly model: Model;
  readonly source: ModelSource;
}

/** Loads model `id` in `version`, e.g. `aismm` `1.0`. All faults of all files are reported at once. */
export function loadModel(read: ReadText, id: string, version: string): Parsed<LoadedModel> {
  const findings: Finding[] = [];
  const parse = <T>(path: string, schema: Parameters<typeof parseYaml>[2]): Sourced<T> | undefined => {
    const text = read(path);
    if (text === undefined) {
      findings.push(find('file-not-found', { file: path }, { found: path }));
      return undefined;
    }
    const parsed = parseYaml(text, path, schema);
    findings.push(...parsed.findings);
    return parsed.value as Sourced<T> | undefined; // each call below names the type its schema infers
  };

  const folder = `${id}/${version}`;
  const source = parse<ModelFile>(`${folder}/model.yaml`, modelFileSchema);
  if (!source) return { findings };

  const frameworks = new Map<string, Framework>();
  const crosswalks: Crosswalk[] = [];
  for (const entry of source.value.frameworks) {
    for (const edition of [entry.edition, ...(entry.olderEditions ?? [])]) {
      const file = entry.file.replace('{edition}', edition);
      const framework = parse<Framework>(`frameworks/${file}`, frameworkFileSchema);
      if (framework) frameworks.set(editionKey(entry.id, edition), framework.value);
    }
    if (entry.olderEditions) {
      const crosswalk = parse<Crosswalk>(`frameworks/${entry.id}-crosswalk.yaml`, crosswalkFileSchema);
      if (crosswalk) crosswalks.push(crosswalk.value);
    }
  }

  const categories = new Map<string, Sourced<CategoryFile>>();
  for (const code of source.value.domains.flatMap((domain) => domain.categories)) {
    const category = parse<CategoryFile>(`${folder}/categories/${code}.yaml`, categoryFileSchema);
    if (category) categories.set(code, category);
  }
  if (hasErrors(findings)) return { findings };

  const editions = Object.fromEntries(source.value.frameworks.map((entry) => [entry.id, entry.edition]));
  const model: Model = {
    ...source.value,
    frameworks,
    editions,
    domains: source.value.domains.map((domain) => ({
      ...domain,
      categories: domain.categories.flatMap((code) => {
        const file = categories.get(code);
        return file ? [joinCategory(file.value, domain.id, editions, crosswalks)] : [];
      }),
    })),
  };
  return { value: { model, source: { model: source, categories, crosswalks } }, findings };
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
