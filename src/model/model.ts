/** The model as the code works with it: domains, categories, levels, objectives, and walks over them. */
import type { Logo } from './logo.js';
import type { CategoryFile, Framework, Kpi, ModelFile, ObjectiveFile, Succession } from './schema.js';

export type { Framework, Kpi, Succession };

/** Level 1 is a state without objectives, on purpose. */
export const FIRST_LEVEL = 1;

/** A reference of an objective to one control of one edition of a framework. */
export interface Mapping {
  readonly framework: string;
  readonly edition: string;
  readonly id: string;
  /** For a mapping that a crosswalk gave: the id as written, in the current edition. */
  readonly derivedFrom?: string;
}

/** One falsifiable statement at one level of one category, with all that is known about it. */
export interface ControlObjective extends Omit<ObjectiveFile, 'mappings'> {
  /** 2 to 5. */
  readonly level: number;
  readonly category: string;
  /** In the edition written, followed by those derived for older editions. */
  readonly mappings: readonly Mapping[];
}

/** How one level of a category looks, and how to begin towards the next. */
export interface DescribedLevel {
  readonly n: number;
  readonly description: string;
  readonly nextSteps: readonly string[];
}

/** One field of practice, with its levels and objectives. */
export interface Category extends Omit<CategoryFile, 'levels'> {
  readonly domain: string;
  readonly levels: readonly DescribedLevel[];
  /** In order of level, then id. */
  readonly objectives: readonly ControlObjective[];
}

/** A group of categories. */
export interface Domain {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly categories: readonly Category[];
}

/** The texts of a model in one language by address, none of them outdated: see `textsOf`. */
export type Targets = Readonly<Record<string, string>>;

/** What shows whose model it is. */
export interface Brand extends Omit<NonNullable<ModelFile['brand']>, 'logo'> {
  readonly logo?: Logo;
}

/** The model as the rest of the code sees it. `frameworks` holds every edition by `id@edition`. */
export interface Model extends Omit<ModelFile, 'brand' | 'domains' | 'frameworks'> {
  /** Whose model it is, with the logo as it was read. */
  readonly brand?: Brand | undefined;
  readonly domains: readonly Domain[];
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** Framework id → the edition its mappings are written in. */
  readonly editions: Readonly<Record<string, string>>;
  /** What became of each objective of the edition before. */
  readonly succession?: Succession;
  /** By language: what is translated and fits the texts as they are now. */
  readonly translations?: Readonly<Record<string, Targets>>;
}

/** One of the five levels, the same for every category. */
export type LevelDefinition = ModelFile['levels'][number];
export type Deployment = ModelFile['deployments'][number];

/** All categories, in the model's order. */
export function categoriesOf(model: Model): readonly Category[] {
  return model.domains.flatMap((domain) => domain.categories);
}

/** All control objectives, in the model's order: domain, category, level, id. */
export function objectivesOf(model: Model): readonly ControlObjective[] {
  const known = OBJECTIVES.get(model);
  if (known) return known;
  const all = categoriesOf(model).flatMap((category) => category.objectives);
  OBJECTIVES.set(model, all);
  return all;
}

/** Models don't change, and the list is asked for often while a workbook is read. */
const OBJECTIVES = new WeakMap<Model, readonly ControlObjective[]>();

/** True for a model that asks nothing but its quick scan. */
export function isQuickScan(model: Model): boolean {
  const objectives = objectivesOf(model);
  return objectives.length > 0 && objectives.every(({ quick }) => quick === true);
}

/** Levels that hold objectives: 2 to 5. */
export function assessedLevels(model: Model): readonly LevelDefinition[] {
  return model.levels.filter((level) => level.n > FIRST_LEVEL);
}

/** `aicm@1.1`: the key of one edition in `Model.frameworks`. */
export function editionKey(framework: string, edition: string): string {
  return `${framework}@${edition}`;
}

/** Title of the control a mapping leads to; undefined where its edition does not have it. */
export function controlTitle(model: Model, mapping: Mapping): string | undefined {
  return model.frameworks
    .get(editionKey(mapping.framework, mapping.edition))
    ?.controls.find((control) => control.id === mapping.id)?.title;
}
