/** Translations are shown while they fit; what is missing, outdated or of nothing is said, with its place. */
import { expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostic/finding.js';
import { lintModel } from '../../src/model/lint.js';
import { loadModel } from '../../src/model/load.js';
import { textsOf } from '../../src/model/texts.js';
import { translated } from '../../src/model/translate.js';
import { tinyFiles } from '../tiny-model.js';
import { inMemory, unitsFile, type TestUnit } from './in-memory.js';

const DE = 'tiny/1.0/locale/de';

function load(files: Readonly<Record<string, string>>) {
  const all = tinyFiles({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
  for (const [path, text] of Object.entries(files)) all.set(path, text);
  const { read, list } = inMemory(all);
  return loadModel(read, 'tiny', '1.0', list);
}
const loadUnits = (units: readonly TestUnit[]) => load({ [`${DE}/all.yaml`]: unitsFile(units) });

/** What lint says of the languages, and nothing of the laws, which the tiny model breaks. */
function lint({ value }: ReturnType<typeof load>): Finding[] {
  if (!value) throw new Error('the model loads');
  return lintModel(value).filter(({ code }) => code !== 'model-content');
}

const briefly = ({ code, file, line, column, facts }: Finding) => ({ code, at: `${file}:${line}:${column}`, facts });

test('what is translated is shown in the language, the rest as it was written', () => {
  const { value } = loadUnits([
    ['answers.met.name', 'Met', 'Erfüllt'],
    ['GOV-2A.text', 'Objective 1 of GOV at level 2\n  is met.', 'Ziel 1 ist erfüllt.'],
    ['GOV.scope', 'For tests.', ''],
  ]);
  if (!value) throw new Error('the model loads');
  const german = textsOf(translated(value.model, 'de'));
  const written = textsOf(value.model);
  expect(Object.fromEntries([...german].filter(([address, text]) => text !== written.get(address)))).toEqual({
    'answers.met.name': 'Erfüllt',
    'GOV-2A.text': 'Ziel 1 ist erfüllt.',
  });
  expect([...german.keys()]).toEqual([...written.keys()]);
  for (const language of ['en', 'fr', '__proto__', 'constructor', ''])
    expect(translated(value.model, language)).toBe(value.model);
});

test('translations survive what takes plain data only', () => {
  const { value } = loadUnits([['answers.met.name', 'Met', 'Erfüllt']]);
  if (!value) throw new Error('the model loads');
  expect(translated(structuredClone(value.model), 'de')).toEqual(translated(value.model, 'de'));
});

test.each([' target:', ' target: ""', ' target: "  "', ''])(
  'a unit that ends in “%s” is still to be written',
  (end) => {
    const loaded = load({ [`${DE}/a.yaml`]: `units:\n  - address: title\n    source: Tiny Model\n   ${end}\n` });
    expect(loaded.findings).toEqual([]);
    expect(loaded.value?.model.translations).toEqual({ de: {} });
    expect(lint(loaded).map(({ code }) => code)).toEqual(['missing-translations']);
  },
);

test('a model without languages is silent about them', () => {
  expect(lint(load({}))).toEqual([]);
});

test('what is missing is counted, by language', () => {
  const loaded = load({
    [`${DE}/a.yaml`]: unitsFile([
      ['title', 'Tiny Model', 'Kleines Modell'],
      ['purpose.0', 'For tests.', ''],
    ]),
    'tiny/1.0/locale/fr/all.yaml': 'units: []\n',
  });
  const of = textsOf(loaded.value!.model).size; // eslint-disable-line @typescript-eslint/no-non-null-assertion -- it has just been loaded
  expect(lint(loaded)).toMatchObject([
    { code: 'missing-translations', file: DE, facts: { language: 'de', missing: of - 1, of } },
    { code: 'missing-translations', file: 'tiny/1.0/locale/fr', facts: { language: 'fr', missing: of, of } },
  ]);
});

test('what is outdated is said where it stands, and is not shown', () => {
  const loaded = loadUnits([
    ['GOV.name', 'Category GOV', 'Kategorie GOV'],
    ['IAM.name', 'Category Identity', 'Kategorie Identität'],
  ]);
  const found = lint(loaded).filter(({ code }) => code === 'outdated-translation');
  expect(found.map(briefly)).toEqual([
    {
      code: 'outdated-translation',
      at: `${DE}/all.yaml:5:5`,
      facts: { found: 'Category Identity', expected: ['Category IAM'] },
    },
  ]);
  const names = textsOf(translated(loaded.value!.model, 'de')); // eslint-disable-line @typescript-eslint/no-non-null-assertion -- it has just been loaded
  expect([names.get('GOV.name'), names.get('IAM.name')]).toEqual(['Kategorie GOV', 'Category IAM']);
});

test('an address of nothing is said, with what was probably meant', () => {
  const found = lint(loadUnits([['GOV-2A.txt', 'Objective', 'Ziel']])).filter(
    ({ code }) => code === 'unknown-translation',
  );
  expect(found.map(briefly)).toEqual([
    {
      code: 'unknown-translation',
      at: `${DE}/all.yaml:2:5`,
      facts: { found: 'GOV-2A.txt', suggestion: 'GOV-2A.text' },
    },
  ]);
});

test.each<[string, Readonly<Record<string, string>>, string, string]>([
  [
    'the same address twice',
    {
      [`${DE}/a.yaml`]: unitsFile([['title', 'Tiny Model', 'Kleines Modell']]),
      [`${DE}/b.yaml`]: unitsFile([['title', 'Tiny Model', 'Kleinmodell']]),
    },
    'repeated-translation',
    `${DE}/b.yaml:2:5`,
  ],
  [
    'two options with one label',
    {
      [`${DE}/a.yaml`]: unitsFile([
        ['answers.met.name', 'Met', 'Erfüllt'],
        ['answers.partly.name', 'Partially met', ' erfüllt '],
      ]),
    },
    'same-label',
    `${DE}/a.yaml:5:5`,
  ],
  [
    'the label of an option that is not translated',
    { [`${DE}/a.yaml`]: unitsFile([['answers.met.name', 'Met', 'Not-met']]) },
    'same-label',
    `${DE}/a.yaml:2:5`,
  ],
  [
    'a label that is taken for a formula',
    { [`${DE}/a.yaml`]: unitsFile([['answers.met.name', 'Met', '+erfüllt']]) },
    'unusable-label',
    `${DE}/a.yaml:2:5`,
  ],
  ['broken syntax', { [`${DE}/a.yaml`]: 'units:\n  - address: [title\n' }, 'model-syntax', `${DE}/a.yaml:3:1`],
  [
    'a misspelt field',
    { [`${DE}/a.yaml`]: 'units:\n  - address: title\n    source: Tiny Model\n    traget: Kleines Modell\n' },
    'model-shape',
    `${DE}/a.yaml:4:5`,
  ],
  ['a list where units belong', { [`${DE}/a.yaml`]: '- address: title\n' }, 'model-shape', `${DE}/a.yaml:1:1`],
  [
    'a folder that is called like no language',
    { 'tiny/1.0/locale/German/a.yaml': 'units: []\n' },
    'model-shape',
    'tiny/1.0/locale/German:undefined:undefined',
  ],
  ['aliases that unfold without end', { [`${DE}/a.yaml`]: bomb() }, 'model-syntax', `${DE}/a.yaml:1:1`],
])('%s: no model, and the place', (_, files, code, at) => {
  const { value, findings } = load(files);
  expect(value).toBeUndefined();
  expect(findings.map(briefly)).toContainEqual(expect.objectContaining({ code, at }));
});

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
  return ['a0: &a0 x', ...levels, ''].join('\n');
}

test('a label that is the id of another option can’t be told from it', () => {
  const files = tinyFiles({ GOV: [{ level: 2 }] });
  const path = 'tiny/1.0/model.yaml';
  const second = '    - id: energy\n      name: Energy\n    - id: other\n      name: Whatever is left\n';
  files.set(path, (files.get(path) ?? '').replace('    - id: energy\n      name: Energy\n', second));
  files.set(`${DE}/a.yaml`, unitsFile([['industries.energy.name', 'Energy', 'Other']]));
  const { read, list } = inMemory(files);
  expect(loadModel(read, 'tiny', '1.0', list).findings).toMatchObject([
    {
      code: 'same-label',
      field: 'industries',
      file: `${DE}/a.yaml`,
      line: 2,
      facts: { found: 'Other', other: 'other' },
    },
  ]);
});

test('options of the model itself must differ, too', () => {
  const files = tinyFiles({ GOV: [{ level: 2 }] });
  const path = 'tiny/1.0/model.yaml';
  files.set(path, (files.get(path) ?? '').replace('name: Partially met', 'name: MET'));
  const { read, list } = inMemory(files);
  const { value, findings } = loadModel(read, 'tiny', '1.0', list);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([
    { code: 'same-label', file: path, field: 'answers', facts: { found: 'MET', other: 'met' } },
  ]);
});

test.each(['=Met', '+Met', '-Met', '@Met', 'M'.repeat(256)])('the label “%s” can’t be used', (label) => {
  const files = tinyFiles({ GOV: [{ level: 2 }] });
  const path = 'tiny/1.0/model.yaml';
  files.set(path, (files.get(path) ?? '').replace('name: Partially met', `name: "${label}"`));
  const { read, list } = inMemory(files);
  const { value, findings } = loadModel(read, 'tiny', '1.0', list);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'unusable-label', file: path, field: 'answers', facts: { found: label } }]);
});
