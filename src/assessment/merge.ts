/** Puts together what was answered in parts: one organization, several files, e.g. one for each category. */
import { find, type Finding, type Parsed, type Place } from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';
import type { Model } from '../model/model.js';
import type { Assessment, Claim, Conflict, Feedback, FieldValue } from './assessment.js';
import { isClaimed, isOpen, orderedClaims, recordsOf } from './conflicts.js';
import { FEEDBACK_ROWS, FIELDS, LONGEST_TEXT, NO, YES, type FieldSet } from './fields.js';
import { joined, listed } from './joined.js';
import { isSameValue, plainText } from './links.js';
import { AssessmentBuilder, commentPath, pathText, questionsOf, rowsOf, valueAt, type Question } from './paths.js';

/** What is known of the parts besides what they say. */
export interface Merging {
  /** The files that the parts are from, in their order; conflicts name them. */
  readonly files?: readonly string[];
  /** `union`: a deployment type is in use if any part says so. Left out: parts that differ are a conflict. */
  readonly selection?: 'union' | undefined;
}

/** One of the assessments that are put together. */
export interface MergeSource {
  readonly assessment: Assessment;
  /** What it was asked: a part of the model, where it asks for a part. */
  readonly model: Model;
  readonly file: string;
  /** Who answered it. */
  readonly person?: string;
  /** Where in the file something is that is asked, by its path. */
  readonly placeOf?: (path: string) => string | undefined;
}

/** A rule that chooses where sources differ: the claim of the latest day, or that of one file. */
export type Prefer = { readonly by: 'newest' } | { readonly by: 'file'; readonly file: string };

/** How sources are put together. */
export interface MergeOptions {
  readonly fields?: FieldSet;
  readonly selection?: 'union' | undefined;
  readonly prefer?: Prefer | undefined;
  /** True: no texts are put one after the other; what differs is a conflict. */
  readonly strict?: boolean;
}

/** The whole, and what became of it. */
export interface Merged {
  readonly assessment: Assessment;
  /** Paths of texts that were put one after the other. */
  readonly joined: readonly string[];
}

/**
 * One assessment of `model` from several. What only one of them says is taken. Where two say different things, nothing is
 * chosen: the whole has no value there, and a conflict with all claims. A conflict that is known from before, and decided,
 * stays decided for the values that were known then. The order of the sources does not matter.
 */
export function mergeSources(
  sources: readonly MergeSource[],
  model: Model,
  options: MergeOptions = {},
): Parsed<Merged> {
  const { fields = FIELDS } = options;
  const findings: Finding[] = [];
  const builder = new AssessmentBuilder(model);
  const conflicts: Conflict[] = [];
  const together: string[] = [];
  const asking = sources.map((source) => ({ source, asks: rowsAsked(source.model) }));
  for (const asked of questionsOf(fields)) {
    if (asked.path.is === 'numbered') continue;
    for (const row of rowsOf(asked.of, model)) {
      const path = commentPath(asked, row);
      const those = asking.flatMap(({ source, asks }) =>
        asks(asked, row) ? [sayingOf(source, asked, row, path)] : [],
      );
      const result = settle(those, { asked, row, path }, options);
      const files = those.map(({ source }) => source.file);
      if (result.isTooLong === true || (result.conflict && !isKept(result.conflict)))
        findings.push(find('merge-too-long', { path }, { files }));
      if (result.conflict) conflicts.push(result.conflict);
      if (result.isJoined) together.push(path);
      if (result.value !== undefined) builder.put(asked, row, result.value);
      const comment = commentOf(those, path, options);
      if (comment === undefined) continue;
      if (comment === TOO_LONG) findings.push(find('merge-too-long', { path }, { files }));
      else builder.comment(asked, row, comment);
    }
  }
  const feedback = remarksOf(sources.map(({ assessment }) => assessment));
  if (feedback.length > FEEDBACK_ROWS)
    findings.push(find('too-many-remarks', { path: 'feedback' }, { count: feedback.length, most: FEEDBACK_ROWS }));
  const records = recordsOf(conflicts).length;
  if (records > LIMITS.records)
    findings.push(find('merge-too-many-conflicts', {}, { count: records, most: LIMITS.records }));
  if (findings.length > 0) return { findings };
  builder.conflicts(conflicts);
  return { value: { assessment: { ...builder.finish(), feedback }, joined: together }, findings };
}

/** True if a cell holds the record of each claim. */
function isKept(conflict: Conflict): boolean {
  return recordsOf([conflict]).every((record) => JSON.stringify(record).length <= LONGEST_TEXT);
}

/** Whether a source asks for something: a part has fewer rows. */
function rowsAsked(model: Model): (asked: Question, row: string) => boolean {
  const rows = new Map<string, ReadonlySet<string>>();
  return ({ of }, row) => {
    const known = rows.get(of) ?? new Set(rowsOf(of, model));
    rows.set(of, known);
    return known.has(row);
  };
}

/** What a source says of one thing. */
interface Saying {
  readonly source: MergeSource;
  readonly value: FieldValue | undefined;
  /** What it records of a conflict about it. */
  readonly conflict: Conflict | undefined;
}

interface About {
  readonly asked: Question;
  readonly row: string;
  readonly path: string;
}

function sayingOf(source: MergeSource, asked: Question, row: string, path: string): Saying {
  const { assessment } = source;
  const conflict = assessment.conflicts?.find((each) => each.path === path);
  const isUndecided = conflict !== undefined && isOpen(conflict, { asked, row }, assessment);
  return { source, conflict, value: isUndecided ? undefined : valueAt(assessment, asked, row) };
}

interface Settled {
  readonly value?: FieldValue;
  readonly conflict?: Conflict;
  readonly isJoined?: boolean;
  readonly isTooLong?: boolean;
}

function settle(
  sayings: readonly Saying[],
  about: About,
  { selection, prefer, strict = false }: MergeOptions,
): Settled {
  const { asked, path } = about;
  if (selection === 'union' && asked.path.is === 'member')
    return { value: sayings.some(({ value }) => value === YES) ? YES : NO };
  const recorded = orderedClaims(sayings.flatMap(({ conflict }) => conflict?.claims ?? []));
  const decided = sayings.filter(({ conflict, value }) => conflict !== undefined && value !== undefined);
  // A decision was made between the values that were known then; it holds against them, and against no others.
  const isOverruled = ({ value, conflict }: Saying): boolean =>
    value !== undefined &&
    conflict === undefined &&
    decided.some(
      (by) => by.value !== undefined && !isSameValue(by.value, value) && isClaimed(value, by.conflict?.claims ?? []),
    );
  const isReopened = sayings.some(
    ({ conflict, value }) =>
      conflict !== undefined && value === undefined && !decided.some((by) => covers(by, conflict)),
  );
  const standing = sayings.filter((each) => each.value !== undefined && !isOverruled(each));
  const values = different(standing.flatMap(({ value }) => value ?? []));
  const [first] = values;
  const record = (taken?: Conflict['taken']): { readonly conflict?: Conflict } => {
    if (recorded.length === 0) return {};
    const before = takenBefore(decided);
    const chosen = taken ?? before;
    return { conflict: { path, claims: recorded, ...(chosen ? { taken: chosen } : {}) } };
  };
  if (values.length <= 1 && !isReopened) return { ...(first === undefined ? {} : { value: first }), ...record() };
  if (!strict && recorded.length === 0 && asked.field.kind === 'text' && asked.field.together !== undefined) {
    const value =
      asked.field.together === 'listed'
        ? listed(values.map(plainText))
        : joined(
            standing.flatMap(({ source, value: text }) =>
              text === undefined ? [] : [{ value: text, label: labelOf(source) }],
            ),
          );
    return value === undefined
      ? { isTooLong: true }
      : { value, isJoined: !values.some((each) => isSameValue(each, value)) };
  }
  const fresh = standing.filter(({ value }) => value !== undefined && !isClaimed(value, recorded));
  const claims = orderedClaims([...recorded, ...fresh.flatMap((each) => claimOf(each, about))]);
  const chosen = prefer && preferred(claims, prefer);
  if (chosen) {
    const { value, from } = chosen;
    return { value, conflict: { path, claims, taken: { by: prefer.by, file: from.file } } };
  }
  return { conflict: { path, claims, ...(asked.path.is === 'member' ? { open: true } : {}) } };
}

/** True if whoever decided knew every value of the conflict. */
function covers({ conflict, value }: Saying, other: Conflict): boolean {
  const known = conflict?.claims ?? [];
  return other.claims.every(
    (claim) => isClaimed(claim.value, known) || (value !== undefined && isSameValue(claim.value, value)),
  );
}

/** The rule that chose before; of several, always the same one. */
function takenBefore(decided: readonly Saying[]): Conflict['taken'] {
  const all = decided.flatMap(({ conflict }) => conflict?.taken ?? []);
  return [...all].sort((a, b) => (`${a.by} ${a.file}` < `${b.by} ${b.file}` ? -1 : 1))[0];
}

function different(values: readonly FieldValue[]): readonly FieldValue[] {
  const all: FieldValue[] = [];
  for (const value of values) if (!all.some((each) => isSameValue(each, value))) all.push(value);
  return all;
}

/** Characters of evidence that are shown beside a claim. */
const SHOWN_EVIDENCE = 300;

function claimOf({ source, value }: Saying, { asked, row, path }: About): Claim[] {
  if (value === undefined) return [];
  const { file, person, assessment, placeOf } = source;
  const answer = asked.of === 'objective' ? assessment.answers.get(row) : undefined;
  const date = answer?.assessedOn ?? assessment.organization.asOf;
  const evidence = answer?.evidence === undefined ? '' : plainText(answer.evidence);
  const place = placeOf?.(path);
  const from = {
    file,
    ...(person ? { person } : {}),
    ...(date === '' ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    ...(evidence === '' ? {} : { evidence: shortened(evidence) }),
  };
  return [{ value, from }];
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN_EVIDENCE ? `${characters.slice(0, SHOWN_EVIDENCE).join('')}…` : text;
}

/** The claim that a rule chooses; undefined where it can't tell: two values of the same day, or a claim without one. */
function preferred(claims: readonly Claim[], prefer: Prefer): Claim | undefined {
  if (prefer.by === 'file') {
    const those = claims.filter(({ from }) => from.file === prefer.file);
    return different(those.map(({ value }) => value)).length === 1 ? those[0] : undefined;
  }
  if (claims.some(({ from }) => from.date === undefined)) return undefined;
  const latest = claims
    .map(({ from: { date = '' } }) => date)
    .sort()
    .at(-1);
  const those = claims.filter(({ from }) => from.date === latest);
  return different(those.map(({ value }) => value)).length === 1 ? those[0] : undefined;
}

const labelOf = ({ person, file }: MergeSource): string =>
  [person ?? '', file].filter((each) => each !== '').join(', ');

const TOO_LONG = Symbol('too long');

function commentOf(
  sayings: readonly Saying[],
  path: string,
  { strict = false }: MergeOptions,
): string | undefined | typeof TOO_LONG {
  const comments = sayings.flatMap(({ source }) => {
    const value = source.assessment.comments?.[path];
    return value === undefined ? [] : [{ value, label: labelOf(source) }];
  });
  const [first] = comments;
  if (!first || comments.every(({ value }) => value === first.value)) return first?.value;
  if (strict) return [...new Set(comments.map(({ value }) => value))].join('\n\n');
  const text = joined(comments);
  return text === undefined ? TOO_LONG : plainText(text);
}

/** Every remark of all, as often as the one says it that says it most often; one list as it is where it has all of them. */
function remarksOf(parts: readonly Assessment[]): Feedback[] {
  const known = new Map<string, number>();
  const all = parts.flatMap(({ feedback }) => {
    const here = new Map<string, number>();
    return feedback.filter((each) => {
      const text = JSON.stringify(Object.entries(each).sort());
      const count = (here.get(text) ?? 0) + 1;
      here.set(text, count);
      if (count <= (known.get(text) ?? 0)) return false;
      known.set(text, count);
      return true;
    });
  });
  return [...(parts.find(({ feedback }) => feedback.length === all.length)?.feedback ?? all)];
}

/**
 * The same where nothing may stay open: what two parts say differently is reported, and there is no value. `parts` answer the
 * whole of `model`.
 */
export function mergeAssessments(
  parts: readonly Assessment[],
  model: Model,
  fields: FieldSet = FIELDS,
  { files = [], selection }: Merging = {},
): Parsed<Assessment> {
  const [first] = parts;
  if (!first || parts.length === 1) return { ...(first ? { value: first } : {}), findings: [] };
  const sources = parts.map((assessment, index) => ({ assessment, model, file: files[index] ?? '' }));
  const { value: merged, findings } = mergeSources(sources, model, { fields, selection, strict: true });
  if (!merged) return { findings };
  const { conflicts = [] } = merged.assessment;
  const differ = questionsOf(fields).flatMap((asked) =>
    rowsOf(asked.of, model).flatMap((row): Finding[] => {
      const isDifferent = conflicts.some((each) => each.path === commentPath(asked, row));
      return isDifferent && asked.path.is !== 'member'
        ? differing(parts, { asked, row, path: pathText(asked, row) }, files)
        : [];
    }),
  );
  const all = [...(selection === 'union' ? [] : differingSelections(parts, files)), ...differ];
  if (all.length > 0) return { findings: all };
  return { value: { ...merged.assessment, model: first.model }, findings: [] };
}

function atFile(
  files: readonly string[],
  index: number,
  other: number,
): { readonly at: Place; readonly named: { readonly otherFile?: string } } {
  return {
    at: files[index] ? { file: files[index] } : {},
    named: files[other] ? { otherFile: files[other] } : {},
  };
}

/** Each part that says something else than the first that says anything. */
function differing(parts: readonly Assessment[], { asked, row, path }: About, files: readonly string[]): Finding[] {
  const said = parts.flatMap((part, index) => {
    const value = valueAt(part, asked, row);
    return value === undefined ? [] : [{ value, index }];
  });
  const [first] = said;
  if (!first) return [];
  return said.flatMap(({ value, index }) => {
    if (isSameValue(value, first.value)) return [];
    const { at, named } = atFile(files, index, first.index);
    return [
      find(
        'conflicting-answers',
        { ...at, path },
        { found: plainText(value), other: plainText(first.value), ...named },
      ),
    ];
  });
}

/** Parts in which other deployment types are in use than in the first; a part that names none has all of them in use. */
function differingSelections([first, ...others]: readonly Assessment[], files: readonly string[]): Finding[] {
  const shown = ({ selection }: Assessment): string => selection.join(', ');
  const other = first ? shown(first) : '';
  return others.flatMap((part, i) => {
    const { at, named } = atFile(files, i + 1, 0);
    const found = shown(part);
    return found === other
      ? []
      : [find('conflicting-selection', { ...at, path: 'selection' }, { found, other, ...named })];
  });
}
