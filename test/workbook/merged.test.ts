/** A merged workbook: its conflicts come back as they were written, are refused until decided, and no one is accused. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { openConflicts } from '../../src/assessment/conflicts.js';
import { mergeSources } from '../../src/assessment/merge.js';
import { issue } from '../../src/layout/shelf.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { isMark } from '../../src/workbook/build-mark.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import type { PlannedSheet } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf } from '../assessments.js';
import { shelfOf, TOOL } from '../installed.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }, { level: 3 }], IAM: [{ level: 2 }] });
const shelf = shelfOf(model);
const plan = (assessment: Assessment) => planWorkbook(issue(model, { tool: TOOL }), { assessment });

const one = assessmentOf(model, { answers: { 'GOV-2A': { answer: 'met', owner: 'Ana' } }, targets: { GOV: 3 } });
const other = assessmentOf(model, {
  answers: { 'GOV-2A': { answer: 'not-met', owner: 'Ben' } },
  targets: { GOV: 4 },
  selection: ['paas'],
});
const sources = [
  { file: 'one.xlsx', person: 'Ana', assessment: one, model },
  { file: 'other.xlsx', person: 'Ben', assessment: other, model },
];
const merged = mergeSources(sources, model).value?.assessment ?? one;
const paths = [
  'selection.self-hosted',
  'selection.api-saas',
  'targets.GOV',
  'answers.GOV-2A.answer',
  'answers.GOV-2A.owner',
];

/** What the sheet shows of the rows. */
function statesIn(assessment: Assessment): ReadonlySet<unknown> {
  const cells = plan(assessment).sheets.find(({ name }) => name === 'Conflicts')?.cells ?? [];
  const states = cells.filter(({ subject }) => subject?.column === 'state' && /^\d+$/.test(subject.row));
  return new Set(states.map(({ value }) => value));
}

async function read(assessment: Assessment, change: (sheet: PlannedSheet) => PlannedSheet = (sheet) => sheet) {
  const written = plan(assessment);
  return readWorkbook(await writeXlsx({ ...written, sheets: written.sheets.map(change) }), shelf);
}

test('conflicts are no part of the mark of the build', () => {
  const marks = [one, merged].map(
    (assessment) =>
      plan(assessment)
        .sheets.flatMap(({ cells }) => cells)
        .find(isMark)?.value,
  );
  expect(marks[0]).toBeDefined();
  expect(marks[1]).toBe(marks[0]);
});

describe('conflicts in a workbook', () => {
  test('come back as they were, and are errors at the cells that decide them', async () => {
    const { value, findings } = await read(merged);
    expect(value?.assessment).toEqual(merged);
    expect(openConflicts(merged, model).map(({ conflict }) => conflict.path)).toEqual(paths);
    const told = findings.filter(({ code }) => code === 'conflict-undecided');
    expect(told.map(({ sheet, affects, path }) => [sheet, affects, path])).toEqual([
      ['Control Objectives', 'score', undefined],
      ['Control Objectives', 'record', undefined],
      ['Profile', 'score', undefined],
      ['Profile', 'score', undefined],
      ['Profile', 'score', undefined],
    ]);
    expect(told.every(({ cell, subject }) => cell !== undefined && subject !== undefined)).toBe(true);
    expect(value && auditWorkbook(value)).toEqual([]);
  });

  test('are decided by an entry in the cell; the sheet then shows it', async () => {
    const answers = new Map([['GOV-2A', { answer: 'partly', owner: 'Ana' } as const]]);
    const conflicts = (merged.conflicts ?? []).map(({ open: _, ...each }) => each);
    const decided = { ...merged, answers, targets: { GOV: 3 }, conflicts };
    const { value, findings } = await read(decided);
    expect(findings.filter(({ code }) => code === 'conflict-undecided')).toEqual([]);
    expect(value?.assessment).toEqual(decided);
    expect(statesIn(decided)).toEqual(new Set(['Resolved']));
    expect(statesIn(merged)).toEqual(new Set(['Open']));
  });

  test('whose rows are deleted or changed are told, so that nothing undecided is taken for blank', async () => {
    const isRecord = (sheet: PlannedSheet, change: (text: string) => string | undefined): PlannedSheet => ({
      ...sheet,
      cells: sheet.cells.flatMap((cell) => {
        if (cell.subject?.table !== 'conflicts' || cell.subject.column !== 'record') return cell;
        const value = change(String(cell.value));
        return value === undefined ? [] : { ...cell, value };
      }),
    });
    const gone = await read(merged, (sheet) =>
      isRecord(sheet, (text) => (text.includes('targets.GOV') ? undefined : text)),
    );
    expect(gone.findings).toContainEqual(
      expect.objectContaining({ code: 'conflict-unreadable', affects: 'score', facts: { count: 2 } }),
    );
    const forged = await read(merged, (sheet) => isRecord(sheet, (text) => text.replace('"not-met"', '"splendid"')));
    expect(forged.findings).toContainEqual(
      expect.objectContaining({ code: 'conflict-unreadable', facts: { count: 1 } }),
    );
  });

  test('are in no workbook that was not merged', () => {
    expect(plan(one).sheets.some(({ name }) => name === 'Conflicts')).toBe(false);
  });
});
