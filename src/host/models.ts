/** Models on disk: those that come with the program, and one's own beside them. */
import { statSync } from 'node:fs';
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import type { Models } from '../layout/shelf.js';
import type { LoadedModel } from '../model/load.js';
import type { Model } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import { translated } from '../model/translate.js';
import { editionNamed, INSTALLED, USUAL_EDITION } from './compiled.js';
import { openLibrary, type Library } from './editions.js';
import { unreadable } from './files.js';
import { loadOwnModel } from './own-model.js';

/**
 * The models of the program. `which`: the one to assume where nothing says which, as a version (`1.0`), an edition
 * (`aismm@1.0`) or the path of a folder with one's own, which then stands beside the others. An edition is loaded when
 * `find` is first asked for it.
 * @example
 * ```ts
 * const { value: models, findings } = openModels();
 * if (models) console.log(models.usual.version);
 * ```
 */
export function openModels(which?: string, installed = INSTALLED): Parsed<Models> {
  const library = openLibrary(installed);
  const meant = meantBy(which, library);
  const isChosen = which !== undefined;
  switch (meant.is) {
    case 'nothing':
      return { findings: [meant.finding] };
    case 'edition': {
      const { value: usual, findings } = library.model(meant.name);
      return usual ? { value: modelsIn(library, usual, isChosen), findings } : { findings };
    }
    case 'own': {
      const { value, findings } = loadOwnModel(meant.folder, library);
      return value ? { value: modelsIn(library, value.model, isChosen), findings } : { findings };
    }
  }
}

/** One model from its files, with the places of everything in them; `which` as in `openModels`. */
export function loadWhich(which?: string, installed = INSTALLED): Parsed<LoadedModel> {
  const library = openLibrary(installed);
  const meant = meantBy(which, library);
  switch (meant.is) {
    case 'nothing':
      return { findings: [meant.finding] };
    case 'edition':
      return library.written(meant.name);
    case 'own':
      return loadOwnModel(meant.folder, library);
  }
}

type Meant =
  | { readonly is: 'edition'; readonly name: ModelName }
  | { readonly is: 'own'; readonly folder: string }
  | { readonly is: 'nothing'; readonly finding: Finding };

function meantBy(which: string | undefined, { editions }: Library): Meant {
  if (which === undefined) return { is: 'edition', name: USUAL_EDITION };
  const name = editionNamed(which, editions);
  if (name) return { is: 'edition', name };
  try {
    const found = statSync(which, { throwIfNoEntry: false });
    if (found?.isDirectory()) return { is: 'own', folder: which };
    if (found) return { is: 'nothing', finding: find('file-unreadable', { file: which }, { reason: 'no-folder' }) };
  } catch (error) {
    return { is: 'nothing', finding: unreadable(error, which) };
  }
  const isPath = /[\\/]/.test(which);
  return {
    is: 'nothing',
    finding: isPath
      ? find('file-not-found', { file: which }, { found: which })
      : find('unknown-model', {}, { found: which, expected: editions.map(modelName), askedBy: 'option' }),
  };
}

function modelsIn(library: Library, usual: Model, isChosen: boolean): Models {
  const known = new Set(library.editions.map(modelName));
  const own = modelName(usual);
  return {
    usual,
    isChosen,
    editions: known.has(own) ? library.editions : [...library.editions, { id: usual.id, version: usual.version }],
    find: (id, version, language) => {
      const name = modelName({ id, version });
      const model = name === own ? usual : known.has(name) ? library.model({ id, version }).value : undefined;
      return model && translated(model, language);
    },
  };
}
