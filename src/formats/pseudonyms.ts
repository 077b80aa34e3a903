/** Tables without names: who is meant has a pseudonym, what anybody may have typed is left out. What is not named here is not let through. */
import { FIELDS, type Field } from '../assessment/fields.js';
import { LANGUAGES } from '../locale/languages.js';
import type { CellOfTable } from './csv.js';
import type { Row, TableName, TableSource } from './tables.js';

/** What a pseudonym stands for. */
export type PseudonymFor = 'assessment' | 'organization' | 'unit' | 'person' | 'file';

/** A name without the name: the same one for the same parts, and not to be led back without its secret. */
export type Pseudonym = (of: PseudonymFor, ...parts: readonly string[]) => string;

/** Stands where there was a text, so that what was given is told from what was blank. */
export const LEFT_OUT = '(left out)';

/** What becomes of a text that is not blank. */
type Treatment = (text: string, source: TableSource, pseudonym: Pseudonym) => string;

const kept: Treatment = (text) => text;
const leftOut: Treatment = () => LEFT_OUT;
const named =
  (of: PseudonymFor): Treatment =>
  (text, _, pseudonym) =>
    pseudonym(of, text);
/** Units of two organizations may have one name, and it says little whose they are: IT is found everywhere. */
const unit: Treatment = (text, { organization }, pseudonym) => pseudonym('unit', organization.name, text);
const onlyIf =
  (isOurs: (text: string, source: TableSource) => boolean): Treatment =>
  (text, source) =>
    isOurs(text, source) ? text : LEFT_OUT;

/** Sheets may have been given any name, and people type any objective. */
const SHEETS = new Set(Object.values(LANGUAGES).flatMap(({ words }) => Object.values(words.sheets)));
const ourSheet = onlyIf((text) => SHEETS.has(text));
const FIELD_NAMES = new Set(Object.values(FIELDS).flatMap((fields) => Object.keys(fields)));
const ourField = onlyIf((text) => FIELD_NAMES.has(text));
const ourObjective = onlyIf((text, { states }) => Object.hasOwn(states, text));

const assessment = named('assessment');
const FEEDBACK: Readonly<Record<string, Treatment>> = { ...letThrough(FIELDS.feedback), objective: ourObjective };
const ANSWER: Readonly<Record<string, Treatment>> = { ...letThrough(FIELDS.objective), owner: named('person') };

/** By table and column. Numbers are figures, and stay; all other texts are left out. */
const TREATMENTS: Readonly<Record<TableName, Readonly<Record<string, Treatment>>>> = {
  assessment: {
    ...letThrough(FIELDS.organization),
    assessment_id: assessment,
    organization: named('organization'),
    unit,
    assessor: named('person'),
    contact: named('person'),
    as_of: kept,
    selection: kept,
    model: kept,
    path: named('file'),
    mailed_by: named('person'),
  },
  category_score: { assessment_id: assessment, category: kept },
  answer: { ...ANSWER, assessment_id: assessment, objective: kept, state: kept },
  feedback: { ...FEEDBACK, assessment_id: assessment },
  finding: {
    ...{ assessment_id: assessment, severity: kept, code: kept, affects: kept, cell: kept },
    ...{ sheet: ourSheet, objective: ourObjective, field: ourField },
  },
};

/** A row of a table without names and without texts that anybody may have typed. */
export function withoutNames(row: Row, table: TableName, source: TableSource, pseudonym: Pseudonym): Row {
  const treated = (column: string, value: CellOfTable): CellOfTable => {
    if (typeof value !== 'string' || value === '') return value;
    // A digest in full: the first letters of one are found in other tables.
    const text = column === 'assessment_id' ? source.sha256 : value;
    return (TREATMENTS[table][column] ?? leftOut)(text, source, pseudonym);
  };
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, treated(column, value)]));
}

/** The fields that are no texts: an option from a list, a number and a day are as they were. */
function letThrough(fields: Readonly<Record<string, Field>>): Readonly<Record<string, Treatment>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'text' ? [] : [[name, kept] as const])),
  );
}
