/** Where the values of fields stand in an assessment, in memory and as JSON. The one place that readers, writers and schemas walk. */
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import type { Assessment, Conflict, FieldValue, TextRecord } from './assessment.js';
import { plainValue } from './links.js';
import {
  FEEDBACK_ROWS,
  FIELDS,
  LONGEST_TEXT,
  NO,
  YES,
  type AnswerCode,
  type AskedOf,
  type Field,
  type FieldSet,
  type Path,
} from './fields.js';

/** A field with its name, what it is asked of, and where its values stand. */
export interface Question {
  readonly of: AskedOf;
  readonly name: string;
  readonly field: Field;
  readonly path: Path;
}

/** Where fields stand for which nothing else is said; in the order of the sections of a file. */
const USUAL: Readonly<Record<AskedOf, Path>> = {
  organization: { is: 'single', section: 'organization' },
  deployment: { is: 'of-row', section: 'deployments' },
  condition: { is: 'flag', section: 'conditions' },
  category: { is: 'of-row', section: 'categories' },
  objective: { is: 'of-row', section: 'answers' },
  feedback: { is: 'numbered', section: 'feedback' },
};

const ASKED_OF = Object.keys(USUAL) as AskedOf[]; // the type asks for each of them, and for no other

/** Everything that is asked, in order. */
export function questionsOf(fields: FieldSet): readonly Question[] {
  return ASKED_OF.flatMap((of) => Object.entries(fields[of]).map(([name, field]) => question(of, name, field)));
}

/** One field as a question. */
export function question(of: AskedOf, name: string, field: Field): Question {
  return { of, name, field, path: field.path ?? USUAL[of] };
}

/** Keys of everything that is asked of, in order: objectives, categories and deployment types by id, remarks by number. */
export function rowsOf(of: AskedOf, model: Model): readonly string[] {
  switch (of) {
    case 'organization':
      return [''];
    case 'deployment':
      return model.deployments.map(({ id }) => id);
    case 'condition':
      return (model.conditions ?? []).map(({ id }) => id);
    case 'category':
      return categoriesOf(model).map(({ id }) => id);
    case 'objective':
      return objectivesOf(model).map(({ id }) => id);
    case 'feedback':
      return Array.from({ length: FEEDBACK_ROWS }, (_, index) => String(index + 1));
  }
}

/** The value of a field for one row; undefined where it is blank. */
export function valueAt(assessment: Assessment, { path, name }: Question, row: string): FieldValue | undefined {
  const held = ((): unknown => {
    switch (path.is) {
      case 'single':
        return fieldOf(assessment[path.section], name);
      case 'of-row': {
        const section = assessment[path.section];
        return fieldOf(section instanceof Map ? section.get(row) : fieldOf(section, row), name);
      }
      case 'by-row':
        return assessment[path.section][row];
      case 'member':
        return assessment[path.section].includes(row) ? YES : NO;
      case 'flag': {
        const holds = assessment[path.section]?.[row];
        return holds === undefined ? undefined : holds ? YES : NO;
      }
      case 'numbered':
        return fieldOf(assessment[path.section][Number(row) - 1], name);
    }
  })() as FieldValue | undefined; // sections hold nothing else
  return held === '' ? undefined : held;
}

function fieldOf(record: unknown, name: string): unknown {
  return (record as Readonly<Record<string, unknown>> | undefined)?.[name];
}

/** Where a field's value stands in the JSON of an assessment, e.g. `answers.GOV-2A.measured`. */
export function pathText({ path, name }: Question, row: string): string {
  switch (path.is) {
    case 'single':
      return `${path.section}.${name}`;
    case 'of-row':
      return `${path.section}.${row}.${name}`;
    case 'by-row':
    case 'flag':
      return `${path.section}.${row}`;
    case 'member':
      return path.section;
    case 'numbered':
      return `${path.section}.${Number(row) - 1}.${name}`;
  }
}

/** What a comment on a field is kept by: its path, and of a deployment type in use the type as well. */
export function commentPath(question: Question, row: string): string {
  return question.path.is === 'member' ? `${question.path.section}.${row}` : pathText(question, row);
}

/** What an organization says of itself where it says nothing. */
const BLANK_ORGANIZATION = blankFields(FIELDS.organization);
const BLANK_REMARK = blankFields(FIELDS.feedback);

function blankFields<F extends Readonly<Record<string, Field>>>(fields: F): TextRecord<F> {
  const first = Object.entries(fields).filter(([, { since }]) => since === undefined);
  return Object.fromEntries(first.map(([name]) => [name, ''])) as TextRecord<F>; // one entry for each that has to be there
}

/** An assessment that says nothing yet: every deployment type is in use. */
export function blankAssessment(model: Model): Assessment {
  return {
    model: { id: model.id, version: model.version },
    organization: BLANK_ORGANIZATION,
    selection: rowsOf('deployment', model),
    targets: {},
    weights: {},
    answers: new Map(),
    feedback: [],
  };
}

/** Puts an assessment together, value by value. Values of one section are put row by row. */
export class AssessmentBuilder {
  readonly #single: Record<string, FieldValue> = {};
  readonly #leftOut = new Set<string>();
  readonly #flags: Record<string, boolean> = {};
  readonly #byRow = { targets: {} as Record<string, number>, weights: {} as Record<string, number> };
  readonly #ofRow = {
    answers: new Map<string, Record<string, FieldValue>>(),
    categories: new Map<string, Record<string, FieldValue>>(),
    deployments: new Map<string, Record<string, FieldValue>>(),
  };
  readonly #numbered = new Map<string, Record<string, FieldValue>>();

  readonly #comments: Record<string, string> = {};
  #conflicts: readonly Conflict[] = [];

  constructor(private readonly model: Model) {}

  /** Keeps a comment on a field; one that is there already goes before it. */
  comment(question: Question, row: string, comment: string): void {
    const path = commentPath(question, row);
    const before = this.#comments[path];
    this.#comments[path] = before === undefined ? comment : `${before}\n\n${comment}`;
  }

  /** Keeps what workbooks differed in that were put together. */
  conflicts(conflicts: readonly Conflict[]): void {
    this.#conflicts = conflicts;
  }

  put({ path, name }: Question, row: string, value: FieldValue): void {
    switch (path.is) {
      case 'single':
        this.#single[name] = value;
        return;
      case 'member':
        if (value === NO) this.#leftOut.add(row);
        return;
      case 'flag':
        this.#flags[row] = value === YES;
        return;
      case 'by-row':
        this.#byRow[path.section][row] = Number(value);
        return;
      case 'of-row':
      case 'numbered': {
        const rows = path.is === 'of-row' ? this.#ofRow[path.section] : this.#numbered;
        const fields = rows.get(row);
        if (fields) fields[name] = value;
        else rows.set(row, { [name]: value });
      }
    }
  }

  /** Puts a reason that stood behind an answer into the notes of its row, before what is there; left out where it is too long. */
  putReason(row: string, reason: string): void {
    const fields = this.#ofRow.answers.get(row) ?? {};
    const before = fields['notes'];
    const notes = before === undefined ? reason : `${reason}\n${String(plainValue(before))}`;
    if (notes.length <= LONGEST_TEXT) this.#ofRow.answers.set(row, { ...fields, notes });
  }

  /** The answer that was put for an objective. */
  answerOf(row: string): AnswerCode | undefined {
    return this.#ofRow.answers.get(row)?.['answer'] as AnswerCode | undefined; // its field holds nothing else
  }

  /** Fields in the order in which they were put; rows without any are left out. */
  finish(): Assessment {
    const { answers, ...others } = this.#ofRow;
    const filled = Object.entries(others).filter(([, rows]) => rows.size > 0);
    return {
      ...blankAssessment(this.model),
      organization: { ...BLANK_ORGANIZATION, ...this.#single },
      selection: rowsOf('deployment', this.model).filter((id) => !this.#leftOut.has(id)),
      ...this.#byRow,
      ...(Object.keys(this.#flags).length > 0 ? { conditions: this.#flags } : {}),
      ...Object.fromEntries(filled.map(([section, rows]) => [section, Object.fromEntries(rows)])),
      answers,
      feedback: [...this.#numbered.values()].map((fields) => ({ ...BLANK_REMARK, ...fields })),
      ...(Object.keys(this.#comments).length > 0 ? { comments: this.#comments } : {}),
      ...(this.#conflicts.length > 0 ? { conflicts: this.#conflicts } : {}),
    };
  }
}
