/** An AI-CAIQ that somebody has filled in: questions with Yes, No or NA, each about one control. Nothing is guessed in silence. */
import { find, type Finding } from '../diagnostic/finding.js';
import { toA1 } from '../grid/address.js';
import type { GridSheet } from '../grid/grid.js';
import { normalize } from '../grid/spelling.js';
import { bodyOf, editionIn, headedTable, type Heads, textsOf } from './import-rows.js';

/** What a question was answered with. */
export type QuestionAnswer = 'yes' | 'no' | 'na';

/** One question with an answer. */
export interface AnsweredQuestion {
  /** `GRC-09.1`. */
  readonly id: string;
  /** The control that it is about, by its id in the AICM: `GRC-09`. */
  readonly control: string;
  readonly answer: QuestionAnswer;
  /** Who owns the control; `''` where nothing is said. */
  readonly owner: string;
  /** How it is implemented, or why it does not apply. */
  readonly text: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A questionnaire as it was read. */
export interface Questionnaire {
  /** `1.1`; undefined where the file does not say it. */
  readonly edition: string | undefined;
  readonly questions: readonly AnsweredQuestion[];
  /** Rows without an answer. */
  readonly unanswered: number;
  readonly findings: readonly Finding[];
}

type Column = 'id' | 'answer' | 'owner' | 'text' | 'control';
const COLUMNS: readonly Column[] = ['id', 'answer', 'owner', 'text', 'control'];
/** The headings without which there is no questionnaire, as people would write them. */
export const NEEDED_QUESTION_HEADINGS = ['Question ID', 'Answer'] as const;

/** Editions word these headings differently, by who provides and who uses the service. */
const HEADINGS: Readonly<Record<Column, RegExp>> = {
  id: /^question id$/,
  answer: /(^|\s)answer$/,
  owner: /\bownership$/,
  text: /\bimplementation description$/,
  control: /^((aicm|ccm) )?control id$/,
};

/** Both spellings of each option, in small letters. */
const ANSWERS: Readonly<Record<string, QuestionAnswer>> = {
  yes: 'yes',
  no: 'no',
  na: 'na',
  'n/a': 'na',
  'not applicable': 'na',
};
const ID = /^([A-Za-z&]{2,4})[- ]?0*(\d{1,2})(?:\.0*(\d{1,2}))?$/;

const HEADS: Heads<Column> = {
  fields: COLUMNS,
  needed: ['id', 'answer'],
  is: (field, words) => HEADINGS[field].test(words),
  isId: (text) => ID.test(text),
};

/** The sheet with the most answers; undefined where no sheet has a table of questions. */
export function readQuestionnaire(sheets: readonly GridSheet[]): Questionnaire | undefined {
  const [best] = sheets
    .flatMap((sheet) => questionsOn(sheet) ?? [])
    .sort((a, b) => b.questions.length + b.unanswered - (a.questions.length + a.unanswered));
  return best;
}

function questionsOn(sheet: GridSheet): Questionnaire | undefined {
  const table = headedTable(sheet, HEADS);
  if (!table) return undefined;
  const { header, columns } = table;
  const textAt = textsOf(sheet);
  const questions: AnsweredQuestion[] = [];
  const findings: Finding[] = [];
  let unanswered = 0;
  for (const { row } of bodyOf(sheet, header)) {
    const at = (column: Column): string => textAt(row, columns.get(column));
    const id = controlId(at('id'));
    // Lines between the questions, such as the name of a domain.
    if (id === undefined) continue;
    const place = (column: Column) => ({ sheet: sheet.name, cell: toA1({ row, column: columns.get(column) ?? 1 }) });
    const typed = at('answer');
    const answer = ANSWERS[normalize(typed)];
    if (typed === '') {
      unanswered += 1;
      continue;
    }
    if (answer === undefined) {
      findings.push(find('question-unread', place('answer'), { found: typed, question: id }));
      continue;
    }
    const [owner, text] = [at('owner'), at('text')];
    if (answer === 'yes' && owner === '') findings.push(find('question-needs-owner', place('owner'), { question: id }));
    if (answer === 'na' && text === '') findings.push(find('question-needs-reason', place('text'), { question: id }));
    const control = controlId(at('control')) ?? id.replace(/\.\d+$/, '');
    questions.push({ id, control, answer, owner, text, ...place('answer') });
  }
  const edition = /\d+\.\d+(\.[1-9]\d*)?/.exec(editionIn(table) ?? '')?.[0];
  return { edition, questions, unanswered, findings };
}

/** `GRC-9.1` and `grc 09.1` are `GRC-09.1`; undefined for what is no id. */
function controlId(text: string): string | undefined {
  const [, code, number, part] = ID.exec(text.trim()) ?? [];
  if (code === undefined || number === undefined) return undefined;
  return `${code.toUpperCase()}-${number.padStart(2, '0')}${part === undefined ? '' : `.${Number(part)}`}`;
}
