/** Reads `ANSWERS.json`: an assessment as a file that programs and people can write. Its shape is made from the fields. */
import { z } from 'zod';
import type { ShapeProblem } from '../diagnostic/catalogue.js';
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import { hasHalf } from '../diagnostic/half-characters.js';
import { suggested } from '../diagnostic/suggest.js';
import type { Model } from '../model/model.js';
import { ANSWERS_SCHEMA_VERSION } from './answers-json.js';
import type { Assessment, FieldValue } from './assessment.js';
import { isDay } from './dates.js';
import {
  ANSWER_CODES,
  FEEDBACK_KINDS,
  FEEDBACK_ROWS,
  FIELDS,
  LONGEST_TEXT,
  NO,
  YES,
  type AskedOf,
  type ChoiceList,
  type Field,
  type FieldSet,
  type Path,
} from './fields.js';
import { AssessmentBuilder, questionsOf, rowsOf, type Question } from './paths.js';
import { repeatedKeys } from './repeated-keys.js';

/** What is wrong with a text; the words for it are a language's. */
const [TOO_LONG, HALF] = ['too-long', 'half'];
/** Measured in the units that a spreadsheet counts; a JSON Schema counts whole characters, so that its measure is the looser one. */
const text = z
  .string()
  .refine((value) => value.length <= LONGEST_TEXT, { error: TOO_LONG })
  .refine((value) => !hasHalf(value), { error: HALF })
  .meta({ maxLength: LONGEST_TEXT });
/** What `isDay` refuses; the words for it are a language's. */
const NO_DAY = 'day';
const day = z
  .string()
  .refine((value) => value === '' || isDay(value), { error: NO_DAY })
  .meta({ anyOf: [{ format: 'date' }, { const: '' }] }); // a JSON Schema can't hold the check itself

/** Codes of the options of a list. */
function codesOf(list: ChoiceList, { profile }: Model): readonly string[] {
  const lists: Record<ChoiceList, readonly string[]> = {
    answers: ANSWER_CODES,
    feedbackKinds: FEEDBACK_KINDS,
    industries: profile.industries.map(({ id }) => id),
    sizes: profile.sizes.map(({ id }) => id),
    regions: profile.regions.map(({ id }) => id),
    yesNo: [YES, NO],
  };
  return lists[list];
}

function schemaOf(field: Field, model: Model): z.ZodType {
  switch (field.kind) {
    case 'text':
      return text;
    case 'date':
      return day;
    case 'number': {
      const bounded = z.number().min(field.min).max(field.max);
      const open = field.open ? bounded.gt(field.min) : bounded;
      return field.whole ? open.int() : open;
    }
    case 'choice':
      return z.enum(['', ...codesOf(field.list, model)]);
  }
}

/** The schema of a section, from the fields that it holds. */
function sectionSchema(path: Path, questions: readonly Question[], model: Model): z.ZodType {
  const [first] = questions;
  const schema = (each: Question): z.ZodType => schemaOf(each.field, model);
  const record = z.strictObject(Object.fromEntries(questions.map((each) => [each.name, schema(each).optional()])));
  switch (path.is) {
    case 'single':
      return record;
    case 'member':
      return z.array(z.enum(first ? rowsOf(first.of, model) : []));
    case 'by-row':
      return z.record(z.string(), first ? schema(first) : z.never());
    case 'of-row':
      return z.record(z.string(), record);
    case 'numbered':
      return z.array(record).max(FEEDBACK_ROWS);
  }
}

/** Fields by the section of the file that holds them, in the order of the sections. */
function sectionsOf(fields: FieldSet): Map<string, Question[]> {
  const sections = new Map<string, Question[]>();
  for (const each of questionsOf(fields)) {
    const { section } = each.path;
    sections.set(section, [...(sections.get(section) ?? []), each]);
  }
  return sections;
}

/** The schema of `ANSWERS.json` for a model: option ids come from it. */
export function answersSchema(model: Model, fields: FieldSet = FIELDS) {
  const sections = [...sectionsOf(fields)].flatMap(([name, questions]) => {
    const [first] = questions;
    return first ? [[name, sectionSchema(first.path, questions, model).optional()] as const] : [];
  });
  return z.strictObject({
    schemaVersion: z.literal(ANSWERS_SCHEMA_VERSION),
    model: z.strictObject({ id: z.string(), version: z.string() }),
    ...Object.fromEntries(sections),
  });
}

/** Reads `ANSWERS.json`. Whatever is wrong is reported with its path; with any error there is no value. */
export function parseAnswers(json: string, model: Model, fields: FieldSet = FIELDS): Parsed<Assessment> {
  const plain = json.replace(/^\uFEFF/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(plain);
  } catch (error) {
    return { findings: [find('invalid-json', {}, { detail: error instanceof Error ? error.message : '' })] };
  }
  const repeated = repeatedKeys(plain).map(({ key, firstLine, ...at }) =>
    find('repeated-key', at, { found: key, firstLine }),
  );
  if (repeated.length > 0) return { findings: repeated };
  const checked = answersSchema(model, fields).safeParse(raw);
  if (!checked.success) {
    return {
      findings: checked.error.issues.map((issue) =>
        find('invalid-answers', { path: issue.path.map(String).join('.') }, { problem: problemOf(issue) }),
      ),
    };
  }
  const file = checked.data as { model: Assessment['model'] } & Readonly<Record<string, unknown>>; // the schema has just said so
  const sections = sectionsOf(fields);
  // Rows are looked for in what was written: a checked copy has lost one that is called `__proto__`.
  const written = raw as Readonly<Record<string, unknown>>;
  const findings = [...unknownModel(file.model, model), ...unknownRows(written, sections, model)];
  if (hasErrors(findings)) return { findings };
  const builder = new AssessmentBuilder(model);
  for (const [name, questions] of sections)
    if (file[name] !== undefined) putSection(builder, file[name], questions, model);
  return { value: { ...builder.finish(), model: file.model }, findings };
}

/** Puts what a checked section holds, row by row in the model's order. */
function putSection(builder: AssessmentBuilder, section: unknown, questions: readonly Question[], model: Model): void {
  const [first] = questions;
  if (!first) return;
  for (const row of rowsOf(first.of, model)) {
    for (const each of questions) {
      const value = valueIn(section, each, row);
      if (value !== undefined && value !== '') builder.put(each, row, value);
    }
  }
}

function valueIn(section: unknown, { path, name }: Question, row: string): FieldValue | undefined {
  type Values = Readonly<Record<string, FieldValue | undefined>>;
  // The schema has said which of these shapes it is.
  switch (path.is) {
    case 'single':
      return (section as Values)[name];
    case 'of-row':
      return (section as Readonly<Record<string, Values | undefined>>)[row]?.[name];
    case 'by-row':
      return (section as Values)[row];
    case 'member':
      return (section as readonly string[]).includes(row) ? YES : NO;
    case 'numbered':
      return (section as readonly Values[])[Number(row) - 1]?.[name];
  }
}

function problemOf(issue: z.core.$ZodIssue): ShapeProblem {
  if (issue.code === 'custom' && issue.message === NO_DAY) return { is: 'day' };
  if (issue.code === 'custom' && issue.message === TOO_LONG) return { is: 'longest', most: LONGEST_TEXT };
  if (issue.code === 'custom' && issue.message === HALF) return { is: 'half-character' };
  if (issue.code === 'invalid_value' && issue.values.includes(''))
    return { is: 'options', options: issue.values.slice(1).map(String) };
  return { is: 'other', text: issue.message };
}

function unknownModel(found: Assessment['model'], model: Model): Finding[] {
  if (found.id === model.id && found.version === model.version) return [];
  const expected = [`${model.id} ${model.version}`];
  return [find('unknown-model', { path: 'model' }, { found: `${found.id} ${found.version}`, expected })];
}

/** Rows of sections that the model doesn't have. */
function unknownRows(
  file: Readonly<Record<string, unknown>>,
  sections: ReadonlyMap<string, readonly Question[]>,
  model: Model,
): Finding[] {
  return [...sections].flatMap(([name, [first]]) => {
    if (first?.path.is !== 'by-row' && first?.path.is !== 'of-row') return [];
    const known = rowsOf(first.of, model);
    return Object.keys(file[name] ?? {})
      .filter((row) => !known.includes(row))
      .map((row) => unknownRow(first.of, `${name}.${row}`, row, known));
  });
}

function unknownRow(of: AskedOf, path: string, found: string, known: readonly string[]): Finding {
  const facts = { found, ...suggested(found, known) };
  if (of === 'objective') return find('unknown-objective', { path }, facts);
  return find(of === 'category' ? 'unknown-category' : 'unknown-option', { path }, { ...facts, expected: known });
}
