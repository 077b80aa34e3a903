/** Reads `ANSWERS.json`: an assessment as a file that programs and people can write. Its shape is made from the fields. */
import { z } from 'zod';
import { append } from '../diagnostic/append.js';
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import { Comparing } from '../diagnostic/distance.js';
import { LIMITS } from '../diagnostic/limits.js';
import { listed } from '../diagnostic/listed.js';
import { parseJson } from '../diagnostic/parse-json.js';
import { hasHalf } from '../diagnostic/half-characters.js';
import { objecting, shapeFaults } from '../diagnostic/shape-problems.js';
import { suggested } from '../diagnostic/suggest.js';
import { objectivesOf, type Model } from '../model/model.js';
import { ANSWERS_SCHEMA_VERSION } from './answers-json.js';
import type { Assessment, FieldValue } from './assessment.js';
import { codesOf } from './codes.js';
import { askedByPath, conflictIn } from './conflicts.js';
import { countValues, MOST_VALUES } from './count-values.js';
import { isDay } from './dates.js';
import {
  FEEDBACK_ROWS,
  FIELDS,
  fieldsOf,
  LONGEST_TEXT,
  NO,
  YES,
  type AskedOf,
  type Field,
  type FieldSet,
  type Path,
} from './fields.js';
import { rangeOf, isWithin } from './limits.js';
import { isLink, isLinked, linkedText, LONGEST_LINK } from './links.js';
import { fieldWith } from './measured.js';
import { AssessmentBuilder, commentPath, pathText, questionsOf, rowsOf, type Question } from './paths.js';
import { keptShare } from './share.js';
import { repeatedKeys } from './repeated-keys.js';

/** Measured in the units that a spreadsheet counts; a JSON Schema counts whole characters, so that its measure is the looser one. */
const text = z
  .string()
  .refine((value) => value.length <= LONGEST_TEXT, objecting({ is: 'longest', most: LONGEST_TEXT }))
  .refine((value) => !hasHalf(value), objecting({ is: 'half-character' }))
  .meta({ maxLength: LONGEST_TEXT });
const day = z
  .string()
  .refine((value) => value === '' || isDay(value), objecting({ is: 'day' }))
  .meta({ anyOf: [{ format: 'date' }, { const: '' }] }); // a JSON Schema can't hold the check itself

/** A text, or one with an address. */
const linked = z.union([
  text,
  z.strictObject({
    text: text.min(1),
    link: z
      .string()
      .max(LONGEST_LINK)
      .refine(isLink, objecting({ is: 'link' })),
  }),
]);

/** Programs that compare it with a state of the score have to know that the words differ. */
const ANSWER = 'What was answered. How it counts is the state in the score: "not-met" has the state "unmet".';

function schemaOf(field: Field, model: Model): z.ZodType {
  switch (field.kind) {
    case 'text':
      return field.links ? linked : text;
    case 'date':
      return day;
    case 'number': {
      const bounded = z.number().min(field.min).max(field.max);
      const open = field.open ? bounded.gt(field.min) : bounded;
      return field.whole ? open.int() : open;
    }
    case 'choice':
      return field.list === 'answers'
        ? z.enum(['', ...codesOf(field.list, model)]).describe(ANSWER)
        : z.enum(['', ...codesOf(field.list, model)]);
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
    case 'flag':
      return z.record(z.string(), z.boolean());
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

/** What a value has to be is looked at by its field. */
/** A conflict as answers files and `merge --json` have it. */
export const conflictSchema = z.strictObject({
  path: text,
  claims: z
    .array(
      z.strictObject({
        value: z.union([text, z.number(), z.strictObject({ text, link: z.string() })]),
        from: z.strictObject({
          file: text,
          person: text.optional(),
          date: text.optional(),
          place: text.optional(),
          evidence: text.optional(),
        }),
      }),
    )
    .min(1)
    .max(LIMITS.records),
  taken: z.strictObject({ by: z.enum(['newest', 'file']), file: text }).optional(),
  open: z.literal(true).optional(),
});

/** Unknown fields of one object that are told one by one. */
const MOST_UNKNOWN = 4;

/** The schema of `ANSWERS.json` for a model: option ids come from it. */
export function answersSchema(model: Model, fields: FieldSet = FIELDS) {
  const sections = [...sectionsOf(fieldsOf(model, fields))].flatMap(([name, questions]) => {
    const [first] = questions;
    return first ? [[name, sectionSchema(first.path, questions, model).optional()] as const] : [];
  });
  return z.strictObject({
    schemaVersion: z.literal(ANSWERS_SCHEMA_VERSION),
    model: z.strictObject({ id: z.string(), version: z.string() }),
    ...Object.fromEntries(sections),
    /** By the path of what they are about. */
    comments: z.record(z.string(), text).optional(),
    /** Where files that were merged differ. */
    conflicts: z
      .array(conflictSchema)
      .max(LIMITS.records)
      .refine(
        (conflicts) => conflicts.reduce((sum, { claims }) => sum + claims.length, 0) <= LIMITS.records,
        objecting({ is: 'too-many-claims', most: LIMITS.records }),
      )
      .optional(),
  });
}

/**
 * Reads `ANSWERS.json`. Whatever is wrong is reported with its path; with any error there is no value.
 * @example
 * ```ts
 * const { value: assessment, findings } = parseAnswers(json, models.usual);
 * ```
 */
export function parseAnswers(json: string, model: Model, fields: FieldSet = FIELDS): Parsed<Assessment> {
  const { value: parsed, findings: unread } = parseJson(json, MOST_VALUES);
  if (!parsed) return { findings: unread };
  const { raw } = parsed;
  const repeated = repeatedKeys(json).map(({ key, firstLine, ...at }) =>
    find('repeated-key', at, { found: key, firstLine }),
  );
  if (repeated.length > 0) return refused(repeated);
  const tooMany = overgrown(raw);
  if (tooMany) return { findings: [tooMany] };
  const schema = answersSchema(model, fields);
  const checked = schema.safeParse(raw, { reportInput: true });
  if (!checked.success) {
    const faults = shapeFaults(checked.error.issues, schema, new Comparing(), MOST_UNKNOWN);
    const shape = faults.map(({ path, problem }) =>
      find('invalid-answers', { path: path.map(String).join('.') }, { problem }),
    );
    return refused([...shape, ...rowsBesides(raw, fields, model)]);
  }
  const file = checked.data as { model: Assessment['model'] } & Readonly<Record<string, unknown>>; // the schema has just said so
  const sections = sectionsOf(fields);
  // Rows are looked for in what was written: a checked copy has lost one that is called `__proto__`.
  const written = raw as Readonly<Record<string, unknown>>;
  const findings = [...unknownModel(file.model, model), ...unknownRows(written, sections, model)];
  if (hasErrors(findings)) return refused(findings);
  const builder = new AssessmentBuilder(model);
  for (const [name, questions] of sections)
    if (file[name] !== undefined) append(findings, putSection(builder, file[name], questions, model));
  const unknown = putComments(builder, written['comments'] ?? {}, questionsOf(fields), model);
  append(findings, [...unknown, ...putConflicts(builder, written['conflicts'], model, fields)]);
  if (hasErrors(findings)) return refused(findings);
  return { value: { ...builder.finish(), model: file.model }, findings };
}

/** The finding for a file with more values than any file of answers: each of them could be wrong, and cost a finding. */
function overgrown(raw: unknown): Finding | undefined {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  const { conflicts, ...answers } = isObject ? (raw as Readonly<Record<string, unknown>>) : { conflicts: raw };
  const counted = [[answers, LIMITS.values] as const, [conflicts, LIMITS.valuesInConflicts] as const];
  const [, most] = counted.find(([values, allowed]) => countValues(values, allowed) > allowed) ?? [];
  return most === undefined ? undefined : find('hostile-file', {}, { fault: 'too-many-values', most });
}

/** No value, and why; what fills pages is told in few words. */
function refused(findings: readonly Finding[]): Parsed<Assessment> {
  return { findings: listed(findings).findings };
}

/** Puts the comments, in the model's order; gives a finding for each that is about nothing that is asked. */
function putComments(
  builder: AssessmentBuilder,
  comments: object,
  questions: readonly Question[],
  model: Model,
): Finding[] {
  const left = new Map<string, string>(Object.entries(comments));
  if (left.size === 0) return [];
  const known: string[] = [];
  for (const each of questions) {
    for (const row of rowsOf(each.of, model)) {
      const path = commentPath(each, row);
      known.push(path);
      const comment = left.get(path);
      if (comment !== undefined && comment !== '') builder.comment(each, row, comment);
      left.delete(path);
    }
  }
  const comparing = new Comparing();
  return [...left.keys()].map((name) =>
    find(
      'invalid-answers',
      { path: `comments.${name}` },
      { problem: { is: 'unknown-field', name, ...suggested(name, known, comparing) } },
    ),
  );
}

/** Keeps the conflicts; gives a finding for each that is about nothing that is asked, or has a value that it can't have. */
function putConflicts(builder: AssessmentBuilder, written: unknown, model: Model, fields: FieldSet): Finding[] {
  if (!Array.isArray(written) || written.length === 0) return [];
  const asked = askedByPath(model, fieldsOf(model, fields));
  const conflicts = written.map((each: unknown) => conflictIn(each, model, asked));
  builder.conflicts(conflicts.flatMap((each) => each ?? []));
  return conflicts.flatMap((each, index) =>
    each ? [] : [find('invalid-answers', { path: `conflicts.${index}` }, { problem: { is: 'conflict' } })],
  );
}

/** Puts what a checked section holds, row by row in the model's order; what no KPI can have measured is reported. */
function putSection(
  builder: AssessmentBuilder,
  section: unknown,
  questions: readonly Question[],
  model: Model,
): Finding[] {
  const [first] = questions;
  if (!first) return [];
  const kpis = first.of === 'objective' ? new Map(objectivesOf(model).map(({ id, kpi }) => [id, kpi])) : undefined;
  return rowsOf(first.of, model).flatMap((row) =>
    questions.flatMap((each) => {
      const value = valueIn(section, each, row);
      if (value === undefined || value === '') return [];
      const field = fieldWith(each.field, kpis?.get(row));
      if (field.kind !== 'number' || typeof value !== 'number') {
        builder.put(each, row, isLinked(value) ? linkedText(value.text, value.link) : value);
        return [];
      }
      if (!isWithin(field, value)) {
        const facts = { found: String(value), range: rangeOf(field) };
        return [find('number-out-of-range', { path: pathText(each, row) }, facts)];
      }
      builder.put(each, row, field.unit === 'percent' ? keptShare(value) : value);
      return [];
    }),
  );
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
    case 'flag': {
      const holds = (section as Readonly<Record<string, boolean | undefined>>)[row];
      return holds === undefined ? undefined : holds ? YES : NO;
    }
    case 'numbered':
      return (section as readonly Values[])[Number(row) - 1]?.[name];
  }
}

function unknownModel(found: Assessment['model'], model: Model): Finding[] {
  if (found.id === model.id && found.version === model.version) return [];
  const expected = [`${model.id} ${model.version}`];
  return [find('unknown-model', { path: 'model' }, { found: `${found.id} ${found.version}`, expected })];
}

/** Unknown rows of a file with other faults, so that all of them can be corrected at once; none of a file for another model. */
function rowsBesides(raw: unknown, fields: FieldSet, model: Model): Finding[] {
  const object = z.record(z.string(), z.unknown());
  const file = object.safeParse(raw).data ?? {};
  const named = object.safeParse(file['model']).data ?? {};
  if (named['id'] !== model.id || named['version'] !== model.version) return [];
  const sections = new Map([...sectionsOf(fields)].filter(([name]) => object.safeParse(file[name]).success));
  return unknownRows(file, sections, model);
}

/** Rows of sections that the model doesn't have. */
function unknownRows(
  file: Readonly<Record<string, unknown>>,
  sections: ReadonlyMap<string, readonly Question[]>,
  model: Model,
): Finding[] {
  const comparing = new Comparing();
  return [...sections].flatMap(([name, [first]]) => {
    if (first?.path.is !== 'by-row' && first?.path.is !== 'of-row' && first?.path.is !== 'flag') return [];
    const known = rowsOf(first.of, model);
    const isKnown = new Set(known);
    return Object.keys(file[name] ?? {})
      .filter((row) => !isKnown.has(row))
      .map((row) => unknownRow(first.of, `${name}.${row}`, row, known, comparing));
  });
}

function unknownRow(of: AskedOf, path: string, found: string, known: readonly string[], comparing: Comparing): Finding {
  const facts = { found, ...suggested(found, known, comparing) };
  if (of === 'objective') return find('unknown-objective', { path }, facts);
  return find(of === 'category' ? 'unknown-category' : 'unknown-option', { path }, { ...facts, expected: known });
}
