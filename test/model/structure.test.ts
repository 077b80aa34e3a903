/** Files that do not make one model are refused: ids given twice, names that do not fit, levels out of order. */
import { expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.js';
import { tinyFiles } from '../tiny-model.js';

const MODEL = 'tiny/1.0/model.yaml';
const GOV = 'tiny/1.0/categories/GOV.yaml';
const IAM = 'tiny/1.0/categories/IAM.yaml';

test.each<[string, string, (text: string) => string, object]>([
  [
    'an id that is not the folder’s',
    MODEL,
    (t) => t.replace('id: tiny', 'id: other'),
    { is: 'other-name', expected: 'tiny' },
  ],
  [
    'a version that is not the folder’s',
    MODEL,
    (t) => t.replace('version: "1.0"', 'version: "1.1"'),
    { is: 'other-name', expected: '1.0' },
  ],
  [
    'a deployment type given twice',
    MODEL,
    (t) => t.replace('id: paas', 'id: self-hosted'),
    { is: 'given-twice', name: 'self-hosted', line: expect.any(Number) },
  ],
  [
    'an answer given twice',
    MODEL,
    (t) => t.replace('id: partly', 'id: met'),
    { is: 'given-twice', name: 'met', line: expect.any(Number) },
  ],
  [
    'a category in two domains',
    MODEL,
    (t) => t.replace('- IAM', '- GOV'),
    { is: 'given-twice', name: 'GOV', line: expect.any(Number) },
  ],
  ['levels out of order', MODEL, (t) => t.replace('n: 2', 'n: 3'), { is: 'other-order', expected: '1, 2, 3, 4, 5' }],
  [
    'levels of a category out of order',
    GOV,
    (t) => t.replace('n: 4', 'n: 5'),
    { is: 'other-order', expected: '1, 2, 3, 4, 5' },
  ],
  ['a category under another name', IAM, (t) => t.replace('id: IAM', 'id: MON'), { is: 'other-name', expected: 'IAM' }],
  [
    'an objective of another file',
    IAM,
    (t) => t.replace('id: IAM-2A', 'id: GOV-2A'),
    { is: 'given-twice', name: 'GOV-2A', line: expect.any(Number), file: GOV },
  ],
])('%s', (_, path, change, problem) => {
  const files = tinyFiles({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
  const before = files.get(path) ?? '';
  files.set(path, change(before));
  expect(files.get(path)).not.toBe(before);
  const { value, findings } = loadModel((file) => files.get(file), 'tiny', '1.0');
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'model-shape', file: path, facts: { problem } }]);
  expect(findings[0]?.line).toBeGreaterThan(0);
});

test('lists are counted from 1 as people count, and a level given twice is found on its own line', () => {
  const files = tinyFiles({ GOV: [{ level: 2 }] });
  const text = files.get(MODEL) ?? '';
  files.set(MODEL, text.replace('n: 3', 'n: 2'));
  const { findings } = loadModel((file) => files.get(file), 'tiny', '1.0');
  const wrong = text.split('\n').findIndex((line) => line.includes('n: 3')) + 1;
  expect(findings).toMatchObject([{ code: 'model-shape', field: 'levels.3.n', line: wrong }]);
});
