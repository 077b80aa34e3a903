/** A new folder with a model of one's own: made in memory, loaded as every command would, and only then written. */
import { basename } from 'node:path';
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import { listed } from '../diagnostic/listed.js';
import { importWords, ownModelWords } from '../locale/en/own-model.js';
import { loadModelAt, type Files } from '../model/load.js';
import type { Model } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import { importedModelFiles } from '../model/imported-model.js';
import { importRows, NEEDED_HEADINGS } from '../model/import-rows.js';
import { newModelFiles } from '../model/new-model.js';
import { readGrid } from '../xlsx/read.js';
import { INSTALLED, USUAL_EDITION } from './compiled.js';
import { openLibrary } from './editions.js';
import { readNamed } from './files.js';
import { expectNoFolder, writeFolder } from './write-folder.js';
import { ZLIB } from './zlib.js';

/** What a new model is called, and the day on which it is made. */
export interface NewModel extends ModelName {
  readonly title?: string | undefined;
  readonly today: string;
}

/**
 * Makes a folder from the usual edition.
 * @throws A `Refusal` if the folder exists already, or cannot be written.
 */
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

/** What an import has made. */
export interface ImportedModel {
  readonly model: Model;
  readonly sheet: string;
  readonly objectives: number;
  /** Rows that are not in the model. */
  readonly unread: number;
}

/** What an imported model is called; without a version, the one that the spreadsheet says. */
export type ImportedName = Omit<NewModel, 'version'> & { readonly version: string | undefined };

/** Before the id of every imported model, so that whatever names it says where it is from. */
const CSA_ID = 'csa-';

/**
 * Makes a folder from the control objectives in a spreadsheet; marks all of it as holding material of others.
 * @throws A `Refusal` if the folder exists already, or cannot be written.
 */
export function importOwnModel(
  file: string,
  folder: string,
  own: ImportedName,
  installed = INSTALLED,
): Parsed<ImportedModel> {
  expectNoFolder(folder);
  const { value: bytes, findings: unopened } = readNamed(file);
  if (!bytes) return { findings: unopened };
  const { value: grid, findings: damaged } = readGrid(bytes, ZLIB);
  const inFile = (findings: readonly Finding[]): Finding[] => findings.map((each) => ({ ...each, file }));
  if (!grid || hasErrors(damaged)) return { findings: inFile(damaged) };
  const read = importRows(grid.sheets);
  // Rows that are not read may fill pages.
  const unread = inFile(listed(read?.findings ?? []).findings);
  if (!read)
    return { findings: [find('import-no-table', { file }, { expected: [...NEEDED_HEADINGS], why: 'headings' })] };
  if (read.rows.length === 0) {
    const none = find('import-no-table', { file, sheet: read.sheet }, { expected: [...NEEDED_HEADINGS], why: 'rows' });
    return { findings: [...unread, none] };
  }
  const library = openLibrary(installed);
  const { value: base, findings } = library.model(USUAL_EDITION);
  if (!base) return { findings };
  const w = importWords;
  const stated = /\d+\.\d+/.exec(read.edition ?? '')?.[0] ?? /\d+\.\d+/.exec(basename(file))?.[0];
  const version = own.version ?? stated ?? '1.0';
  const id = own.id.startsWith(CSA_ID) ? own.id : CSA_ID + own.id;
  const source = basename(file);
  const title = `${own.title ?? w.title} (${w.mark})`;
  const made = importedModelFiles(read.rows, {
    base,
    text: library.files.read(`${USUAL_EDITION.id}/${USUAL_EDITION.version}/model.yaml`) ?? '',
    texts: w.texts,
    head: {
      ...{ id, version, title, released: own.today, acknowledgments: w.acknowledgments, guidance: w.guidance },
      ...{ purpose: w.purpose(source), notice: w.notice(source), feedback: w.feedback },
      changes: [{ version, date: own.today, component: w.component, description: w.madeFrom(source) }],
    },
  });
  const assumed: Finding[] = [
    ...(own.version === undefined && stated === undefined ? [find('import-assumed', {}, { what: 'edition' })] : []),
    ...(read.rows.some(({ values }) => values.aicm !== undefined)
      ? [find('import-assumed', { sheet: read.sheet }, { what: 'aicm-edition' })]
      : []),
  ];
  const told = [...inFile(assumed), ...unread, ...inFile(made.findings)];
  const name = modelName({ id, version });
  const readme = ownModelWords.readme({ title, name, id, version, origin: w.origin(source), isImported: true });
  const files = new Map([...made.files, [ownModelWords.readmeFile, readme]]);
  const { value: model, findings: faults } = writeOwnModel(folder, files, library.files);
  if (!model) return { findings: [...told, ...faults] };
  return {
    value: { model, sheet: read.sheet, objectives: read.rows.length, unread: read.unread },
    findings: [...told, ...faults],
  };
}

/** Writes the files of a model that can be loaded; of one that can't, nothing, and its faults are given. */
export function writeOwnModel(folder: string, files: ReadonlyMap<string, string>, library: Files): Parsed<Model> {
  const { value, findings } = loadMade(folder, files, library);
  if (!value) return { findings };
  writeFolder(folder, files, { isPublic: true });
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
