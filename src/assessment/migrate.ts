/** Carries an assessment of one edition over to a later one: what still holds, what is to be reviewed, what nobody asks any more. */
import { differencesBetween, effectOf } from '../model/changes.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import type { Succeeded } from '../model/succession.js';
import type { Answer, Assessment, FieldValue } from './assessment.js';
import { FIELDS, LONGEST_TEXT, NO, type Field, type FieldSet } from './fields.js';
import { isSameValue, plainText } from './links.js';
import { AssessmentBuilder, commentPath, pathText, questionsOf, rowsOf, valueAt, type Question } from './paths.js';

/** What becomes of an answer. `review`: somebody has to look at it, and it counts as unanswered until then. */
export type Outcome = 'kept' | 'review' | 'dropped';

/** One answer of the older edition, with all that was said there. */
export interface CarriedAnswer {
  /** The objective of the older edition. */
  readonly id: string;
  readonly outcome: Outcome;
  readonly change: Succeeded['change'];
  /** Where it stands now, or beside which objectives it is proposed. */
  readonly to: readonly string[];
  readonly given: Answer;
  /** Comments by the name of the field. */
  readonly comments: Readonly<Record<string, string>>;
  readonly why: readonly string[];
}

/** Something else that has no place in the newer edition, by its path. */
export interface LeftBehind {
  readonly path: string;
  readonly value: FieldValue;
}

/** How many answers the older assessment has, and what became of them: `kept + review + dropped = answers`. */
export interface MigrationCounts {
  readonly answers: number;
  readonly kept: number;
  readonly review: number;
  readonly dropped: number;
}

/** An assessment of a newer edition, and what became of everything in the older one. */
export interface Migration {
  /** With what still holds. Of an answer to be reviewed it has evidence, owner and comments: none of them counts by itself. */
  readonly assessment: Assessment;
  readonly counts: MigrationCounts;
  /** In the order of the older edition. */
  readonly answers: readonly CarriedAnswer[];
  readonly left: readonly LeftBehind[];
}

/** Both editions, whole, and what became of each objective of the older one. */
export interface Editions {
  readonly older: Model;
  readonly newer: Model;
  readonly succession: readonly Succeeded[];
}

/**
 * Of an answer to be reviewed these stand in the row of its successor. A measured value, a date, an action or notes do not:
 * each may count where nobody has answered yet, or as the reason of an answer that is given later.
 */
const BESIDE: ReadonlySet<string> = new Set<keyof typeof FIELDS.objective>(['evidence', 'owner']);

/** The assessment in the newer edition. Nothing is lost: what has no place there is in `answers` or `left`. */
export function migrateAssessment(assessment: Assessment, editions: Editions, fields: FieldSet = FIELDS): Migration {
  const { older, newer } = editions;
  const builder = new AssessmentBuilder(newer);
  const questions = questionsOf(fields);
  const left = questions
    .filter(({ of }) => of !== 'objective')
    .flatMap((each) => rowsOf(each.of, older).flatMap((row) => carry(builder, each, row, { assessment, newer })));
  const all = questions.filter(({ of }) => of === 'objective');
  // A review is of what was answered then: it says nothing of what is answered in the newer edition.
  const asked = all.filter(({ field }) => field.inReview !== true);
  const reviews = all.filter(({ field }) => field.inReview === true);
  const reviewed = reviews.flatMap((each) =>
    rowsOf('objective', older).flatMap((row): LeftBehind[] => {
      const value = valueAt(assessment, each, row);
      return value === undefined ? [] : [{ path: pathText(each, row), value }];
    }),
  );
  const answers = carriedAnswers(assessment, editions, all);
  for (const to of rowsOf('objective', newer)) {
    const here = answers.filter((each) => each.to.includes(to));
    const kept = here.find(({ outcome }) => outcome === 'kept');
    for (const each of asked) {
      const value = kept
        ? kept.given[each.name as keyof Answer]
        : BESIDE.has(each.name)
          ? together(here.flatMap(({ given }) => given[each.name as keyof Answer] ?? []))
          : undefined;
      if (value !== undefined) builder.put(each, to, value);
      for (const comment of new Set(here.flatMap(({ comments }) => comments[each.name] ?? [])))
        builder.comment(each, to, comment);
    }
  }
  const count = (outcome: Outcome): number => answers.filter((each) => each.outcome === outcome).length;
  return {
    assessment: builder.finish(),
    counts: { answers: answers.length, kept: count('kept'), review: count('review'), dropped: count('dropped') },
    answers,
    left: [...left, ...reviewed],
  };
}

/** Puts what is asked beside the objectives; gives what has no place any more. */
function carry(
  builder: AssessmentBuilder,
  each: Question,
  row: string,
  { assessment, newer }: { readonly assessment: Assessment; readonly newer: Model },
): LeftBehind[] {
  const value = valueAt(assessment, each, row);
  const comment = assessment.comments?.[commentPath(each, row)];
  // Remarks are about the objectives of the older edition, which its editors have read.
  const hasPlace = each.of !== 'feedback' && rowsOf(each.of, newer).includes(row);
  const isOption = value === undefined || isOptionOf(each.field, value, newer);
  if (hasPlace && isOption && value !== undefined) builder.put(each, row, value);
  if (hasPlace && comment !== undefined) builder.comment(each, row, comment);
  const isSaid = each.path.is === 'member' ? value === NO : value !== undefined;
  return [
    ...(isSaid && value !== undefined && !(hasPlace && isOption) ? [{ path: pathText(each, row), value }] : []),
    ...(comment !== undefined && !hasPlace ? [{ path: `comments.${commentPath(each, row)}`, value: comment }] : []),
  ];
}

/** False for an option that the lists of a model no longer have. */
function isOptionOf(field: Field, value: FieldValue, { profile }: Model): boolean {
  if (field.kind !== 'choice') return true;
  const { list } = field;
  return list === 'industries' || list === 'sizes' || list === 'regions'
    ? profile[list].some(({ id }) => id === value)
    : true;
}

/** Every answer of the older edition with what becomes of it. */
function carriedAnswers(
  { answers, comments = {} }: Assessment,
  { older, newer, succession }: Editions,
  asked: readonly Question[],
): CarriedAnswer[] {
  const became = new Map(holdingIn({ older, newer, succession }).map((each) => [each.id, each]));
  const said = (id: string): Answer => answers.get(id) ?? {};
  const isSettled = (to: string): boolean => {
    const holders = [...became.values()].filter((each) => each.holds && each.to.includes(to));
    const [first, ...others] = holders.map(({ id }) => said(id));
    return first !== undefined && others.every((each) => isSameAnswer(first, each));
  };
  return rowsOf('objective', older).flatMap((id): CarriedAnswer[] => {
    const given = said(id);
    const own = Object.fromEntries(
      asked.flatMap((each) => {
        const comment = comments[commentPath(each, id)];
        return comment === undefined ? [] : [[each.name, comment]];
      }),
    );
    if (Object.keys(given).length + Object.keys(own).length === 0) return [];
    const { change, to, holds, why } = became.get(id) ?? { change: 'dropped', to: [], holds: false, why: [] };
    const outcome = to.length === 0 ? 'dropped' : holds && to.every(isSettled) ? 'kept' : 'review';
    return [{ ...{ id, outcome, change, to, given, why }, comments: own }];
  });
}

/** What became of each objective of the older edition; `holds` where an answer to it can be kept as it is. */
export function holdingIn({ older, newer, succession }: Editions): readonly Succeeded[] {
  const before = new Map(objectivesOf(older).map((each) => [each.id, each]));
  const now = new Map(objectivesOf(newer).map((each) => [each.id, each]));
  return succession.map((each) => holding(each, before.get(each.id), now));
}

/** An answer that is said to hold holds only where nothing that it depends on has changed, whatever is declared. */
function holding(
  each: Succeeded,
  old: ControlObjective | undefined,
  now: ReadonlyMap<string, ControlObjective>,
): Succeeded {
  const to = each.to.filter((id) => now.has(id));
  const isSafe = to.every((id) => {
    const successor = now.get(id);
    return old && successor && differencesBetween(old, successor).every((other) => effectOf(other) === 'safe');
  });
  return { ...each, to, holds: each.holds && to.length === each.to.length && isSafe };
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => {
    const [one, other] = [a[name as keyof Answer], b[name as keyof Answer]];
    return one !== undefined && other !== undefined && isSameValue(one, other);
  });
}

/** What several answers say of one field, each once; a link stands behind its text. Undefined where a cell can't hold it. */
function together(values: readonly FieldValue[]): FieldValue | undefined {
  const [first, ...others] = values.filter(
    (value, index) => values.findIndex((each) => isSameValue(each, value)) === index,
  );
  if (first === undefined || others.length === 0) return first;
  const text = [first, ...others].map(plainText).join('\n');
  return text.length <= LONGEST_TEXT ? text : undefined;
}
