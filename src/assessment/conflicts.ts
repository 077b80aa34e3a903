/** Where workbooks that were put together differ: which of it is decided, and how a record of it is read. */
import { objectivesOf, type Model } from '../model/model.js';
import type { Assessment, Claim, Conflict, FieldValue, Origin } from './assessment.js';
import { codesOf } from './codes.js';
import { isDay } from './dates.js';
import { FIELDS, LONGEST_TEXT, type Field, type FieldSet } from './fields.js';
import { isWithin } from './limits.js';
import { isLink, isSameValue, linkedText } from './links.js';
import { fieldWith } from './measured.js';
import { commentPath, questionsOf, rowsOf, valueAt, type Question } from './paths.js';

/** Something that is asked, of one row. */
export interface AskedRow {
  readonly asked: Question;
  readonly row: string;
}

/** Everything that may be in conflict, by its path. Remarks on the model are not: all of them are kept. */
export function askedByPath(model: Model, fields: FieldSet = FIELDS): ReadonlyMap<string, AskedRow> {
  return new Map(
    questionsOf(fields)
      .filter(({ path }) => path.is !== 'numbered')
      .flatMap((asked) => rowsOf(asked.of, model).map((row) => [commentPath(asked, row), { asked, row }] as const)),
  );
}

/** A conflict that no one has decided, and what it is about. */
export interface OpenConflict extends AskedRow {
  readonly conflict: Conflict;
}

/** What is not decided: there is no value, or of a deployment type nothing is said. */
export function openConflicts(
  assessment: Assessment,
  model: Model,
  fields: FieldSet = FIELDS,
): readonly OpenConflict[] {
  const { conflicts = [] } = assessment;
  if (conflicts.length === 0) return [];
  const all = askedByPath(model, fields);
  return conflicts.flatMap((conflict) => {
    const about = all.get(conflict.path);
    return about && isOpen(conflict, about, assessment) ? [{ conflict, ...about }] : [];
  });
}

/** True where no one has decided. */
export function isOpen(conflict: Conflict, { asked, row }: AskedRow, assessment: Assessment): boolean {
  return asked.path.is === 'member' ? conflict.open === true : valueAt(assessment, asked, row) === undefined;
}

/** True for a deployment type of which nothing is said, since the workbooks differ. */
export function isLeftOpen({ conflicts = [] }: Assessment, path: string): boolean {
  return conflicts.some((each) => each.open === true && each.path === path);
}

/** The assessment with those conflicts of another one that are about what a model asks. */
export function conflictsIn(
  assessment: Assessment,
  { conflicts = [] }: Assessment,
  model: Model,
  fields: FieldSet = FIELDS,
): Assessment {
  if (conflicts.length === 0) return assessment;
  const all = askedByPath(model, fields);
  const kept = conflicts.filter(({ path }) => all.has(path));
  const { conflicts: _, ...others } = assessment;
  return kept.length === 0 ? others : { ...others, conflicts: kept };
}

/** Claims in the order of their files, each once. */
export function orderedClaims(claims: readonly Claim[]): readonly Claim[] {
  const byText = new Map(claims.map((each) => [claimText(each), each]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function claimText({ value, from: { file, person = '', date = '', place = '', evidence = '' } }: Claim): string {
  return JSON.stringify([
    file,
    place,
    typeof value === 'object' ? [value.text, value.link] : value,
    person,
    date,
    evidence,
  ]);
}

/** One claim as a record that programs read: each has a row on the sheet Conflicts. */
export interface ClaimRecord extends Claim {
  readonly path: string;
  readonly taken?: Conflict['taken'];
}

/** Conflicts as one record for each claim. */
export function recordsOf(conflicts: readonly Conflict[]): readonly ClaimRecord[] {
  return conflicts.flatMap(({ path, claims, taken }) =>
    claims.map(({ value, from }) => ({ path, value, from, ...(taken === undefined ? {} : { taken }) })),
  );
}

/** The inverse; records of one path stand together or apart. */
export function conflictsOf(records: readonly ClaimRecord[]): readonly Conflict[] {
  const byPath = new Map<string, { readonly claims: Claim[]; taken: Conflict['taken'] }>();
  for (const { path, value, from, taken } of records) {
    const before = byPath.get(path) ?? { claims: [], taken };
    before.claims.push({ value, from });
    before.taken = taken;
    byPath.set(path, before);
  }
  return [...byPath].map(([path, { claims, taken }]) => ({ path, claims, ...(taken === undefined ? {} : { taken }) }));
}

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;

/** A record as it was written; undefined where it is anything else, or about nothing that is asked. */
export function claimRecordIn(
  raw: unknown,
  model: Model,
  asked: ReadonlyMap<string, AskedRow>,
): ClaimRecord | undefined {
  if (!isRecord(raw) || !isText(raw['path'])) return undefined;
  const about = asked.get(raw['path']);
  const value = about && valueIn(raw['value'], fieldOf(about, model), model);
  const from = originIn(raw['from']);
  const taken = takenIn(raw['taken']);
  if (value === undefined || !from || taken === false) return undefined;
  return { path: raw['path'], value, from, ...(taken === undefined ? {} : { taken }) };
}

/** A conflict as JSON holds it. */
export function conflictIn(raw: unknown, model: Model, asked: ReadonlyMap<string, AskedRow>): Conflict | undefined {
  if (!isRecord(raw) || !Array.isArray(raw['claims'])) return undefined;
  const { path, claims, taken } = raw;
  const records = claims.map((claim: unknown) =>
    isRecord(claim) ? claimRecordIn({ ...claim, path, taken }, model, asked) : undefined,
  );
  const sound = records.flatMap((each) => each ?? []);
  const [conflict] = conflictsOf(sound);
  if (!conflict || sound.length !== claims.length) return undefined;
  return { ...conflict, ...(raw['open'] === true ? { open: true } : {}) };
}

function fieldOf({ asked, row }: AskedRow, model: Model): Field {
  if (asked.of !== 'objective') return asked.field;
  return fieldWith(asked.field, objectivesOf(model).find(({ id }) => id === row)?.kpi);
}

/** A value that the field may have; a claim may become the answer. */
function valueIn(raw: unknown, field: Field, model: Model): FieldValue | undefined {
  switch (field.kind) {
    case 'number':
      return typeof raw === 'number' && isWithin(field, raw) ? raw : undefined;
    case 'date':
      return isText(raw) && isDay(raw) ? raw : undefined;
    case 'choice':
      return isText(raw) && codesOf(field.list, model).includes(raw) ? raw : undefined;
    case 'text': {
      if (isText(raw)) return raw === '' ? undefined : raw;
      if (!field.links || !isRecord(raw) || !isText(raw['text']) || !isText(raw['link'])) return undefined;
      return isLink(raw['link']) ? linkedText(raw['text'], raw['link']) : undefined;
    }
  }
}

const ORIGINS = ['person', 'date', 'place', 'evidence'] as const;

function originIn(raw: unknown): Origin | undefined {
  if (!isRecord(raw) || !isText(raw['file'])) return undefined;
  const known = ORIGINS.flatMap((name) => (raw[name] === undefined ? [] : [[name, raw[name]] as const]));
  return known.every(([, text]) => isText(text)) ? { file: raw['file'], ...Object.fromEntries(known) } : undefined;
}

/** false for what is none. */
function takenIn(raw: unknown): Conflict['taken'] | false {
  if (raw === undefined) return undefined;
  if (!isRecord(raw) || !isText(raw['file'])) return false;
  const by = (['newest', 'file'] as const).find((each) => each === raw['by']);
  return by ? { by, file: raw['file'] } : false;
}

/** True if a value is one of those that were claimed. */
export function isClaimed(value: FieldValue, claims: readonly Claim[]): boolean {
  return claims.some((each) => isSameValue(each.value, value));
}
