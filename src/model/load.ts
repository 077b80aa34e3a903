/** Loads a model from its files: reads, checks the shape, joins the parts. All faults of all files are reported at once. */
import { append } from '../diagnostic/append.js';
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import { joinModel } from './join.js';
import { faultyLabels, faultyLabelsIn } from './labels.js';
import { readLogo } from './logo.js';
import { editionKey, objectivesOf, type ControlObjective, type Framework, type Model } from './model.js';
import { type ModelName } from './named.js';
import {
  categoryFileSchema,
  crosswalkFileSchema,
  frameworkFileSchema,
  localeFileSchema,
  modelFileSchema,
  successionFileSchema,
  type CategoryFile,
  type Crosswalk,
  type LocaleFile,
  type ModelFile,
  type Succession,
} from './schema.js';
import { categoryFaults, logoFault, modelFaults } from './structure.js';
import { currentTargets, placeOfUnit, repeatedUnits, type WrittenLanguages } from './translations.js';
import { parseYaml, type Sourced } from './yaml.js';

/** Gives the text of a file, or undefined where there is none; of a picture, its bytes in base64. Paths use `/`. */
export type ReadText = (path: string) => string | undefined;

/** Names of what is in a folder, sorted; those of folders end in `/`. None where there is no such folder. */
export type ListFolder = (path: string) => readonly string[];

/** Files as they are found by path. */
export interface Files {
  readonly read: ReadText;
  readonly list: ListFolder;
}

/** Where the files of one model are. */
export interface ModelPlace {
  /** Has `model.yaml`, `categories/` and, where it is translated, `locale/`. */
  readonly folder: string;
  readonly frameworks: string;
  /** What the model is called, where its place says so. */
  readonly named?: ModelName;
}

/** Where in the files a model's parts stand, for findings about the content. */
export interface ModelSource {
  readonly model: Sourced<ModelFile>;
  /** By category code. */
  readonly categories: ReadonlyMap<string, Sourced<CategoryFile>>;
  readonly crosswalks: readonly Crosswalk[];
  /** `changes.yaml`, where there is one. */
  readonly changes?: Sourced<Succession> | undefined;
  /** The objectives of the edition that it speaks of, by id; undefined where that can't be loaded. */
  readonly before?: () => ReadonlyMap<string, ControlObjective> | undefined;
  readonly languages: WrittenLanguages;
  /** Folder of a language. */
  readonly folderOf: (language: string) => string;
}

export interface LoadedModel {
  readonly model: Model;
  readonly source: ModelSource;
}

/**
 * Loads model `id` in `version`, e.g. `aismm` `1.0`, from below a folder of models. Languages are found by `list`.
 * @throws What `read` or `list` throws.
 */
export function loadModel(
  read: ReadText,
  id: string,
  version: string,
  list: ListFolder = () => [],
): Parsed<LoadedModel> {
  const named = { id, version };
  return loadModelAt({ read, list }, { folder: `${id}/${version}`, frameworks: 'frameworks', named });
}

/** What became of the objectives of the edition before. */
const CHANGES = 'changes.yaml';

/**
 * Loads the model that lies at a place. With any error in any file there is no model.
 * @throws What the functions of `files` throw.
 */
export function loadModelAt(files: Files, { folder, frameworks: library, named }: ModelPlace): Parsed<LoadedModel> {
  const findings: Finding[] = [];
  const parse = parser(files, findings);
  const file = parse<ModelFile>(`${folder}/model.yaml`, modelFileSchema);
  if (!file) return { findings };
  append(findings, modelFaults(file, named));
  const written = file.value.brand?.logo;
  const logo = written && readLogo(written, (name) => files.read(`${folder}/${name}`));
  if (logo && 'problem' in logo) findings.push(logoFault(file, logo.problem));
  const { frameworks, crosswalks } = readFrameworks(file.value, library, parse);
  const categories = new Map<string, Sourced<CategoryFile>>();
  for (const code of new Set(file.value.domains.flatMap((domain) => domain.categories))) {
    const category = parse<CategoryFile>(`${folder}/categories/${code}.yaml`, categoryFileSchema);
    if (category) categories.set(code, category);
  }
  append(findings, categoryFaults(categories, file.value));
  const isSuccessor = files.read(`${folder}/${CHANGES}`) !== undefined;
  const changes = isSuccessor ? parse<Succession>(`${folder}/${CHANGES}`, successionFileSchema) : undefined;
  const folderOf = (language: string): string => `${folder}/locale/${language}`;
  const languages = readLanguages(files, folder, folderOf, parse, findings);
  append(findings, repeatedUnits(languages));
  if (hasErrors(findings)) return { findings };

  const values = new Map([...categories].map(([code, { value }]) => [code, value]));
  const joined = joinModel({
    ...{ model: file.value, categories: values, frameworks, crosswalks },
    logo: logo && 'logo' in logo ? logo.logo : undefined,
  });
  const whole = changes ? { ...joined, succession: changes.value } : joined;
  const model = languages.size === 0 ? whole : { ...whole, translations: currentTargets(whole, languages) };
  append(findings, faultyLabels(model, file.placeOf));
  for (const [language, units] of languages) {
    const placeOf = (addresses: readonly string[]) => placeOfUnit(units, addresses) ?? { file: folderOf(language) };
    append(findings, faultyLabelsIn(language, model, placeOf));
  }
  if (hasErrors(findings)) return { findings };
  const before =
    named && changes && (() => objectivesBefore(files, library, { id: named.id, version: changes.value.from }));
  const source = { model: file, categories, crosswalks, changes, ...(before ? { before } : {}), languages, folderOf };
  return { value: { model, source }, findings };
}

/** Statements of another edition by id; undefined where it can't be loaded. */
function objectivesBefore(
  files: Files,
  frameworks: string,
  name: ModelName,
): ReadonlyMap<string, ControlObjective> | undefined {
  const { value } = loadModelAt(files, { folder: `${name.id}/${name.version}`, frameworks, named: name });
  return value && new Map(objectivesOf(value.model).map((each) => [each.id, each]));
}

/** Reads one file of a known shape; undefined, and reported, where there is none or it is faulty. */
type Parse = <T>(path: string, schema: Parameters<typeof parseYaml>[2]) => Sourced<T> | undefined;

function parser({ read }: Files, findings: Finding[]): Parse {
  return <T>(path: string, schema: Parameters<typeof parseYaml>[2]) => {
    const text = read(path);
    if (text === undefined) {
      findings.push(find('file-not-found', { file: path }, { found: path }));
      return undefined;
    }
    const parsed = parseYaml(text, path, schema);
    append(findings, parsed.findings);
    return parsed.value as Sourced<T> | undefined; // each call names the type its schema infers
  };
}

function readFrameworks({ frameworks: entries }: ModelFile, library: string, parse: Parse) {
  const frameworks = new Map<string, Framework>();
  const crosswalks: Crosswalk[] = [];
  for (const { id, file, edition: current, olderEditions } of entries) {
    for (const edition of [current, ...(olderEditions ?? [])]) {
      const framework = parse<Framework>(`${library}/${file.replace('{edition}', edition)}`, frameworkFileSchema);
      if (framework) frameworks.set(editionKey(id, edition), framework.value);
    }
    const crosswalk = olderEditions && parse<Crosswalk>(`${library}/${id}-crosswalk.yaml`, crosswalkFileSchema);
    if (crosswalk) crosswalks.push(crosswalk.value);
  }
  return { frameworks, crosswalks };
}

/** `de`, `pt-BR`: a language as BCP 47 has it. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function readLanguages(
  { list }: Files,
  folder: string,
  folderOf: ModelSource['folderOf'],
  parse: Parse,
  findings: Finding[],
): WrittenLanguages {
  const languages = new Map<string, readonly Sourced<LocaleFile>[]>();
  for (const name of list(`${folder}/locale`).filter((each) => each.endsWith('/'))) {
    const language = name.slice(0, -1);
    if (!LANGUAGE.test(language)) {
      findings.push(find('model-shape', { file: folderOf(language) }, { problem: { is: 'language', name: language } }));
      continue;
    }
    const files = list(folderOf(language)).filter((each) => each.endsWith('.yaml'));
    const parsed = files.map((each) => parse<LocaleFile>(`${folderOf(language)}/${each}`, localeFileSchema));
    languages.set(
      language,
      parsed.filter((each) => each !== undefined),
    );
  }
  return languages;
}
