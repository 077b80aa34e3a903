/** Faults in the model's files: each with file, line and column, and what to do. */
import { expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.js';
import { tinyFiles } from '../tiny-model.js';
import { inEnglish } from '../told.js';

function faultsWith(path: string, change: (text: string) => string) {
  const files = tinyFiles({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
  files.set(path, change(files.get(path) ?? ''));
  return inEnglish(loadModel((file) => files.get(file), 'tiny', '1.0')).diagnostics;
}

const GOV = 'tiny/1.0/categories/GOV.yaml';
const lineOf = (needle: string): number => {
  const text = tinyFiles({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] }).get(GOV) ?? '';
  return text.slice(0, text.indexOf(needle)).split('\n').length;
};

test.each([
  ['a misspelt field', (t: string) => t.replace('rationale:', 'rational:'), 'model-shape', 'rationale:'],
  [
    'a word that is not one of the modes',
    (t: string) => t.replace('mode: manual', 'mode: automatic'),
    'model-shape',
    'mode:',
  ],
  ['a number where a text belongs', (t: string) => t.replace('name: Category GOV', 'name: 12'), 'model-shape', 'name:'],
  ['broken syntax', (t: string) => t.replace('scope: For tests.', 'scope: [For tests.'), 'model-syntax', 'includes:'],
])('%s', (_, change, code, near) => {
  const faults = faultsWith(GOV, change);
  const nearest = faults.find(({ line }) => Math.abs((line ?? 0) - lineOf(near)) <= 1);
  expect(nearest).toMatchObject({ code, severity: 'error', file: GOV });
  expect(nearest?.column).toBeGreaterThan(0);
});

test('an unquoted No stays a text, as in YAML 1.2', () => {
  const files = tinyFiles({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
  files.set(GOV, (files.get(GOV) ?? '').replace('scope: For tests.', 'scope: No'));
  const { value } = loadModel((file) => files.get(file), 'tiny', '1.0');
  expect(value?.model.domains[0]?.categories[0]?.scope).toBe('No');
});

test('a missing file is named', () => {
  const files = tinyFiles({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
  files.delete(GOV);
  const { diagnostics } = inEnglish(loadModel((file) => files.get(file), 'tiny', '1.0'));
  expect(diagnostics).toMatchObject([{ code: 'file-not-found', file: GOV }]);
});

test('of more faults in a file than anybody reads the first are told, and how many more there are', () => {
  const unknown = Array.from({ length: 250 }, (_, n) => `extra${n}: x`).join('\n');
  const faults = faultsWith(GOV, (text) => `${text}\n${unknown}\n`);
  expect(faults.filter(({ code }) => code === 'model-shape')).toHaveLength(100);
  expect(faults.at(-1)).toMatchObject({ code: 'more-of-the-same', file: GOV, detail: '150' });
});
