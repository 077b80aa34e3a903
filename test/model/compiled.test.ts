/** The compiled model is the model, and is not used once its files have changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileModel, readCompiledModel, remembering } from '../../src/model/compiled.js';
import { loadModel } from '../../src/model/load.js';

const MODEL = new URL('../../model/', import.meta.url);
const fromDisk = (path: string): string | undefined =>
  existsSync(new URL(path, MODEL)) ? readFileSync(new URL(path, MODEL), 'utf8') : undefined;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const { read, texts } = remembering(fromDisk);
const model = loadModel(read, 'aismm', '1.0').value?.model;
if (!model) throw new Error('the model can’t be loaded');
const json = compileModel(model, texts, digest);

test('it is the model that the files hold', () => {
  expect(readCompiledModel(json, fromDisk, digest)).toEqual(model);
});

const there = [...texts.keys()].filter((path) => fromDisk(path) !== undefined);

test.each(there)('it is not used when %s has changed or is gone', (path) => {
  const changed = (each: string): string | undefined => (each === path ? `${fromDisk(path)} ` : fromDisk(each));
  const gone = (each: string): string | undefined => (each === path ? undefined : fromDisk(each));
  expect(readCompiledModel(json, changed, digest)).toBeUndefined();
  expect(readCompiledModel(json, gone, digest)).toBeUndefined();
});
