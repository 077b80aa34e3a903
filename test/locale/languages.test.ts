/** Every language, from building to scoring; and no word of English where another language was asked for. */
import { describe, expect, test } from 'vitest';
import { CATALOGUE, DIAGNOSTIC_CODES } from '../../src/diagnostic/catalogue.js';
import { find } from '../../src/diagnostic/finding.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { LOOK } from '../../src/layout/look.js';
import { en } from '../../src/locale/en/index.js';
import { enXA } from '../../src/locale/en-XA/index.js';
import type { Language } from '../../src/locale/language.js';
import { LANGUAGES } from '../../src/locale/languages.js';
import { inWords } from '../../src/locale/message.js';
import { categoriesOf, objectivesOf, type Model } from '../../src/model/model.js';
import { titleOf } from '../../src/model/title.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedSheet } from '../../src/xlsx/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { exampleAssessment } from '../../src/assessment/example.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { STATES } from '../../src/scoring/rules.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { installed } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { messagesIn } from '../../src/locale/messages.js';

const { model } = installed();
const languages = Object.entries(LANGUAGES);

/** Everything that a person may read on a sheet. */
function textsOn({ name, cells, validations, charts }: PlannedSheet): string[] {
  const literals = (formula: string): string[] =>
    [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) => text);
  return [
    name,
    ...cells.flatMap(({ value, formula }) => [
      ...(typeof value === 'string' ? [value] : []),
      ...literals(formula ?? ''),
    ]),
    ...validations.flatMap(({ prompt, error }) => [prompt.title, prompt.text, error.title, error.text]),
    ...charts.flatMap(({ title, description, series }) => [title, description, ...series.map((each) => each.name)]),
  ];
}

/** All texts in a value, the longest first, so that none is cut up by a shorter one. */
function textsIn(value: unknown): string[] {
  const texts = new Set<string>();
  const visit = (each: unknown): void => {
    if (typeof each === 'string') texts.add(each);
    else if (each instanceof Map) [...(each as Map<unknown, unknown>).values()].forEach(visit);
    else if (typeof each === 'object' && each !== null) Object.values(each).forEach(visit);
  };
  visit(value);
  return [...texts].filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);
}

/** What a category is about, sentence by sentence. */
const sentencesOf = (model: Model): string[] => categoriesOf(model).flatMap(({ scope }) => scope.split(/(?<=\.)\s/));

describe('en-XA, in which no text of English stays as it is', () => {
  const assessment = exampleAssessment(model, { seed: 3, profile: 'typical' }, exampleTexts);
  const texts = textsIn([model, assessment, objectivesOf(model).map(titleOf), sentencesOf(model)]);
  /** Ids and codes are the same in every language; so is the stamp that machines read. */
  const same = /^\{"specification_name.*|aismm:[a-z-]+|\b[A-Z&]{1,4}[-.]\d[\w.]*|\bn\/a\b|\bAICM\b|https?:\S+/g;
  const plan = planWorkbook(issue(model, { tool: 'tool', language: enXA, companion: 'https://example.org/c' }), {
    assessment,
  });
  /** What is left of a text without what the model and the respondent say. */
  const rest = (text: string): string => {
    // A notice may be broken into lines, each in a cell of its own.
    if (model.notice.some((notice) => notice.includes(text))) return '';
    let left = text;
    for (const each of texts) if (left.includes(each)) left = left.replaceAll(each, ' ');
    return left.replace(same, ' ');
  };

  test.each(
    plan.sheets.filter(({ visibility }) => visibility === 'visible').map((sheet) => [sheet.name, sheet] as const),
  )('%s', (_, sheet) => {
    // Keys of columns are shown as nothing; ids of rows are the same in every language.
    const shown = { ...sheet, cells: sheet.cells.filter(({ style }) => style.format !== LOOK.key.format) };
    const rows = plan.sheets.flatMap(({ cells }) => cells.flatMap(({ subject }) => subject?.row ?? []));
    // Formulas look inputs up by the ids of their rows.
    const ids = new Set<string>([...STATES, ...rows]);
    const plain = [...new Set(textsOn(shown))].filter((text) => !ids.has(text) && /[aeiou]/i.test(rest(text)));
    expect(plain).toEqual([]);
  });
});

describe.each(languages)('%s', (_, language: Language) => {
  const shelf = new Shelf(modelsOf([model, returnedModel], model));

  test('no name or prompt is longer than a spreadsheet allows, and no two sheets have the same name', () => {
    const { sheets } = planWorkbook(issue(model, { tool: 'tool', language }));
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
    for (const { name, validations } of sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      for (const { prompt, error } of validations) {
        expect(Math.max(prompt.title.length, error.title.length)).toBeLessThanOrEqual(32);
        expect(Math.max(prompt.text.length, error.text.length)).toBeLessThanOrEqual(255);
      }
    }
  });

  test('built, filled, read and scored like English', async () => {
    const assessment = exampleAssessment(model, { seed: 5, profile: 'typical' }, exampleTexts);
    const issued = issue(model, { tool: 'tool', language });
    const bytes = await writeXlsx(planWorkbook(issued, { assessment }));
    const { value, findings } = readWorkbook(bytes, shelf);
    expect(findings).toEqual([]);
    expect(value?.edition.language).toBe(language.id);
    expect(value?.assessment).toEqual(assessment);
    expect(value && scoreAssessment(value.model, value.assessment)).toEqual(scoreAssessment(model, assessment));
    expect(value && auditWorkbook(value)).toEqual([]);
    const filled = (await makeFiller(issued))(assessment);
    expect(readWorkbook(filled, shelf).value?.assessment).toEqual(assessment);
  });

  test('its own dropdowns are what is understood', async () => {
    const issued = issue(returnedModel, { tool: 'tool', language });
    const bytes = await writeXlsx(planWorkbook(issued, { assessment: returnedWith({ 'GOV-2A': { answer: 'met' } }) }));
    const lists = readGrid(bytes).value?.sheets.find(({ name }) => name === 'Lists');
    const labels = lists?.rows.flatMap(({ cells }) =>
      cells.map(({ value }) => (value?.kind === 'text' ? value.text : '')),
    );
    expect(labels).toEqual(expect.arrayContaining([language.words.yesNo.yes, language.words.yesNo.no]));
    expect(readWorkbook(bytes, shelf).value?.assessment.selection).toEqual(
      returnedModel.deployments.map(({ id }) => id),
    );
  });

  test('the annotated copy speaks it', async () => {
    const issued = issue(returnedModel, { tool: 'tool', language });
    const plan = planWorkbook(issued);
    const isAnswer = (subject: { row: string; column: string } | undefined): boolean =>
      subject?.row === 'GOV-2A' && subject.column === 'answer';
    const sheets = plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (isAnswer(cell.subject) ? { ...cell, value: 'Fuly' } : cell)),
    }));
    const { value, findings } = readWorkbook(await writeXlsx({ ...plan, sheets }), shelf);
    expect(findings.map(({ code }) => code)).toEqual(['unknown-option']);
    const copy = value && (await annotateWorkbook(value, findings));
    const review = copy && readGrid(copy).value?.sheets[0];
    expect(review?.name).toBe(language.words.review.sheet);
    const [finding] = findings;
    const said = finding && inWords(finding, messagesIn(language.id)).message;
    expect(JSON.stringify(review?.rows)).toContain(JSON.stringify(said).slice(1, -1));
  });
});

test('every language has a sentence for every code', () => {
  for (const [id] of languages)
    expect(Object.keys(messagesIn(id))).toEqual(expect.arrayContaining([...DIAGNOSTIC_CODES]));
  expect(Object.keys(messagesIn()).sort()).toEqual(Object.keys(CATALOGUE).sort());
});

test('the sentence is made last: the same finding in two languages', () => {
  const finding = find('unknown-option', { sheet: 'A', cell: 'B2' }, { found: 'Fuly', expected: ['Met'] });
  const [english, accented] = [en, enXA].map(({ id }) => inWords(finding, messagesIn(id)));
  expect(english?.message).toBe(
    '“Fuly” is not a valid option. aismm treats the cell as blank. Choose one of these options: Met.',
  );
  expect(accented?.message).not.toBe(english?.message);
  expect({ ...accented, message: '' }).toEqual({ ...english, message: '' });
});

test('objectives of the model are in every workbook', () => {
  for (const [, language] of languages)
    expect(issue(model, { tool: 'tool', language }).inputs.tables.find(({ of }) => of === 'objective')?.rows.size).toBe(
      objectivesOf(model).length,
    );
});
