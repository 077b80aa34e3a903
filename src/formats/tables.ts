/** The store as flat tables for spreadsheets and analysis: one row an assessment, a category score, an answer, a remark on the model, a finding. */
import { jsonText } from '../diagnostic/json-text.js';
import type { Answer, Feedback, Organization } from '../assessment/assessment.js';
import { FIELDS, type AnswerField, type Field } from '../assessment/fields.js';
import { isLinked, plainValue } from '../assessment/links.js';
import type { Diagnostic } from '../locale/message.js';
import type { State } from '../scoring/rules.js';
import type { CategoryScore, GroupScore } from '../scoring/score.js';
import { csvCell, csvLine, CSV_END, type CellOfTable } from './csv.js';

/** What the tables show of one accepted workbook. */
export interface TableSource {
  readonly sha256: string;
  readonly path: string;
  readonly model: string;
  /** 1 is the newest workbook of its organization and date. */
  readonly version: number;
  readonly organization: Organization;
  readonly scores: {
    readonly selection: readonly string[];
    readonly program: GroupScore;
    readonly categories: readonly CategoryScore[];
    /** The address that it was sent from, if it came in a message. */
    readonly mailedBy?: string;
  };
  readonly states: Readonly<Record<string, State>>;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly feedback: readonly Feedback[];
  readonly diagnostics: readonly Diagnostic[];
}

export type Row = Readonly<Record<string, CellOfTable>>;

/** The fields of an answer, and whether each may lead somewhere: then it has a column for the address. */
const ANSWER_FIELDS = Object.entries<Field>(FIELDS.objective).map(
  ([name, field]) => [name as AnswerField, field.kind === 'text' && field.links === true] as const,
);
const ANSWER_COLUMNS = ANSWER_FIELDS.flatMap(([name, mayLead]) => (mayLead ? [name, linkColumn(name)] : [name]));
/** What the line of an objective without an answer ends with. */
const UNANSWERED = ','.repeat(ANSWER_COLUMNS.length) + CSV_END;

const FINDING_COLUMNS = [
  ...(['severity', 'code', 'affects', 'sheet', 'cell'] as const),
  ...(['objective', 'field', 'found', 'message'] as const),
] as const;

export const TABLES = {
  assessment: [
    'assessment_id',
    'current',
    'organization',
    'unit',
    'scope',
    'industry',
    'size',
    'region',
    'assessor',
    'contact',
    'as_of',
    'selection',
    'maturity',
    'floor',
    'completeness',
    'below_target',
    'applicable',
    'model',
    'path',
    'mailed_by',
  ],
  category_score: [
    'assessment_id',
    'category',
    'level',
    'progress',
    'maturity',
    'potential',
    'completeness',
    'target',
    'gap',
    'weight',
    'applicable',
  ],
  answer: ['assessment_id', 'objective', 'state', ...ANSWER_COLUMNS],
  feedback: ['assessment_id', 'remark', ...Object.keys(FIELDS.feedback)],
  finding: ['assessment_id', ...FINDING_COLUMNS],
} as const;
export type TableName = keyof typeof TABLES;
/** All of them, in the order in which they are written. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
/** Those that are text, and can be printed; `parquet.ts` writes the other one. */
export type TextFormat = 'csv' | 'ndjson';
export const TABLE_FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/**
 * The rows that one assessment gives to a table. Each begins with a named field: an object that begins with a spread gets a
 * shape of its own, which engines let go of late, and there are many rows.
 */
export function rowsOf(each: TableSource, table: TableName): Row[] {
  const id = idOf(each.sha256);
  switch (table) {
    case 'assessment':
      return [{ assessment_id: id, ...assessmentRow(each) }];
    case 'category_score':
      return each.scores.categories.map(({ id: category, ...figures }) => ({
        assessment_id: id,
        category,
        ...figures,
      }));
    case 'answer': {
      const ids = new Set([...Object.keys(each.states), ...Object.keys(each.answers)]);
      return Array.from(ids, (objective) => {
        const row: Record<string, CellOfTable> = { assessment_id: id, objective, state: each.states[objective] ?? '' };
        const answer = each.answers[objective];
        if (answer) addAnswer(row, answer);
        return row;
      });
    }
    case 'feedback':
      return each.feedback.map((remark, i) => ({ assessment_id: id, remark: i + 1, ...remark }));
    case 'finding':
      return each.diagnostics.map((found) => ({
        assessment_id: id,
        ...Object.fromEntries(FINDING_COLUMNS.map((column) => [column, found[column] ?? ''])),
      }));
  }
}

/** How a table is written. */
export interface TableOptions {
  readonly format: TextFormat;
  /** Each line of JSON says of which table it is. */
  readonly named: boolean;
  /** What is written of a row, where that is not all of it. */
  readonly shown?: (row: Row, table: TableName, source: TableSource) => Row;
}

/** A table as text: what it begins with, and what an assessment adds to it. */
export interface TableText {
  readonly head: string;
  /** The lines of one assessment. */
  readonly of: (each: TableSource) => string;
}

/** A table as text, one assessment after the other, so that one of any size goes through little memory. */
export function tableText(table: TableName, { format, named, shown }: TableOptions): TableText {
  const head = format === 'csv' ? csvLine(TABLES[table]) : '';
  if (table === 'answer' && format === 'csv' && !shown) return { head, of: answersAsCsv };
  const lineOf = (row: Row): string =>
    format === 'csv'
      ? csvLine(TABLES[table].map((column) => row[column]))
      : `${jsonText(named ? { table, ...row } : row)}\n`;
  return {
    head,
    of: (each) =>
      rowsOf(each, table)
        .map((row) => lineOf(shown ? shown(row, table, each) : row))
        .join(''),
  };
}

/** The lines of `answer` as `rowsOf` and `csvLine` give them, without a row for each: nearly all of an export is in this table. */
function answersAsCsv({ sha256, states, answers }: TableSource): string {
  const id = csvCell(idOf(sha256));
  const lineOf = (objective: string): string => {
    const answer = answers[objective];
    let line = `${id},${csvCell(objective)},${csvCell(states[objective])}`;
    if (!answer) return line + UNANSWERED;
    for (const [name, mayLead] of ANSWER_FIELDS) {
      const value = answer[name];
      line += `,${value === undefined ? '' : csvCell(plainValue(value))}`;
      if (mayLead) line += `,${isLinked(value) ? csvCell(value.link) : ''}`;
    }
    return line + CSV_END;
  };
  let lines = '';
  for (const objective of Object.keys(states)) lines += lineOf(objective);
  for (const objective of Object.keys(answers)) if (!Object.hasOwn(states, objective)) lines += lineOf(objective);
  return lines;
}

/** What rows are known by: the beginning of the digest. */
const idOf = (sha256: string): string => sha256.slice(0, 16);

/** Adds the cells of an answer to its row. */
function addAnswer(row: Record<string, CellOfTable>, answer: Answer): void {
  for (const [name, value] of Object.entries(answer)) {
    row[name] = plainValue(value);
    if (isLinked(value)) row[linkColumn(name)] = value.link;
  }
}

function linkColumn(name: string): string {
  return `${name}_link`;
}

function assessmentRow({ organization, scores, version, model, path }: TableSource): Row {
  const { program } = scores;
  return {
    current: version === 1 ? 1 : 0,
    organization: organization.name,
    unit: organization.unit,
    scope: organization.scope,
    industry: organization.industry,
    size: organization.size,
    region: organization.region,
    assessor: organization.assessor,
    contact: organization.contact ?? '',
    as_of: organization.asOf,
    selection: scores.selection.join(' '),
    maturity: program.maturity,
    floor: program.floor,
    completeness: program.completeness,
    below_target: program.belowTarget,
    applicable: program.applicable,
    model,
    path,
    mailed_by: scores.mailedBy ?? '',
  };
}
