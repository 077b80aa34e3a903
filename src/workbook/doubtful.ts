/** Answers that were read and may be those of another place: in a copy they stand so that a person has to settle them. */
import { plainValue } from '../assessment/links.js';
import { valueAt } from '../assessment/paths.js';
import { unsettled } from '../assessment/unsettled.js';
import { spoilsScore, type Finding, type Subject } from '../diagnostic/finding.js';
import type { Input, InputTable } from '../layout/inputs.js';
import type { ReadWorkbook } from './read.js';

/** An input that an error casts doubt on. */
export interface Doubtful {
  readonly subject: Subject;
  readonly input: Input;
}

/**
 * The inputs that errors of the score are about: the cell itself, the answer of a row, or a column from end to end. A text is
 * welcome whatever it says, so that none can wait to be settled.
 */
export function doubtfulInputs(tables: readonly InputTable[], findings: readonly Finding[]): Doubtful[] {
  const wrong = findings.filter(spoilsScore);
  return tables.flatMap((table) =>
    [...table.rows].flatMap(([row, inputs]) =>
      [...inputs].flatMap(([column, input]) => {
        const subject = { table: table.id, row, column };
        const { field } = input.asked;
        const isAsked = field.kind !== 'text' && field.affects === 'score';
        return isAsked && wrong.some((each) => isAbout(each, subject, input, table)) ? [{ subject, input }] : [];
      }),
    ),
  );
}

function isAbout(
  { subject, objective, field, sheet }: Finding,
  { table: id, row, column }: Subject,
  { asked }: Input,
  table: InputTable,
): boolean {
  if (subject) return subject.table === id && subject.row === row && subject.column === column;
  const isField = field === column || field === asked.name;
  if (objective !== undefined)
    return table.of === 'objective' && objective === row && (field === undefined ? asked.name === 'answer' : isField);
  return field !== undefined && isField && (sheet === undefined || sheet === table.sheet);
}

/** What is to stand in the cell of a doubtful input. */
export function asUnsettled({ asked, row }: Input, { issued, assessment }: ReadWorkbook): string {
  const value = valueAt(assessment, asked, row);
  if (value === undefined) return unsettled('');
  const { field } = asked;
  const plain = String(plainValue(value));
  return unsettled(field.kind === 'choice' ? issued.choices(field.list).labelOf(plain) : plain);
}
