/** A model as JSON is the model again, in hosts without files. */
import { expect, test } from 'vitest';
import { describeModel } from '../../src/model/describe.js';
import { modelFromJson, modelToJson } from '../../src/model/json.js';
import { installed } from '../installed.js';

const { model } = installed();

test('JSON and back is the identity, translations included', () => {
  const spoken = { ...model, translations: { de: { 'answers.met.name': 'Erfüllt' } } };
  for (const each of [model, spoken])
    expect(modelFromJson(JSON.parse(JSON.stringify(modelToJson(each))))).toEqual(each);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'aismm'],
  ['what “aismm model show --json” prints', describeModel(model)],
  ['a later shape', { ...modelToJson(model), schemaVersion: 2 }],
])('%s is refused', (_, data) => {
  expect(() => modelFromJson(data)).toThrow('modelFromJson');
});
