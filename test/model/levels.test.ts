/** A model has as many levels as it needs, up to five; what is asked and shown follows. */
import { parse, stringify } from 'yaml';
import { expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { issue } from '../../src/layout/shelf.js';
import { loadModel } from '../../src/model/load.js';
import { tinyFiles } from '../tiny-model.js';

/** The tiny model with so many levels in `model.yaml` and in the file of its category. */
function cut(ofModel: number, ofCategory = ofModel): ReadonlyMap<string, string> {
  const files = tinyFiles({ GOV: [{ level: 2 }] });
  const change = (path: string, levels: number): void => {
    const value = parse(files.get(path) ?? '') as { levels: unknown[] };
    files.set(path, stringify({ ...value, levels: value.levels.slice(0, levels) }, { version: '1.2' }));
  };
  change('tiny/1.0/model.yaml', ofModel);
  change('tiny/1.0/categories/GOV.yaml', ofCategory);
  return files;
}

const load = (files: ReadonlyMap<string, string>) => loadModel((path) => files.get(path), 'tiny', '1.0');

test.each([2, 3, 4, 5])('a model of %i levels is loaded, and takes no target above them', (count) => {
  const { value, findings } = load(cut(count));
  expect(findings).toEqual([]);
  const model = value?.model;
  if (!model) throw new Error('no model');
  const answers = (target: number): string =>
    JSON.stringify({ schemaVersion: 1, model: { id: 'tiny', version: '1.0' }, targets: { GOV: target } });
  expect(parseAnswers(answers(count), model).findings).toEqual([]);
  expect(parseAnswers(answers(count + 1), model).findings).toMatchObject([
    { code: 'invalid-answers', path: 'targets.GOV' },
  ]);
  expect(issue(model, { tool: 'test' }).fields.category['target']).toMatchObject({ min: 1, max: count });
});

test.each([
  ['one level', cut(1), 'model.yaml'],
  ['a category of fewer levels than the model', cut(4, 3), 'GOV.yaml'],
  ['a category of more levels than the model', cut(4, 5), 'GOV.yaml'],
])('%s is no model, and the place is named', (_, files, file) => {
  const { value, findings } = load(files);
  expect(value).toBeUndefined();
  expect(findings[0]).toMatchObject({ code: 'model-shape', file: expect.stringContaining(file), field: 'levels' });
  expect(findings[0]?.line).toBeGreaterThan(0);
});
