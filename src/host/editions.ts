/** The editions of models that come with the program, each loaded when it is first asked for. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrors, type Parsed } from '../diagnostic/finding.js';
import { readCompiledModel } from '../model/compiled.js';
import { loadModel, type Files, type LoadedModel } from '../model/load.js';
import type { Model } from '../model/model.js';
import { compareVersions, modelName, type ModelName } from '../model/named.js';
import { sha256 } from './digest.js';
import { diskFiles, withReasons } from './disk.js';

/** The edition that is meant where none is named. */
export const USUAL_EDITION: ModelName = { id: 'aismm', version: '1.1' };

/** Folders of what comes with the program. */
export interface Installed {
  /** Models by id and version, and `frameworks/`. */
  readonly models: string;
  /** Models as they were loaded when the program was compiled; they are used while their files are the same. */
  readonly compiled: string;
}

export const INSTALLED: Installed = {
  models: fileURLToPath(new URL('../../model/', import.meta.url)),
  compiled: fileURLToPath(new URL('../../dist/compiled/', import.meta.url)),
};

/** What comes with the program. */
export interface Library {
  readonly files: Files;
  readonly editions: readonly ModelName[];
  /** An edition that is listed; its faults where it has any. */
  readonly model: (name: ModelName) => Parsed<Model>;
  /** The same from its own files, with the places of everything in them. */
  readonly written: (name: ModelName) => Parsed<LoadedModel>;
}

export function openLibrary({ models, compiled }: Installed): Library {
  const files = diskFiles(models);
  const loaded = new Map<string, Parsed<Model>>();
  const written = ({ id, version }: ModelName): Parsed<LoadedModel> => {
    const disk = diskFiles(models); // reports of its own
    const { value, findings } = loadModel(disk.read, id, version, disk.list);
    const all = withReasons(findings, disk);
    return value && !hasErrors(all) ? { value, findings: all } : { findings: all };
  };
  const load = (name: ModelName): Parsed<Model> => {
    const json = diskFiles(compiled).read(compiledName(name));
    const model = json === undefined ? undefined : readCompiledModel(json, files.read, sha256, files.list);
    if (model) return { value: model, findings: [] };
    const { value, findings } = written(name);
    return { ...(value ? { value: value.model } : {}), findings };
  };
  return {
    files,
    editions: editionsIn(files),
    written,
    model: (name) => {
      const key = modelName(name);
      const known = loaded.get(key) ?? load(name);
      loaded.set(key, known);
      return known;
    },
  };
}

/** Name of the file that holds an edition as JSON. */
export function compiledName({ id, version }: ModelName): string {
  return `${id}-${version}.json`;
}

/** Folders of folders that have a `model.yaml`: by id, the oldest version first. */
export function editionsIn({ list }: Files): ModelName[] {
  const foldersIn = (path: string): string[] =>
    list(path).flatMap((name) => (name.endsWith('/') ? [name.slice(0, -1)] : []));
  return foldersIn('').flatMap((id) =>
    foldersIn(id)
      .filter((version) => list(join(id, version)).includes('model.yaml'))
      .sort((a, b) => compareVersions(a, b))
      .map((version) => ({ id, version })),
  );
}

/**
 * The edition that a text names: `1.0`, `aismm@1.0`, `aismm 1.0` or `aismm`. A version alone is of the usual model, or of
 * the only one that has it; a model alone is its usual edition, or its newest.
 */
export function editionNamed(text: string, editions: readonly ModelName[]): ModelName | undefined {
  const words = text.trim().split(/[@ ]/);
  const version = words.find((word) => /^\d+\.\d+$/.test(word));
  const id = words.find((word) => word !== version);
  if (words.length > 2 || (words.length === 2 && words[1] !== version)) return undefined;
  const those = editions.filter((each) => (id ?? each.id) === each.id && (version ?? each.version) === each.version);
  if (version === undefined) return those.find((each) => modelName(each) === modelName(USUAL_EDITION)) ?? those.at(-1);
  return those.find((each) => each.id === USUAL_EDITION.id) ?? (those.length === 1 ? those[0] : undefined);
}
