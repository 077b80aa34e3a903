/** A field of any kind, asked of anything, is one declaration: it is filled in, read, kept as JSON and given back like those that exist. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import type { Assessment } from '../../src/assessment/assessment.js';
import { FEEDBACK_KINDS, FIELDS, NO, REVIEW_CODES, YES, type FieldSet } from '../../src/assessment/fields.js';
import { mergeAssessments } from '../../src/assessment/merge.js';
import { AssessmentBuilder, questionsOf, rowsOf, valueAt, type Question } from '../../src/assessment/paths.js';
import { LAYOUT } from '../../src/edition/edition.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { returnedModel as model } from '../returned.js';

const invented = {
  text: { kind: 'text' },
  day: { kind: 'date' },
  figure: { kind: 'number', min: 0, max: 1000 },
  pick: { kind: 'choice', list: 'feedbackKinds' },
} as const;

const fields: FieldSet = {
  organization: { ...FIELDS.organization, ...invented },
  deployment: { ...FIELDS.deployment, ...invented },
  condition: { ...FIELDS.condition, ...invented },
  category: { ...FIELDS.category, ...invented },
  objective: { ...FIELDS.objective, ...invented },
  feedback: { ...FIELDS.feedback, ...invented },
};
const shelf = new Shelf(modelsOf([model], model), { fields });
// What an assessor is asked is asked as well.
const issued = issue(model, { tool: 'tool', fields, review: true });

/** Something that a field may hold; texts that a cell shows and no program trims. */
function valueFor({ field }: Question): fc.Arbitrary<string | number> {
  switch (field.kind) {
    case 'text':
      return fc
        .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...Array.from('abc ÄÖ&<>"_x')) })
        .map((text) => `.${text}.`);
    case 'date':
      return fc.constantFrom('2026-01-01', '2027-02-28');
    case 'number':
      return field.whole ? fc.integer({ min: 1, max: 5 }) : fc.integer({ min: 1, max: 80 });
    case 'choice': {
      const { list } = field;
      const { industries, sizes, regions } = model.profile;
      const lists = {
        answers: model.answers.map(({ id }) => id),
        yesNo: [YES, NO],
        feedbackKinds: FEEDBACK_KINDS,
        reviews: REVIEW_CODES,
        industries: industries.map(({ id }) => id),
        sizes: sizes.map(({ id }) => id),
        regions: regions.map(({ id }) => id),
      };
      return fc.constantFrom(...lists[list]);
    }
  }
}

const cells = questionsOf(fields).flatMap((asked) => rowsOf(asked.of, model).map((row) => ({ asked, row })));

/** Every input of every row, or a part of them. Remarks are given from the first row on, as they come back. */
const anyAssessment = fc.tuple(...cells.map(({ asked }) => fc.option(valueFor(asked), { freq: 3 }))).map((values) => {
  const builder = new AssessmentBuilder(model);
  const last = Math.max(
    0,
    ...cells.map(({ asked, row }, i) => (asked.of === 'feedback' && values[i] !== null ? Number(row) : 0)),
  );
  cells.forEach(({ asked, row }, i) => {
    const value =
      values[i] ?? (asked.of === 'feedback' && Number(row) <= last && asked.name === 'comment' ? 'filled' : null);
    if (value !== null) builder.put(asked, row, value);
  });
  return builder.finish();
});

const read = (bytes: Uint8Array): Assessment | undefined => readWorkbook(bytes, shelf).value?.assessment;

describe('every declared input of every sheet, and invented ones of every kind', () => {
  test('are all there', () => {
    const inputs = issued.inputs.tables.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
    expect(inputs.map(({ asked, row }) => `${asked.of} ${asked.name} ${row}`).sort()).toEqual(
      cells.map(({ asked, row }) => `${asked.of} ${asked.name} ${row}`).sort(),
    );
  });

  test('stand in an assessment that they were put into', () => {
    for (const { asked, row } of cells) {
      const value = asked.path.is === 'member' ? NO : asked.field.kind === 'number' ? 2 : 'something';
      const builder = new AssessmentBuilder(model);
      builder.put(asked, row, value);
      // A remark that stands alone is the first.
      expect(valueAt(builder.finish(), asked, asked.path.is === 'numbered' ? '1' : row)).toBe(value);
    }
  });

  test('come back from a workbook, a filled template, an answers file and a merge', async () => {
    const fill = await makeFiller(issued);
    await fc.assert(
      fc.asyncProperty(anyAssessment, async (assessment) => {
        expect(read(await writeXlsx(planWorkbook(issued, { assessment })))).toEqual(assessment);
        expect(read(fill(assessment))).toEqual(assessment);
        const json = JSON.stringify(formatAnswers(assessment, model, fields));
        expect(parseAnswers(json, model, fields)).toEqual({ value: assessment, findings: [] });
        expect(mergeAssessments([assessment, { ...assessment, feedback: [] }], model, fields).value).toEqual(
          assessment,
        );
      }),
      { numRuns: 6 },
    );
  });

  test('a value that can’t be read is told with its field, and stands in the annotated copy', async () => {
    const plan = planWorkbook(issued);
    const asked = cells.filter(
      ({ asked: { name }, row }) => name === 'figure' && ['', 'paas', 'GOV', 'GOV-2A', '3'].includes(row),
    );
    const isAsked = (subject: { table: string; row: string; column: string } | undefined): boolean => {
      const input =
        subject &&
        issued.inputs.tables
          .find(({ id }) => id === subject.table)
          ?.rows.get(subject.row)
          ?.get(subject.column);
      return asked.some(
        (each) => input?.asked.of === each.asked.of && input.asked.name === 'figure' && input.row === each.row,
      );
    };
    const spoiled = {
      ...plan,
      sheets: plan.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => (isAsked(cell.subject) ? { ...cell, value: 'many' } : cell)),
      })),
    };
    const { value, findings } = readWorkbook(await writeXlsx(spoiled), shelf);
    expect(findings.map(({ code, field }) => `${code} ${field ?? ''}`)).toEqual(asked.map(() => 'not-a-number figure'));
    const again = value && readWorkbook(await annotateWorkbook(value, findings), shelf);
    expect(again?.findings.map(({ code, subject }) => ({ code, subject }))).toEqual(
      findings.map(({ code, subject }) => ({ code, subject })),
    );
  });
});

describe('a field that a later layout asks for', () => {
  const later: FieldSet = { ...FIELDS, objective: { ...FIELDS.objective, risk: { kind: 'text', since: 2 } } };
  const reader = new Shelf(modelsOf([model], model), { fields: later });

  test('is not expected of earlier workbooks, and read from later ones', async () => {
    for (const layout of [1, 2]) {
      const edition = issue(model, { tool: 'tool', layout, fields: later });
      const builder = new AssessmentBuilder(model);
      const asked = questionsOf(edition.fields).find(({ name }) => name === 'risk');
      expect(asked === undefined).toBe(layout === 1);
      if (asked) builder.put(asked, 'GOV-2A', 'high');
      const { value, findings } = readWorkbook(
        await writeXlsx(planWorkbook(edition, { assessment: builder.finish() })),
        reader,
      );
      expect(findings).toEqual([]);
      expect(value && asked ? valueAt(value.assessment, asked, 'GOV-2A') : 'high').toBe('high');
    }
  });

  test.each<[string, FieldSet]>([
    ['of every objective', { ...FIELDS, objective: { ...FIELDS.objective, risk: { kind: 'text', since: LAYOUT } } }],
    [
      'of the organization',
      { ...FIELDS, organization: { ...FIELDS.organization, country: { kind: 'text', since: LAYOUT } } },
    ],
  ])('%s: a workbook that does not say its layout is read as one that asks what is there', async (_, asks) => {
    for (const layout of [LAYOUT - 1, LAYOUT]) {
      const plan = planWorkbook(issue(model, { tool: 'tool', layout, fields: asks }));
      const sheets = plan.sheets.filter(({ name }) => name !== 'Meta');
      const { value, findings } = readWorkbook(
        await writeXlsx({ ...plan, sheets }),
        new Shelf(modelsOf([model], model), { fields: asks }),
      );
      expect(findings.map(({ code }) => code)).toEqual(['missing-meta']);
      expect(value?.edition.layout).toBe(layout);
    }
  });

  test('is reported where Meta says that the workbook is an earlier one', async () => {
    const edition = issue(model, { tool: 'tool', layout: 2, fields: later });
    const plan = planWorkbook(edition);
    const sheets = plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.flatMap((cell) => {
        if (sheet.name !== 'Meta') return cell;
        // As a program of that time writes it: without the row for the companion.
        if (cell.subject?.row === 'companion') return [];
        return cell.subject?.row === 'format' && cell.subject.column === 'value' ? { ...cell, value: '1' } : cell;
      }),
    }));
    const { value, findings } = readWorkbook(await writeXlsx({ ...plan, sheets }), reader);
    expect(value).toBeUndefined();
    const facts = { about: 'layout', found: '1', expected: ['2'] };
    expect(findings).toMatchObject([{ code: 'contradicting-meta', sheet: 'Meta', facts }]);
  });
});
