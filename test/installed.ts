/** The model that comes with the project, and a shelf that has only it. */
import { existsSync, readFileSync } from 'node:fs';
import { USUAL_EDITION } from '../src/host/compiled.js';
import { issue, modelsOf, Shelf, type Issued } from '../src/layout/shelf.js';
import { loadModel, type LoadedModel } from '../src/model/load.js';
import type { Model } from '../src/model/model.js';

const ROOT = new URL('../', import.meta.url).pathname;

export const readModelText = (path: string): string | undefined =>
  existsSync(`${ROOT}model/${path}`) ? readFileSync(`${ROOT}model/${path}`, 'utf8') : undefined;

export const readTemplate = (name: string): string => readFileSync(`${ROOT}templates/${name}`, 'utf8');

/** The program that made the workbooks of the tests. */
export const TOOL = 'aismm-workbook test';

/** An edition of it. Where a test names none, it is the one that the workbooks in `fixtures/` are of. */
export function installed(version = '1.0'): LoadedModel {
  const { value, findings } = loadModel(readModelText, 'aismm', version);
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  return value;
}

/** The edition that is meant where nothing says which. */
export const usual = (): LoadedModel => installed(USUAL_EDITION.version);

/** A model as a workbook of it is issued today. */
export function asIssued(model: Model): Issued {
  return issue(model, { tool: TOOL });
}

/** A shelf with one model on it. */
export function shelfOf(model: Model): Shelf {
  return new Shelf(modelsOf([model], model));
}
