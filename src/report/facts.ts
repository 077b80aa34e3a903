/** What a report says of one assessment, as facts: figures, ids and days. Sentences and pictures are made of them, and nothing is computed later. */
import { serialOf } from '../assessment/dates.js';
import { hasEvidence } from '../assessment/evidence.js';
import type { Answer, Assessment } from '../assessment/assessment.js';
import { plainValue } from '../assessment/links.js';
import type { Affects, Severity } from '../diagnostic/catalogue.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { titleOf } from '../model/title.js';
import { Scoring, type Figures } from '../scoring/figures.js';
import { plannedBy, scoreIfMet } from '../scoring/outlook.js';
import { readScore, type CategoryScore, type Score } from '../scoring/score.js';
import { whyLevel } from '../scoring/why.js';
import type { State } from '../scoring/rules.js';
import { addDays, quarterEndsAfter } from './calendar.js';
import { coverageOf, type Coverage } from './coverage.js';

/** An earlier assessment of the same organization. */
export interface Earlier {
  /** ISO day; never blank. */
  readonly asOf: string;
  readonly maturity: number | null;
  readonly evidencedMaturity: number | null;
  /** Id and version, such as `aismm 1.0`: figures of two editions are not one line. */
  readonly model: string;
}

/** Quartiles of others, for the program and for each domain; `key` says which others, as people read it. */
export interface PeerFigures {
  readonly n: number;
  readonly key: string;
  readonly program: Quartiles;
  readonly domains: Readonly<Record<string, Quartiles>>;
}

export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** What is reported. */
export interface Reported {
  readonly model: Model;
  readonly assessment: Assessment;
  /** How many findings the check has of each kind. */
  readonly findings: readonly { readonly severity: Severity; readonly affects: Affects }[];
  /** ISO day on which the report is made: what is overdue is judged by it. */
  readonly today: string;
  /** In any order. */
  readonly earlier?: readonly Earlier[] | undefined;
  readonly peers?: PeerFigures | undefined;
}

/** One objective, with all that a report shows of it. */
export interface ObjectiveFacts {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly category: string;
  readonly state: State;
  /** Met or partly met, with evidence. */
  readonly evidenced: boolean;
  readonly owner: string;
  readonly due: string;
  readonly validUntil: string;
  /** Days since it was due, on the day of the report; below 0: days left. null without a day, and where nothing is left to do. */
  readonly daysLate: number | null;
}

/** What one of the next things brings. */
export type Brings =
  | { readonly is: 'level'; readonly level: number; readonly with: readonly number[] }
  | { readonly is: 'one-of'; readonly of: number; readonly level: number };

export interface NextThing extends ObjectiveFacts {
  readonly brings: Brings;
}

/** What keeps the weakest categories where they are. */
export interface Holding {
  readonly floor: number;
  readonly categories: readonly string[];
  readonly objectives: readonly string[];
  /** Those of them that only lack an answer, or have one that expired. */
  readonly open: number;
  readonly overdue: number;
  readonly undated: number;
  /** The last day by which one of them is planned; `''` where one has none. */
  readonly last: string;
  /** If all of them were met. */
  readonly lifted: { readonly floor: number; readonly maturity: number };
}

/** One row of the plan. */
export interface PlanRow {
  readonly category: string;
  /** What stands between the category and its target, in the order to do it. */
  readonly objectives: readonly string[];
  /** Its level at each day of `Plan.days`, if all is done as planned. */
  readonly levels: readonly (number | null)[];
  /** True where the target is reached by the last day; null without a target. */
  readonly reached: boolean | null;
}

export interface Plan {
  /** Ends of the next four quarters. */
  readonly days: readonly string[];
  /** Maturity of the program at each of them. */
  readonly maturity: readonly (number | null)[];
  readonly rows: readonly PlanRow[];
  /** The last day that is planned; `''` where no objective has one. */
  readonly lastDay: string;
  /** The category that waits longest for a low level, and how many of higher levels are done before. */
  readonly waits: {
    readonly category: string;
    readonly id: string;
    readonly level: number;
    readonly due: string;
    readonly after: number;
  } | null;
}

/** Answers that count for less than they say. */
export interface ShoreUp {
  readonly met: number;
  readonly withoutEvidence: readonly string[];
  /** Categories whose level is lower by evidence alone. */
  readonly lowered: readonly string[];
  readonly expired: readonly string[];
  readonly unanswered: readonly string[];
}

/** Everything that a report says. */
export interface ReportFacts extends Omit<Score, 'objectives' | 'roadmap'> {
  readonly schemaVersion: 1;
  readonly today: string;
  readonly model: { readonly id: string; readonly version: string };
  readonly organization: Assessment['organization'];
  readonly selection: readonly string[];
  /** `spoiling`: errors that affect the score. */
  readonly check: { readonly errors: number; readonly warnings: number; readonly spoiling: number };
  readonly objectives: readonly ObjectiveFacts[];
  /** Ids in the order to do them. */
  readonly roadmap: readonly string[];
  readonly holding: Holding | null;
  readonly next: readonly NextThing[];
  /** Maturity of the program if those were met; null where it has none. */
  readonly nextMaturity: number | null;
  readonly plan: Plan;
  readonly shoreUp: ShoreUp;
  readonly earlier: readonly Earlier[];
  readonly peers: PeerFigures | null;
  readonly coverage: readonly Coverage[];
}

/** How many of the next things are shown. */
const NEXT = 3;
const QUARTERS = 4;

/** Computes everything that a report says, by the rules and by nothing else. */
export function reportFacts(reported: Reported): ReportFacts {
  const { model, assessment, findings, today, earlier = [], peers } = reported;
  const scoring = new Scoring(model);
  const figures = scoring.figures(assessment);
  const score = readScore(figures, assessment.selection);
  const byId = new Map(objectivesOf(model).map((objective) => [objective.id, objective]));
  const objectives = score.objectives.flatMap(({ id, state }) => {
    const objective = byId.get(id);
    return objective ? [objectiveFacts(objective, state, assessment.answers.get(id) ?? {}, today)] : [];
  });
  const known = new Map(objectives.map((each) => [each.id, each]));
  const those = (ids: readonly string[]): ObjectiveFacts[] => ids.flatMap((id) => known.get(id) ?? []);
  const ifMet = (ids: readonly string[]): Score => scoreIfMet(scoring, assessment, ids);
  const { objectives: states, roadmap, ...rest } = score;
  const asOf = assessment.organization.asOf;
  return {
    ...{ schemaVersion: 1, today, model: { id: model.id, version: model.version } },
    ...{ organization: assessment.organization, selection: assessment.selection },
    check: {
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      spoiling: findings.filter(({ severity, affects }) => severity === 'error' && affects === 'score').length,
    },
    ...rest,
    objectives,
    roadmap,
    holding: holdingOf(model, figures, score, those, ifMet),
    next: nextThings(those(roadmap.slice(0, NEXT)), score, model, figures, ifMet),
    nextMaturity: ifMet(roadmap.slice(0, NEXT)).program.maturity,
    plan: planOf(assessment, { ...score, objectives: states }, those(roadmap), today, ifMet),
    shoreUp: shoreUpOf(objectives, score.categories),
    // Only what came before tells where it comes from.
    earlier: [...earlier].filter((each) => asOf === '' || each.asOf < asOf).sort((a, b) => (a.asOf < b.asOf ? -1 : 1)),
    peers: peers ?? null,
    coverage: coverageOf(model, new Map(states.map(({ id, state }) => [id, state]))),
  };
}

function objectiveFacts(objective: ControlObjective, state: State, answer: Answer, today: string): ObjectiveFacts {
  const { id, level, category } = objective;
  const { owner = '', due = '', validUntil = '' } = answer;
  const isLeft = state !== 'met' && state !== 'excluded';
  return {
    ...{ id, title: titleOf(objective), level, category, state },
    evidenced: (state === 'met' || state === 'partly') && hasEvidence(answer),
    ...{ owner: String(plainValue(owner)), due, validUntil },
    daysLate: isLeft && due !== '' ? daysBetween(due, today) : null,
  };
}

function daysBetween(from: string, to: string): number {
  return (serialOf(to) ?? 0) - (serialOf(from) ?? 0);
}

const isOpen = ({ state }: ObjectiveFacts): boolean => state === 'unanswered' || state === 'expired';
const isLate = ({ daysLate }: ObjectiveFacts): boolean => daysLate !== null && daysLate > 0;

function holdingOf(
  model: Model,
  figures: Figures,
  { program, categories }: Score,
  those: (ids: readonly string[]) => ObjectiveFacts[],
  ifMet: (ids: readonly string[]) => Score,
): Holding | null {
  const { floor } = program;
  if (floor === null) return null;
  const weakest = categories.filter(({ level }) => level === floor).map(({ id }) => id);
  const ids = weakest.flatMap((id) => whyLevel(model, figures, id).heldBy.map((held) => held.id));
  const held = those(ids);
  const { floor: above, maturity } = ifMet(ids).program;
  const undated = held.filter(({ due }) => due === '').length;
  const days = held.map(({ due }) => due).sort();
  return {
    ...{ floor, categories: weakest, objectives: ids, undated },
    open: held.filter(isOpen).length,
    overdue: held.filter(isLate).length,
    last: undated > 0 ? '' : (days.at(-1) ?? ''),
    lifted: { floor: above ?? floor, maturity: maturity ?? 0 },
  };
}

function nextThings(
  next: readonly ObjectiveFacts[],
  { categories }: Score,
  model: Model,
  figures: Figures,
  ifMet: (ids: readonly string[]) => Score,
): NextThing[] {
  const levelOf = (all: readonly CategoryScore[], id: string): number => all.find((each) => each.id === id)?.level ?? 0;
  return next.map((each) => {
    const { category } = each;
    const now = levelOf(categories, category);
    const same = next.flatMap((other, index) => (other.category === category ? [index] : []));
    const own = next.indexOf(each);
    const alone = levelOf(ifMet([each.id]).categories, category);
    if (alone > now) return { ...each, brings: { is: 'level', level: alone, with: [] } };
    const together = levelOf(ifMet(same.flatMap((index) => next[index]?.id ?? [])).categories, category);
    if (together > now)
      return { ...each, brings: { is: 'level', level: together, with: same.filter((index) => index !== own) } };
    const held = whyLevel(model, figures, category).heldBy.map(({ id }) => id);
    const level = levelOf(ifMet(held).categories, category);
    return { ...each, brings: { is: 'one-of', of: held.length, level } };
  });
}

function planOf(
  assessment: Assessment,
  score: Score,
  roadmap: readonly ObjectiveFacts[],
  today: string,
  ifMet: (ids: readonly string[]) => Score,
): Plan {
  const days = quarterEndsAfter(today, QUARTERS);
  const at = days.map((day) => ifMet(plannedBy(assessment, score, day)));
  const dated = roadmap.filter(({ due }) => due !== '');
  const lastDay = dated.reduce((last, { due }) => (due > last ? due : last), '');
  const end = lastDay === '' ? score : ifMet(plannedBy(assessment, score, lastDay));
  const endLevel = new Map(end.categories.map(({ id, level }) => [id, level]));
  return {
    days,
    maturity: at.map(({ program }) => program.maturity),
    rows: score.categories.map(({ id, target }, index) => ({
      category: id,
      objectives: roadmap.filter(({ category }) => category === id).map((each) => each.id),
      levels: at.map(({ categories }) => categories[index]?.level ?? null),
      reached: target === null ? null : (endLevel.get(id) ?? 0) >= target,
    })),
    lastDay,
    waits: waitingOf(score.categories, dated),
  };
}

/** A low level that is due after many higher ones of its category: the first in the order of categories with the most of them. */
function waitingOf(categories: readonly CategoryScore[], dated: readonly ObjectiveFacts[]): Plan['waits'] {
  let most: Plan['waits'] = null;
  for (const { id: category } of categories) {
    const own = dated.filter((each) => each.category === category);
    for (const { id, level, due } of own) {
      const after = own.filter((other) => other.level > level && other.due < due).length;
      if (after >= 2 && after > (most?.after ?? 0)) most = { category, id, level, due, after };
    }
  }
  return most;
}

function shoreUpOf(objectives: readonly ObjectiveFacts[], categories: readonly CategoryScore[]): ShoreUp {
  const ids = (those: (each: ObjectiveFacts) => boolean): string[] => objectives.filter(those).map(({ id }) => id);
  return {
    met: objectives.filter(({ state }) => state === 'met').length,
    withoutEvidence: ids(({ state, evidenced }) => state === 'met' && !evidenced),
    lowered: categories.flatMap(({ id, level, evidencedLevel }) => ((evidencedLevel ?? 0) < (level ?? 0) ? [id] : [])),
    expired: ids(({ state }) => state === 'expired'),
    unanswered: ids(({ state }) => state === 'unanswered'),
  };
}

/** What is due within so many days, or overdue, soonest first. */
export function dueWithin({ objectives, roadmap, today }: ReportFacts, days: number): ObjectiveFacts[] {
  const end = addDays(today, days);
  const onRoadmap = new Set(roadmap);
  return objectives
    .filter(({ id, due, daysLate }) => onRoadmap.has(id) && daysLate !== null && due <= end)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
