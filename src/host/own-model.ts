/** A model of one's own: a folder with `model.yaml`, `categories/` and, where it has its own, `frameworks/`. */
import { isDeepStrictEqual } from 'node:util';
import { find, hasErrors, type Parsed } from '../diagnostic/finding.js';
import { modelToJson } from '../model/json.js';
import { loadModelAt, type LoadedModel } from '../model/load.js';
import type { Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import type { Library } from './editions.js';
import { diskFiles, withReasons, type DiskFiles } from './disk.js';

/** Loads the model in a folder. Faults have the path that was typed; frameworks that it lacks are those of the library. */
export function loadOwnModel(typed: string, library: Library): Parsed<LoadedModel> {
  const folder = typed.replace(/[\\/]+$/, '');
  const files = ownFiles(folder, library);
  const { value, findings } = loadModelAt(files, { folder, frameworks: `${folder}/frameworks` });
  const all = withReasons(findings, files);
  if (!value || hasErrors(all)) return { findings: all };
  const builtIn = library.editions.find((each) => modelName(each) === modelName(value.model));
  if (!builtIn || isSameModel(value.model, library.model(builtIn).value)) return { value, findings };
  const at = value.source.model.placeOf(['version']);
  return { findings: [find('model-taken', at, { found: modelName(builtIn) })] };
}

function ownFiles(folder: string, library: Library): DiskFiles {
  const disk = diskFiles('');
  const frameworks = `${folder}/frameworks/`;
  return {
    ...disk,
    read: (path) => {
      // What a file of the model names is looked for in the folder of the model, and nowhere above it.
      const below = path.slice(folder.length + 1);
      if (below.split(/[\\/]/).includes('..')) return undefined;
      return disk.read(path) ?? (path.startsWith(frameworks) ? library.files.read(below) : undefined);
    },
  };
}

/** Nothing but the order of fields may differ. */
function isSameModel(a: Model, b: Model | undefined): boolean {
  const plain = (model: Model): unknown => JSON.parse(JSON.stringify(modelToJson(model)));
  return b !== undefined && isDeepStrictEqual(plain(a), plain(b));
}
