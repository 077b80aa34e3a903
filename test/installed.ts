/** The model that comes with the project, and a shelf that has only it. */
import { existsSync, readFileSync } from 'node:fs';
import { issue, modelsOf, Shelf, type Issued } from '../src/layout/shelf.js';
import { loadModel, type LoadedModel } from '../src/model/load.js';
import type { Model } from '../src/model/model.js';

const ROOT = new URL('../', import.meta.url).pathname;

export const readModelText = (path: string): string | undefined =>
  existsSync(`${ROOT}model/${path}`) ? readFileSync(`${ROOT}model/${path}`, 'utf8') : undefined;

export const readTemplate = (name: string): string => readFileSync(`${ROOT}templates/${name}`, 'utf8');

/** The program that made the workbooks of the tests. */
export const TOOL = 'aismm-workbook test';

export function installed(): LoadedModel {
  const { value, findings } = loadModel(readModelText, 'aismm', '1.0');
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  return value;
}

/** A model as a workbook of it is issued today. */
export function asIssued(model: Model): Issued {
  return issue(model, { tool: TOOL });
}

/** A shelf with one model on it. */
export function shelfOf(model: Model): Shelf {
  return new Shelf(modelsOf([model], model));
}
