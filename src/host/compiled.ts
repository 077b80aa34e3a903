/** Which editions of models come with the program, and those that were loaded when it was compiled: nothing here reads YAML. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelsOf, type Models } from '../layout/shelf.js';
import { readCompiledModel } from '../model/compiled.js';
import type { Files } from '../model/load.js';
import type { Model } from '../model/model.js';
import { compareVersions, modelName, type ModelName } from '../model/named.js';
import { sha256 } from './digest.js';
import { diskFiles } from './disk.js';

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

/** An edition as it was loaded when the program was compiled; undefined where that is missing, or its files have changed since. */
export function compiledModel(name: ModelName, { models, compiled }: Installed = INSTALLED): Model | undefined {
  const json = diskFiles(compiled).read(compiledName(name));
  if (json === undefined) return undefined;
  const files = diskFiles(models);
  return readCompiledModel(json, files.read, sha256, files.list);
}

/** The edition that is named, or the usual one, if it needs no loading. */
export function readyModel(which: string | undefined): Model | undefined {
  const name = which === undefined ? USUAL_EDITION : editionNamed(which, editionsIn(diskFiles(INSTALLED.models)));
  return name && compiledModel(name);
}

/**
 * The models of the program, as `openModels` gives them for an edition or for none, if no edition of them needs loading;
 * whoever opens them then does not need the code that reads YAML.
 */
export function readyModels(which?: string, installed = INSTALLED): Models | undefined {
  const names = editionsIn(diskFiles(installed.models));
  const meant = which === undefined ? USUAL_EDITION : editionNamed(which, names);
  const models = names.flatMap((name) => compiledModel(name, installed) ?? []);
  const usual = meant && models.find(({ id, version }) => id === meant.id && version === meant.version);
  if (!usual || models.length < names.length) return undefined;
  return { ...modelsOf(models, usual), isChosen: which !== undefined };
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
  const words = text.trim().toLowerCase().split(/[@ ]/);
  const version = words.find((word) => /^\d+\.\d+$/.test(word));
  const id = words.find((word) => word !== version);
  if (words.length > 2 || (words.length === 2 && words[1] !== version)) return undefined;
  const those = editions.filter(
    (each) => (id ?? each.id.toLowerCase()) === each.id.toLowerCase() && (version ?? each.version) === each.version,
  );
  if (version === undefined) return those.find((each) => modelName(each) === modelName(USUAL_EDITION)) ?? those.at(-1);
  return those.find((each) => each.id === USUAL_EDITION.id) ?? (those.length === 1 ? those[0] : undefined);
}
