/** A new folder with a model of one's own: made in memory, loaded as every command would, and only then written. */
import { find, hasErrors, type Parsed } from '../diagnostic/finding.js';
import { ownModelWords } from '../locale/en/own-model.js';
import { loadModelAt, type Files } from '../model/load.js';
import type { Model } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import { newModelFiles } from '../model/new-model.js';
import { INSTALLED, openLibrary, USUAL_EDITION } from './editions.js';
import { expectNoFolder, writeFolder } from './write-folder.js';

/** What a new model is called, and the day on which it is made. */
export interface NewModel extends ModelName {
  readonly title?: string | undefined;
  readonly today: string;
}

/** Makes a folder from the usual edition. Throws a `Refusal` where there is one already or it can't be written. */
export function createOwnModel(folder: string, own: NewModel, installed = INSTALLED): Parsed<Model> {
  expectNoFolder(folder);
  const library = openLibrary(installed);
  const { value: base, findings } = library.model(USUAL_EDITION);
  if (!base) return { findings };
  const w = ownModelWords;
  const { id, version, title = w.title, today } = own;
  const from = modelName(USUAL_EDITION);
  const files = newModelFiles(library.files, `${USUAL_EDITION.id}/${USUAL_EDITION.version}`, {
    ...{ id, version, title, released: today, purpose: w.purpose, feedback: w.feedback },
    notice: w.notice({ title: base.title, name: from }),
    changes: [{ version, date: today, component: w.component, description: w.madeFrom(from) }],
  });
  const origin = w.origin(from);
  const readme = w.readme({ title, name: modelName(own), id, version, origin, isImported: false });
  return writeOwnModel(folder, new Map([...files, [w.readmeFile, readme]]), library.files);
}

/** Writes the files of a model that can be loaded; of one that can't, nothing, and its faults are given. */
export function writeOwnModel(folder: string, files: ReadonlyMap<string, string>, library: Files): Parsed<Model> {
  const { value, findings } = loadMade(folder, files, library);
  if (!value) return { findings };
  writeFolder(folder, files);
  return { value, findings };
}

function loadMade(folder: string, files: ReadonlyMap<string, string>, library: Files): Parsed<Model> {
  const below = (path: string): string => path.slice(folder.length + 1);
  const read = (path: string): string | undefined => files.get(below(path)) ?? library.read(below(path));
  const { value, findings } = loadModelAt({ read, list: () => [] }, { folder, frameworks: `${folder}/frameworks` });
  if (!value || hasErrors(findings)) return { findings };
  if (library.list(value.model.id).length === 0) return { value: value.model, findings };
  return { findings: [find('model-taken', { file: folder }, { found: modelName(value.model) })] };
}
