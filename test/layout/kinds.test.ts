/** Each kind of workbook speaks of what it has and of nothing else: editions, parts, the quick scan, one deployment type, a review. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { exampleAssessment } from '../../src/assessment/example.js';
import { blankAssessment } from '../../src/assessment/paths.js';
import { wholeOf } from '../../src/edition/edition.js';
import { issue, type Issued } from '../../src/layout/shelf.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { PALETTE } from '../../src/layout/look.js';
import { linesOf } from '../../src/layout/measure.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { isMark } from '../../src/workbook/build-mark.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { installed, TOOL, usual } from '../installed.js';

const { model } = usual();
const { model: earlier } = installed('1.0');
const handed = selectModel(model, { categories: ['GOV', 'INF'] });
const LONG = 'Dr. Maximiliane Example-Mustermann, Head of Identity Management and Workforce Access, Region North';

const of = (which: Model): Issued => issue(which, { tool: TOOL });
const KINDS: Readonly<Record<string, Issued>> = {
  'edition 1.1': of(model),
  'edition 1.0': of(earlier),
  'the quick scan': of(selectModel(model, { quick: true })),
  'one deployment type': of(selectModel(model, { deployments: ['api-saas'] })),
  'one deployment type without conditions': of(
    selectModel(model, { deployments: ['api-saas'], categories: ['GOV'], quick: true }),
  ),
  'one category': of(selectModel(model, { categories: ['IAM'] })),
  'a part of somebody': issue(handed, {
    tool: TOOL,
    part: wholeOf(handed),
    handOver: { to: LONG, by: 'owner', of: wholeOf(model) },
  }),
  'a review': issue(model, { tool: TOOL, review: true }),
};

/** Lines from which on texts side by side are hard to tell apart. */
const FULL = 3;
/** Rows above the objectives. */
const HEAD = 3;

/** What the sheets say, but for what the model itself says. */
function saidBy(issued: Issued, sheets: readonly string[]): readonly string[] {
  const ofModel = JSON.stringify(issued.model);
  const plan = planWorkbook(issued, { assessment: blankAssessment(issued.model) });
  return plan.sheets
    .filter(({ name }) => sheets.includes(name))
    .flatMap(({ name, cells }) => (name === 'Control Objectives' ? cells.filter(({ row }) => row <= HEAD) : cells))
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
    .filter((text) => !ofModel.includes(JSON.stringify(text).slice(1, -1)));
}

test('each kind has a mark of its own, except where the texts are the same', () => {
  const marks = Object.values(KINDS).map(
    (issued) =>
      planWorkbook(issued)
        .sheets.flatMap(({ cells }) => cells)
        .find(isMark)?.value,
  );
  expect(new Set(marks).size).toBe(marks.length);
});

describe.each(Object.entries(KINDS))('%s', (_, issued) => {
  const { model: asked, edition } = issued;
  const said = saidBy(issued, ['Introduction', 'Profile', 'Rules', 'Control Objectives']);
  const speaksOf = (what: RegExp): readonly string[] => said.filter((text) => what.test(text));

  test('speaks of conditions where it asks for them, and nowhere else', () => {
    const hasConditions = (asked.conditions ?? []).length > 0;
    expect(speaksOf(/\bconditions?\b|your use of AI|What you do with AI/i).length > 0).toBe(hasConditions);
  });

  test('has the same mark of its build, whatever is answered', () => {
    const markOf = (assessment: Assessment): unknown =>
      planWorkbook(issued, { assessment })
        .sheets.flatMap(({ cells }) => cells)
        .find(isMark)?.value;
    const example = exampleAssessment(asked, { seed: 1, profile: 'typical' }, exampleTexts);
    const mark = markOf(example);
    expect(mark).toMatch(/^[\da-f]{8} [\da-f]{8}$/);
    expect(markOf(blankAssessment(asked))).toBe(mark);
  });

  test('asks to choose among deployment types where there are several', () => {
    const several = asked.deployments.length > 1;
    expect(speaksOf(/Choose the deployment types|Deployment types .*determine|each deployment type/).length > 0).toBe(
      several,
    );
  });

  test('says that a measured value may not be enough where that is so', () => {
    const isSo = objectivesOf(asked).some(({ kpi }) => kpi?.decides === false);
    expect(speaksOf(/measured value alone is not sufficient/).length).toBe(isSo ? 1 : 0);
  });

  test('says which levels a quick scan has', () => {
    const levels = objectivesOf(asked).map(({ level }) => level);
    const [told = ''] = speaksOf(/is the quick scan/);
    expect(told !== '').toBe(edition.part.quick === true);
    if (told !== '') expect(told).toContain(`levels ${Math.min(...levels)} to ${Math.max(...levels)},`);
  });

  test('asks assessors for a review, and the owner of a part for its answers only', () => {
    const isWhole = edition.handOver === undefined && edition.review !== true;
    expect(speaksOf(/Choose a target level|Enter the organization/).length).toBe(isWhole ? 1 : 0);
    expect(speaksOf(/choose an answer or enter a measured value|Begin with the objectives at level 2/).length).toBe(
      edition.review ? 0 : 2,
    );
    expect(speaksOf(/send this workbook back/).length).toBe(edition.handOver ? 1 : 0);
  });

  test('has a line and a gap between texts that fill their cells', () => {
    const { sheets } = planWorkbook(issued, { assessment: blankAssessment(asked) });
    for (const { name, columns, cells } of sheets.filter((sheet) => sheet.visibility === 'visible')) {
      const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
      const touching = cells.filter(({ row, column, value, style }) => {
        const next = at.get(`${row} ${column + 1}`);
        if (typeof value !== 'string' || !style.wrap || typeof next?.value !== 'string' || !next.style.wrap)
          return false;
        if (style.fill === PALETTE.navy) return false; // headings
        const isFull = linesOf(value, columns[column - 1]?.width ?? 0, style) >= FULL;
        const hasLine = next.style.border?.sides.includes('left') === true && (next.style.indent ?? 0) > 0;
        const isParted = hasLine || next.style.fill !== style.fill;
        return isFull && linesOf(next.value, columns[column]?.width ?? 0, next.style) >= FULL && !isParted;
      });
      expect([name, touching.map(({ row, column }) => `${row} ${column}`).slice(0, 5)]).toEqual([name, []]);
    }
  });

  test('has an Introduction of one page', () => {
    const plan = planWorkbook(issued, { assessment: blankAssessment(asked) });
    expect(plan.sheets.find(({ name }) => name === 'Introduction')?.print.onePage).toBe(true);
  });
});
