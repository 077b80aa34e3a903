/** An assessment as the JSON of `ANSWERS.json`: objects in the model's order, blanks left out of answers. */
import type { Model } from '../model/model.js';
import type { Assessment, FieldValue, FieldValues } from './assessment.js';
import { FIELDS, type FieldSet, type Path } from './fields.js';
import { questionsOf, rowsOf, valueAt, type Question } from './paths.js';

export const ANSWERS_SCHEMA_VERSION = 1;

/** The inverse of `parseAnswers`. */
export function formatAnswers(
  assessment: Assessment,
  model: Model,
  fields: FieldSet = FIELDS,
): Record<string, unknown> {
  const questions = questionsOf(fields);
  const sections: Record<string, unknown> = {};
  for (const each of questions) {
    const { path } = each;
    if (path.section in sections) continue;
    const mine = questions.filter((other) => other.path.section === path.section);
    const section = sectionOf(assessment, model, path, mine);
    if (section !== undefined) sections[path.section] = section;
  }
  const comments = assessment.comments ? { comments: assessment.comments } : {};
  const conflicts = assessment.conflicts ? { conflicts: assessment.conflicts } : {};
  return { schemaVersion: ANSWERS_SCHEMA_VERSION, model: assessment.model, ...sections, ...comments, ...conflicts };
}

/** What one section holds; undefined where nothing has to be said of it. */
function sectionOf(assessment: Assessment, model: Model, path: Path, questions: readonly Question[]): unknown {
  const [first] = questions;
  if (!first) return undefined;
  const rows = rowsOf(first.of, model);
  switch (path.is) {
    case 'single':
      return Object.fromEntries(questions.flatMap((each) => entryOf(each, valueAt(assessment, each, ''))));
    case 'member':
      return assessment[path.section];
    case 'flag':
      return assessment[path.section];
    case 'by-row':
      return Object.fromEntries(
        rows.flatMap((row) => {
          const value = valueAt(assessment, first, row);
          return value === undefined ? [] : [[row, value] as const];
        }),
      );
    case 'of-row': {
      const given = rows.flatMap((row) => {
        const values = valuesOf(assessment, questions, row);
        return Object.keys(values).length > 0 ? [[row, values] as const] : [];
      });
      return given.length === 0 && assessment[path.section] === undefined ? undefined : Object.fromEntries(given);
    }
    case 'numbered': {
      const remarks = assessment[path.section];
      if (remarks.length === 0) return undefined;
      return remarks.map((_, index) =>
        Object.fromEntries(questions.flatMap((each) => entryOf(each, valueAt(assessment, each, String(index + 1))))),
      );
    }
  }
}

/** A blank text of the first layout stands as an empty one in records; there is no blank number. */
function entryOf({ name, field }: Question, value: FieldValue | undefined): [string, FieldValue][] {
  if (value !== undefined) return [[name, value]];
  return field.kind === 'number' || field.since !== undefined ? [] : [[name, '']];
}

function valuesOf(assessment: Assessment, questions: readonly Question[], row: string): FieldValues {
  return Object.fromEntries(
    questions.flatMap((each) => {
      const value = valueAt(assessment, each, row);
      return value === undefined ? [] : [[each.name, value] as const];
    }),
  );
}
