/** Conditions of a model: asked on the Profile, read, kept in the answers file, and said on every row that they leave out. */
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import { mergeAssessments } from '../../src/assessment/merge.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { en } from '../../src/locale/en/index.js';
import { printedRules } from '../../src/locale/rules-in-words.js';
import { describeModel } from '../../src/model/describe.js';
import { loadModel } from '../../src/model/load.js';
import { selectModel } from '../../src/model/select.js';
import { textsOf } from '../../src/model/texts.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import type { WorkbookPlan } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf, everywhere } from '../assessments.js';
import { installed } from '../installed.js';
import { tinyFiles, tinyModel } from '../tiny-model.js';
import { ruleWordsIn } from '../../src/locale/rule-words.js';

const OBJECTIVES = {
  GOV: [{ level: 2 }, { level: 2, needs: ['agents'], title: 'Agents are listed' }, { level: 3, needs: ['training'] }],
  IAM: [{ level: 2, needs: ['agents'] }],
};
const model = tinyModel(OBJECTIVES, { conditions: ['agents', 'training'] });
const shelf = new Shelf(modelsOf([model], model));
const issued = issue(model, { tool: 'test' });

const textsIn = (plan: WorkbookPlan, sheet: string): unknown[] =>
  plan.sheets.find(({ name }) => name === sheet)?.cells.map(({ value }) => value) ?? [];

describe('in a workbook', () => {
  test.each([undefined, { agents: false }, { agents: true, training: false }])('%j comes back', async (conditions) => {
    const assessment = { ...everywhere(model, { answer: 'met' }), ...(conditions ? { conditions } : {}) };
    const bytes = await writeXlsx(planWorkbook(issued, { assessment }));
    const { value, findings } = readWorkbook(bytes, shelf);
    expect(findings).toEqual([]);
    expect(value?.assessment).toEqual(assessment);
    expect(value && auditWorkbook(value)).toEqual([]);
  });

  test('the Profile asks, and says what No leaves out; the row says why it is not counted', () => {
    const assessment = { ...everywhere(model, { answer: 'met' }), conditions: { agents: false } };
    const plan = planWorkbook(issued, { assessment });
    const profile = textsIn(plan, 'Profile');
    expect(profile).toContain('Is there agents?');
    expect(profile).toContain('2 objectives, such as GOV-2B Agents are listed');
    const rows = textsIn(plan, 'Control Objectives');
    expect(rows.filter((text) => text === en.words.conditionIsNo)).toHaveLength(2);
  });

  test('what can’t be understood is an error and counts as Yes, as it does on the sheet', async () => {
    const plan = planWorkbook(issued, { assessment: everywhere(model, { answer: 'met' }) });
    const sheets = plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.subject?.table === 'conditions' && cell.subject.column === 'holds' && cell.subject.row === 'agents'
          ? { ...cell, value: 'perhaps' }
          : cell,
      ),
    }));
    const { value, findings } = readWorkbook(await writeXlsx({ ...plan, sheets }), shelf);
    expect(findings.map(({ code, affects }) => [code, affects])).toEqual([['unknown-option', 'score']]);
    expect(value?.assessment.conditions).toBeUndefined();
  });

  test('a part of the model asks what its objectives depend on; the model that is shipped has no conditions', () => {
    expect(selectModel(model, { categories: ['IAM'] }).conditions?.map(({ id }) => id)).toEqual(['agents']);
    const plan = planWorkbook(issue(installed().model, { tool: 'test' }));
    expect(textsIn(plan, 'Profile')).not.toContain(en.words.profile.conditions);
  });
});

describe('in an answers file', () => {
  const parse = (conditions: unknown) =>
    parseAnswers(JSON.stringify({ schemaVersion: 1, model: { id: 'tiny', version: '1.0' }, conditions }), model);

  test('true and false by id; absent counts as true', () => {
    for (const conditions of [{ agents: false }, { agents: true, training: false }]) {
      const { value, findings } = parse(conditions);
      expect(findings).toEqual([]);
      expect(value && formatAnswers(value, model)).toMatchObject({ conditions });
    }
    expect(formatAnswers(assessmentOf(model, {}), model)).not.toHaveProperty('conditions');
  });

  test('an unknown one is told, and so is what is neither true nor false', () => {
    expect(parse({ agent: false }).findings).toMatchObject([{ code: 'unknown-option', path: 'conditions.agent' }]);
    expect(parse({ agents: 'no' }).findings).toMatchObject([{ code: 'invalid-answers', path: 'conditions.agents' }]);
  });

  test('two parts that answer it differently are a conflict', () => {
    const [yes, no] = [true, false].map((agents) => ({ ...assessmentOf(model, {}), conditions: { agents } }));
    const merged = yes && no && mergeAssessments([yes, no, assessmentOf(model, {})], model);
    expect(merged?.findings).toMatchObject([{ code: 'conflicting-answers', path: 'conditions.agents' }]);
  });
});

describe('in a model', () => {
  test('are described, translated and said in the rules', () => {
    expect(describeModel(model)).toMatchObject({ conditions: [{ id: 'agents' }, { id: 'training' }] });
    expect(describeModel(model).domains[0]?.categories[0]?.objectives[1]).toMatchObject({
      title: 'Agents are listed',
      needs: ['agents'],
    });
    expect(describeModel(installed().model)).not.toHaveProperty('conditions');
    expect(textsOf(model).get('conditions.agents.question')).toBe('Is there agents?');
    expect(textsOf(model).get('GOV-2B.title')).toBe('Agents are listed');
    const rules = printedRules(model, ruleWordsIn('en'), { layout: 2 });
    expect(rules.find(({ name }) => name === 'Conditions hold')?.words).toContain(
      '“Is there agents?” is not answered No',
    );
    expect(printedRules(installed().model, ruleWordsIn('en'), { layout: 2 }).map(({ name }) => name)).not.toContain(
      'Conditions hold',
    );
  });

  test('an objective that depends on an unknown one is a fault, and so are two of one id', () => {
    const load = (conditions: readonly string[]) => {
      const files = tinyFiles(OBJECTIVES, { conditions });
      return loadModel((path) => files.get(path), 'tiny', '1.0').findings.map(({ code, field }) => [code, field]);
    };
    expect(load(['agents'])).toEqual([['model-shape', 'levels.3.objectives.1.needs.1']]);
    expect(load(['agents', 'training', 'agents'])).toEqual([['model-shape', 'conditions.3.id']]);
  });
});
