/** The editions of models that come with the program, each loaded when it is first asked for. */
import { hasErrors, type Parsed } from '../diagnostic/finding.js';
import { loadModel, type Files, type LoadedModel } from '../model/load.js';
import type { Model } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import { compiledModel, editionsIn, type Installed } from './compiled.js';
import { diskFiles, withReasons } from './disk.js';

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
    const model = compiledModel(name, { models, compiled });
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
