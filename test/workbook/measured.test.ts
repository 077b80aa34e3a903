/** What is typed as a measured value: how it is read, how it counts, and that the sheet shows its sign and refuses the rest. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf } from '../assessments.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({
  GOV: [
    { level: 2, kpi: { direction: 'at-least', threshold: 95 } },
    { level: 2, kpi: { direction: 'at-most', threshold: 3 } },
    { level: 2, kpi: { direction: 'at-most', threshold: 24, unit: 'hours' } },
    { level: 2, kpi: { direction: 'at-most', threshold: 2, unit: 'count' } },
  ],
});
const shelf = new Shelf(modelsOf([model], model));

/** A workbook of a layout in which something was typed as a measured value, in a cell with a format. */
async function typedIn(layout: number, objective: string, value: number | string, format?: string) {
  const plan = planWorkbook(issue(model, { tool: 'test', layout }));
  const isTyped = (subject: { row: string; column: string } | undefined): boolean =>
    subject?.row === objective && subject.column === 'measured';
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      isTyped(cell.subject) ? { ...cell, value, style: { ...cell.style, ...(format ? { format } : {}) } } : cell,
    ),
  }));
  return readWorkbook(await writeXlsx({ ...plan, sheets }), shelf);
}

const [LEAST, MOST, HOURS, COUNT] = ['GOV-2A', 'GOV-2B', 'GOV-2C', 'GOV-2D'] as const;

describe('what was typed', () => {
  test.each<[number, string, number | string, string | undefined, number | undefined, string, ...string[]]>([
    [2, LEAST, 97, undefined, 97, 'met'],
    [2, LEAST, 0.97, '0%', 97, 'met'],
    [2, LEAST, 0.97, undefined, 97, 'met'],
    [2, LEAST, '97%%', '0%', 97, 'met', 'number-as-text'],
    [2, MOST, 0.6, undefined, 60, 'unmet'],
    [2, MOST, 0.006, '0.0%', 0.6, 'met'],
    [2, LEAST, 950, undefined, undefined, 'unanswered', 'number-out-of-range'],
    [2, LEAST, 46_085, 'd/m/yyyy', undefined, 'unanswered', 'not-a-number'],
    [2, HOURS, 0.5, '0%', undefined, 'unanswered', 'not-a-share'],
    [2, COUNT, 1.5, undefined, undefined, 'unanswered', 'number-out-of-range'],
    [1, LEAST, 0.97, '0%', 97, 'met', 'percent-cell'],
    [1, LEAST, 0.97, undefined, undefined, 'unanswered', 'measured-ambiguous'],
    [1, MOST, 0.6, undefined, undefined, 'unanswered', 'measured-ambiguous'],
    [1, MOST, 0.02, undefined, 0.02, 'met', 'share-as-points'],
    [1, LEAST, 5000, undefined, undefined, 'unanswered', 'number-out-of-range'],
    [1, LEAST, 50, '0%', undefined, 'unanswered', 'number-out-of-range'],
    [1, HOURS, 0.5, '0%', undefined, 'unanswered', 'not-a-share'],
  ])('layout %i, %s: %s in %s is %s, %s', async (layout, objective, value, format, measured, state, ...codes) => {
    const { value: read, findings } = await typedIn(layout, objective, value, format);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(read?.assessment.answers.get(objective)?.measured).toBe(measured);
    const { objectives } = scoreAssessment(model, read?.assessment ?? assessmentOf(model, {}));
    expect(objectives.find(({ id }) => id === objective)?.state).toBe(state);
    // What is given back is read the same, and what was refused is refused again.
    const again = read && readWorkbook(await annotateWorkbook(read, findings), shelf);
    expect(again?.value?.assessment).toEqual(read?.assessment);
    expect(again?.findings.filter(({ code }) => codes.includes(code) && measured === undefined)).toHaveLength(
      measured === undefined ? 1 : 0,
    );
  });
});

test.each([1, 2])('a share up to 1%% comes back from a workbook of layout %i', async (layout) => {
  for (const measured of [0, 0.004, 0.6, 1, 1.5, 33.3333333333, 97, 100]) {
    const answers: Record<string, Answer> = { [MOST]: { measured }, [HOURS]: { measured }, [COUNT]: { measured: 1 } };
    const assessment = assessmentOf(model, { answers });
    const issued = issue(model, { tool: 'test', layout });
    const books = [await writeXlsx(planWorkbook(issued, { assessment }))];
    if (layout === 2) books.push((await makeFiller(issued))(assessment));
    for (const bytes of books) expect(readWorkbook(bytes, shelf).value?.assessment).toEqual(assessment);
  }
});

test('an answers file is held to the same limits, and keeps the same digits', () => {
  const parse = (answers: Record<string, Answer>) =>
    parseAnswers(JSON.stringify({ schemaVersion: 1, model: { id: 'tiny', version: '1.0' }, answers }), model);
  const told = parse({ [LEAST]: { measured: 950 }, [COUNT]: { measured: 0.5 }, [HOURS]: { measured: 0.5 } });
  expect(told.findings.map(({ code, path }) => `${code} ${path ?? ''}`)).toEqual([
    'number-out-of-range answers.GOV-2A.measured',
    'number-out-of-range answers.GOV-2D.measured',
  ]);
  expect(told.value).toBeUndefined();
  expect(parse({ [LEAST]: { measured: 100 / 3 } }).value?.answers.get(LEAST)).toEqual({ measured: 33.3333333333 });
});

test('the sheet refuses what no KPI can have measured, and shows every share with its sign', () => {
  const sheet = planWorkbook(issue(model, { tool: 'test' })).sheets.find(({ name }) => name === 'Control Objectives');
  const rules = (sheet?.validations ?? []).flatMap(({ rule }) => (rule.kind === 'formula' ? [rule.formula] : []));
  expect(rules).toHaveLength(1);
  // Programs cut a longer one off.
  expect(rules[0]?.length).toBeLessThanOrEqual(255);
  const shown = (sheet?.conditionalFormats ?? []).flatMap(({ style }) => style.format ?? []);
  expect(shown).toEqual(['0"%"', '0.########"%"', '0%', '0.########%']);
});
