/** The Introduction: which objective it names next, and in which order it asks for things. */
import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { en } from '../../src/locale/en/index.js';
import { levelsFirst } from '../../src/layout/sheets/calc-objectives.js';
import { categoriesOf, objectivesOf } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedSheet } from '../../src/xlsx/plan.js';
import { assessmentOf } from '../assessments.js';
import { asIssued, installed } from '../installed.js';
import { tinyModel } from '../tiny-model.js';

const { model } = installed();
const small = tinyModel({ GOV: [{ level: 2 }, { level: 4 }], IAM: [{ level: 2 }, { level: 3 }], MON: [{ level: 3 }] });

function introductionOf(of: typeof model, assessment: Assessment): PlannedSheet {
  const sheet = planWorkbook(asIssued(of), { assessment }).sheets.find(({ name }) => name === 'Introduction');
  return sheet ?? expect.fail('the workbook has an Introduction');
}

const textsOf = (sheet: PlannedSheet): string[] =>
  sheet.cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

const progressOf = (answers: Readonly<Record<string, Answer>>): string | undefined =>
  textsOf(introductionOf(small, assessmentOf(small, { answers }))).find((text) => text.includes(' are answered.'));

describe('the next objective to answer', () => {
  const met = { answer: 'met' } as const;

  test.each<[Readonly<Record<string, Answer>>, string]>([
    [{}, 'GOV-2A'],
    // The row below it on the sheet is at level 4, and the step says to begin at level 2.
    [{ 'GOV-2A': met }, 'IAM-2A'],
    [{ 'GOV-2A': met, 'IAM-2A': met }, 'IAM-3A'],
    [{ 'GOV-2A': met, 'IAM-2A': met, 'IAM-3A': met }, 'MON-3A'],
    [{ 'GOV-2A': met, 'IAM-2A': met, 'IAM-3A': met, 'MON-3A': met }, 'GOV-4A'],
  ])('%j: %s', (answers, id) => {
    expect(progressOf(answers)).toContain(` Next objective to answer: ${id} `);
  });

  test('nothing where all are answered', () => {
    const all = Object.fromEntries(objectivesOf(small).map(({ id }) => [id, met]));
    expect(progressOf(all)).toMatch(/ are answered\.$/);
  });

  test('its order is that of the roadmap', () => {
    const targets = Object.fromEntries(categoriesOf(model).map(({ id }) => [id, 5]));
    const { roadmap } = scoreAssessment(model, assessmentOf(model, { targets }));
    expect(roadmap).toEqual(levelsFirst(model).map(({ id }) => id));
  });
});

describe('what it asks for', () => {
  test('targets are asked for where the levels are read, and not before', () => {
    const texts = textsOf(introductionOf(model, assessmentOf(model, {})));
    const [first, second] = ['profile', 'grid'].map(
      (sheet) => texts[texts.indexOf(en.words.sheets[sheet as 'profile' | 'grid']) + 1], // the two keys above
    );
    expect(first).toMatch(/ For the target levels, see step 2\.$/);
    expect(second).toMatch(/^Read the description of each level\. Then, before you see results, choose a target level/);
  });

  test('the first line below a heading keeps a distance from it', () => {
    const sheet = introductionOf(model, assessmentOf(model, {}));
    const headings = sheet.cells.filter(({ column, style }) => column === 2 && style.fill === '1F3A5F');
    expect(headings.length).toBeGreaterThan(3);
    const filled = new Set(sheet.cells.map(({ row }) => row));
    expect(headings.map(({ row }) => filled.has(row + 1))).toEqual(headings.map(() => false));
  });
});
