/** The model that comes with the project, and a shelf that has only it. */
import { existsSync, readFileSync } from 'node:fs';
import { loadModel, type LoadedModel } from '../src/model/load.js';
import type { Model } from '../src/model/model.js';
import type { ModelShelf } from '../src/workbook/read.js';

const ROOT = new URL('../', import.meta.url).pathname;

export const readModelText = (path: string): string | undefined =>
  existsSync(`${ROOT}model/${path}`) ? readFileSync(`${ROOT}model/${path}`, 'utf8') : undefined;

export const readTemplate = (name: string): string => readFileSync(`${ROOT}templates/${name}`, 'utf8');

export const MADE_BY = 'aismm-workbook test';

export function installed(): LoadedModel {
  const { value, diagnostics } = loadModel(readModelText, 'aismm', '1.0');
  if (!value) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

/** A shelf with one model on it. */
export function shelfOf(model: Model): ModelShelf {
  return { usual: model, find: (id, version) => (id === model.id && version === model.version ? model : undefined) };
}
