/** Ten texts of German are enough for a workbook in German: it is built, filled by its own dropdowns, read and scored. */
import { expect, test } from 'vitest';
import { exampleAssessment } from '../../src/assessment/example.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { hasErrors } from '../../src/diagnostic/finding.js';
import { textOf } from '../../src/grid/grid.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { LISTS_SHEET } from '../../src/layout/sheets/lists.js';
import { META_SHEET } from '../../src/layout/sheets/meta.js';
import { LANGUAGES } from '../../src/locale/languages.js';
import { loadModel } from '../../src/model/load.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { textsOf } from '../../src/model/texts.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { installed, readModelText } from '../installed.js';
import { listing, unitsFile } from './in-memory.js';

const english = installed().model;
const written = textsOf(english);

const GERMAN: Readonly<Record<string, string>> = {
  'answers.met.name': 'Erfüllt',
  'answers.partly.name': 'Teilweise erfüllt',
  'answers.not-met.name': 'Nicht erfüllt',
  'answers.not-applicable.name': 'Nicht anwendbar',
  'industries.energy.name': 'Energie und Versorgung',
  'sizes.1000-4999.name': '1.000 bis 4.999 Personen',
  'regions.europe.name': 'Europa',
  'levels.2.name': 'Wiederholbar',
  'GOV.name': 'Steuerung',
  'GOV-2A.text': 'Die schriftlich benannte Person hat die KI-Regeln in den letzten 18 Monaten genehmigt.',
};
const LOCALE = 'aismm/1.0/locale/de/start.yaml';
const file = unitsFile(
  Object.entries(GERMAN).map(([address, target]) => [address, written.get(address) ?? '', target]),
);

const loaded = loadModel((path) => (path === LOCALE ? file : readModelText(path)), 'aismm', '1.0', listing([LOCALE]));
const model = loaded.value?.model as Model;

const de = LANGUAGES['de'];
if (!de) throw new Error('there is German');
const shelf = new Shelf(modelsOf([model], model));
const tool = 'test';
const assessment = {
  ...exampleAssessment(english, { seed: 5, profile: 'typical' }, exampleTexts),
};
const filled = {
  ...assessment,
  organization: { ...assessment.organization, industry: 'energy', size: '1000-4999', region: 'europe' },
};

/** Texts that stand on the sheets of a workbook. */
function textsIn(bytes: Uint8Array): Set<string> {
  const grid = readGrid(bytes).value;
  return new Set(
    grid?.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => textOf(cell) ?? []))),
  );
}

test('the model loads, and its English is what it was', () => {
  expect(loaded.findings).toEqual([]);
  expect({ ...model, translations: undefined }).toEqual({ ...english, translations: undefined });
  expect(Object.keys(model.translations?.['de'] ?? {})).toEqual(Object.keys(GERMAN));
});

const ways: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'written at once': () => writeWorkbook({ model, assessment: filled, language: de, tool }),
  'filled like many': async () => (await makeFiller(issue(model, { language: de, tool })))(filled),
};

test.each(Object.keys(ways))('%s: the sheets speak German where there is German', async (way) => {
  const bytes = await (ways[way] ?? (() => Promise.reject(new Error(way))))();
  const texts = textsIn(bytes);
  for (const [address, target] of Object.entries(GERMAN)) {
    const shown = address === 'levels.2.name' ? `2 ${target}` : target;
    expect(texts.has(shown), `${address}: ${shown}`).toBe(true);
  }
  // Nothing of what is translated is left in English. (The answers are called as states of the results are, which are words of the language.)
  for (const address of Object.keys(GERMAN))
    if (!address.startsWith('answers.')) expect(texts.has(written.get(address) ?? ''), address).toBe(false);
  // What is not translated is in English.
  expect(texts.has(written.get('IAM.name') ?? '')).toBe(true);
});

test.each(Object.keys(ways))('%s: it reads back as what was filled in, with the same score', async (way) => {
  const bytes = await (ways[way] ?? (() => Promise.reject(new Error(way))))();
  const { value, findings } = readWorkbook(bytes, shelf);
  expect(hasErrors(findings), JSON.stringify(findings.slice(0, 3))).toBe(false);
  if (!value) throw new Error('it is read');
  expect(value.edition).toMatchObject({ model: 'aismm', version: '1.0', language: 'de' });
  expect(value.model.answers.map(({ name }) => name)).toContain('Teilweise erfüllt');
  expect(value.assessment.answers).toEqual(filled.answers);
  expect(value.assessment.organization).toEqual(filled.organization);
  expect(scoreAssessment(value.model, value.assessment)).toEqual(scoreAssessment(english, filled));
});

test('the dropdowns offer the German labels, and formulas compare with them', () => {
  const { sheets } = planWorkbook(issue(model, { language: de, tool }));
  const lists = sheets.find(({ name }) => name === 'Lists')?.cells ?? [];
  const labelOf = (id: string): unknown => {
    const at = lists.find(({ value }) => value === id);
    return lists.find(({ row, column }) => row === at?.row && column === at.column + 1)?.value;
  };
  const formulas = sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  for (const { id } of english.answers) {
    const [label = '', inEnglish = ''] = [GERMAN[`answers.${id}.name`], written.get(`answers.${id}.name`)];
    expect(labelOf(id)).toBe(label);
    const comparing = (text: string): number => formulas.filter((formula) => formula.includes(`"${text}"`)).length;
    expect(comparing(label)).toBeGreaterThanOrEqual(objectivesOf(model).length);
    expect(comparing(inEnglish)).toBe(0);
  }
});

test('where nothing says what it was made from, it is told by its German texts', async () => {
  const plan = planWorkbook(issue(model, { language: de, tool }), { assessment: filled });
  const sheets = plan.sheets
    .filter(({ name }) => name !== META_SHEET)
    .map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ value }) => !String(value ?? '').startsWith('{')) }));
  const bytes = await writeXlsx({ ...plan, sheets });
  // The other edition asks one thing in other words, and has no German for it: in English the two are as unlike.
  const { ['GOV-2A.text']: _, ...fewer } = model.translations?.['de'] ?? {};
  const other = { ...model, version: '0.9', translations: { de: fewer } };
  const models = modelsOf([other, model], other);
  const { value, findings } = readWorkbook(bytes, new Shelf(models));
  expect(value?.edition, JSON.stringify(findings.slice(0, 3))).toMatchObject({ version: '1.0', language: 'de' });
  expect(value?.assessment.answers).toEqual(filled.answers);
});

/** The model with these German texts in place of those that it has. */
const translatedAnew = (texts: Readonly<Record<string, string>>): Model => ({
  ...model,
  translations: { de: { ...model.translations?.['de'], ...texts } },
});

test.each<[string, Model]>([
  ['without German', english],
  [
    'in other German words',
    translatedAnew({
      'answers.met.name': 'Vollständig',
      'answers.partly.name': 'Zum Teil',
      'answers.not-met.name': 'Gar nicht',
      'answers.not-applicable.name': 'Ohne Belang',
      'regions.europe.name': 'Ganz Europa',
    }),
  ],
])('a shelf that has the model %s reads every answer by the lists of the workbook', async (_, other) => {
  const bytes = await writeWorkbook({ model, assessment: filled, language: de, tool });
  const { value, findings } = readWorkbook(bytes, new Shelf(modelsOf([other], other)));
  expect(findings.filter(({ affects }) => affects === 'score')).toEqual([]);
  expect(value?.assessment).toEqual(filled);
});

test('where the lists are gone, too, no answer is read wrongly', async () => {
  const plan = planWorkbook(issue(model, { language: de, tool }), { assessment: filled });
  const bytes = await writeXlsx({ ...plan, sheets: plan.sheets.filter(({ name }) => name !== LISTS_SHEET) });
  const other = translatedAnew({ 'answers.met.name': 'Vollständig', 'answers.not-applicable.name': 'Ohne Belang' });
  const { value } = readWorkbook(bytes, new Shelf(modelsOf([other], other)));
  for (const [id, { answer }] of filled.answers)
    expect([id, [undefined, answer]]).toEqual([
      id,
      expect.arrayContaining([value?.assessment.answers.get(id)?.answer]),
    ]);
});

test('a label that a new translation gave to another option is nobody’s answer', async () => {
  const bytes = await writeWorkbook({ model, assessment: filled, language: de, tool });
  const other = translatedAnew({ 'answers.met.name': 'Teilweise erfüllt', 'answers.partly.name': 'Erfüllt' });
  const { value, findings } = readWorkbook(bytes, new Shelf(modelsOf([other], other)));
  const unclear = [...filled.answers].filter(([, { answer }]) => answer === 'met' || answer === 'partly');
  expect(findings.filter(({ code }) => code === 'ambiguous-option')).toHaveLength(unclear.length);
  for (const [id] of unclear) expect(value?.assessment.answers.get(id)?.answer).toBeUndefined();
});

test('labels of the language that the model was written in are understood, as in the formulas', async () => {
  const plan = planWorkbook(issue(model, { language: de, tool }), { assessment: filled });
  const labels = new Map(english.answers.map(({ id, name }) => [GERMAN[`answers.${id}.name`], name]));
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.subject?.column === 'answer' && cell.style.unlocked && cell.value !== undefined
        ? { ...cell, value: labels.get(String(cell.value)) ?? cell.value }
        : cell,
    ),
  }));
  const { value, findings } = readWorkbook(await writeXlsx({ ...plan, sheets }), shelf);
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['synonym-accepted']));
  expect(value?.assessment).toEqual(filled);
});
