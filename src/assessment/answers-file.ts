/** `ANSWERS.json`: an assessment as a file that programs and people can write. */
import { z } from 'zod';
import { diagnose, hasErrors, suggest, type Diagnostic, type Parsed } from '../diagnostic/diagnostic.js';
import { categoriesOf, objectivesOf, type Model } from '../model/schema.js';
import { isDay } from './dates.js';
import {
  ANSWER_CODES,
  ANSWER_FIELDS,
  BLANK_ORGANIZATION,
  CATEGORY_FIELDS,
  FEEDBACK_FIELDS,
  FEEDBACK_KINDS,
  FEEDBACK_ROWS,
  fieldNames,
  LONGEST_TEXT,
  ORGANIZATION_FIELDS,
  type Answer,
  type Assessment,
  type Feedback,
  type Field,
  type Organization,
} from './fields.js';

export const ANSWERS_SCHEMA_VERSION = 1;

const text = z.string().max(LONGEST_TEXT, `expected at most ${LONGEST_TEXT} characters, as a cell holds`);
const day = z
  .string()
  .refine((value) => value === '' || isDay(value), {
    error: 'expected a day from the year 2000 on, such as 2026-11-30, or nothing',
  })
  .meta({ anyOf: [{ format: 'date' }, { const: '' }] }); // a JSON Schema can't hold the check itself
const numberOf = (field: Field & { kind: 'number' }): z.ZodType<number> => {
  const bounded = z.number().min(field.min).max(field.max);
  const open = field.open ? bounded.gt(field.min) : bounded;
  return field.whole ? open.int() : open;
};

const schemaOf = (field: Field, ids: (list: string) => readonly string[]): z.ZodType => {
  switch (field.kind) {
    case 'text':
      return text;
    case 'date':
      return day;
    case 'number':
      return numberOf(field);
    case 'choice': {
      const options = ids(field.list);
      return z.enum(['', ...options], {
        error: `expected one of ${options.join(', ')}, or nothing`,
      });
    }
  }
};

const objectOf = (fields: Record<string, Field>, ids: (list: string) => readonly string[]): z.ZodType =>
  z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, schemaOf(f, ids).optional()])));

/** The schema of `ANSWERS.json` for a model: option ids come from it. */
export function answersSchema(model: Model) {
  const ids = (list: string): readonly string[] =>
    ({
      answers: ANSWER_CODES,
      feedbackKinds: FEEDBACK_KINDS,
      industries: model.profile.industries.map(({ id }) => id),
      sizes: model.profile.sizes.map(({ id }) => id),
      regions: model.profile.regions.map(({ id }) => id),
    })[list] ?? [];
  return z.strictObject({
    schemaVersion: z.literal(ANSWERS_SCHEMA_VERSION),
    model: z.strictObject({ id: z.string(), version: z.string() }),
    organization: objectOf(ORGANIZATION_FIELDS, ids).optional(),
    selection: z.array(z.enum(model.deployments.map(({ id }) => id))).optional(),
    targets: z.record(z.string(), numberOf(CATEGORY_FIELDS.target)).optional(),
    weights: z.record(z.string(), numberOf(CATEGORY_FIELDS.weight)).optional(),
    answers: z.record(z.string(), objectOf(ANSWER_FIELDS, ids)).optional(),
    feedback: z.array(objectOf(FEEDBACK_FIELDS, ids)).max(FEEDBACK_ROWS).optional(),
  });
}

/** Reads `ANSWERS.json`. Whatever is wrong is reported with its path; with any error there is no value. */
export function parseAnswers(json: string, model: Model): Parsed<Assessment> {
  let raw: unknown;
  try {
    raw = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { diagnostics: [diagnose('invalid-json', {}, { detail: error instanceof Error ? error.message : '' })] };
  }
  const checked = answersSchema(model).safeParse(raw);
  if (!checked.success) {
    return {
      diagnostics: checked.error.issues.map((issue) =>
        diagnose('invalid-answers', { path: issue.path.map(String).join('.') }, { detail: issue.message }),
      ),
    };
  }
  const file = checked.data;
  const diagnostics = [...unknownModel(file.model, model), ...unknownIds(file, model)];
  if (hasErrors(diagnostics)) return { diagnostics };
  const selected = file.selection;
  return {
    value: {
      model: file.model,
      organization: { ...BLANK_ORGANIZATION, ...(file.organization as Partial<Organization> | undefined) },
      selection: model.deployments.map(({ id }) => id).filter((id) => !selected || selected.includes(id)),
      targets: file.targets ?? {},
      weights: file.weights ?? {},
      answers: new Map(
        objectivesOf(model).flatMap(({ id }) => {
          const answer = withoutBlanks((file.answers?.[id] ?? {}) as Answer);
          return Object.keys(answer).length > 0 ? [[id, answer] as const] : [];
        }),
      ),
      feedback: ((file.feedback ?? []) as Partial<Feedback>[]).map((remark) => ({
        objective: '',
        kind: '',
        comment: '',
        ...remark,
      })),
    },
    diagnostics,
  };
}

/** The inverse of `parseAnswers`: objects in the model's order, blanks left out of answers. */
export function formatAnswers(assessment: Assessment, model: Model): Record<string, unknown> {
  const inOrder = (values: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(
      categoriesOf(model).flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]] as const])),
    );
  return {
    schemaVersion: ANSWERS_SCHEMA_VERSION,
    model: assessment.model,
    organization: assessment.organization,
    selection: assessment.selection,
    targets: inOrder(assessment.targets),
    weights: inOrder(assessment.weights),
    answers: Object.fromEntries(
      objectivesOf(model).flatMap(({ id }) => {
        const answer = assessment.answers.get(id);
        return answer ? [[id, inFieldOrder(answer)] as const] : [];
      }),
    ),
    ...(assessment.feedback.length > 0 ? { feedback: assessment.feedback } : {}),
  };
}

/** An answer without fields that say nothing; a fully blank one becomes `{}`. */
export function withoutBlanks(answer: Answer): Answer {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined && value !== ''));
}

function inFieldOrder(answer: Answer): Answer {
  return Object.fromEntries(
    fieldNames(ANSWER_FIELDS).flatMap((field) =>
      answer[field] === undefined ? [] : [[field, answer[field]] as const],
    ),
  );
}

function unknownModel(found: Assessment['model'], model: Model): Diagnostic[] {
  if (found.id === model.id && found.version === model.version) return [];
  return [
    diagnose(
      'unknown-model',
      { path: 'model' },
      { found: `${found.id} ${found.version}`, expected: [`${model.id} ${model.version}`] },
    ),
  ];
}

function unknownIds(file: z.infer<ReturnType<typeof answersSchema>>, model: Model): Diagnostic[] {
  const categories = categoriesOf(model).map(({ id }) => id);
  const objectives = objectivesOf(model).map(({ id }) => id);
  const unknown = (
    section: 'targets' | 'weights' | 'answers',
    code: 'unknown-category' | 'unknown-objective',
    known: readonly string[],
  ): Diagnostic[] =>
    Object.keys(file[section] ?? {})
      .filter((id) => !known.includes(id))
      .map((id) => {
        const suggestion = suggest(id, known);
        const expected = code === 'unknown-category' ? { expected: known } : {};
        return diagnose(
          code,
          { path: `${section}.${id}` },
          { found: id, ...expected, ...(suggestion ? { suggestion } : {}) },
        );
      });
  return [
    ...unknown('targets', 'unknown-category', categories),
    ...unknown('weights', 'unknown-category', categories),
    ...unknown('answers', 'unknown-objective', objectives),
  ];
}
