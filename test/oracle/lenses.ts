/** The rules once more, by hand from their prose and by no code of the program: states, levels, lenses, groups, deployment types, roadmap. */
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { categoriesOf, type Category, type ControlObjective, type Model } from '../../src/model/model.js';

type State = 'met' | 'partly' | 'unmet' | 'unanswered' | 'expired' | 'excluded';
type Lens = 'claimed' | 'evidenced' | 'planned' | 'potential' | 'reviewed' | 'undisputed';
/** null where a figure is not applicable. */
type Figure = number | null;

export interface GroupByHand {
  readonly maturity: Figure;
  readonly evidencedMaturity: Figure;
  readonly plannedMaturity: Figure;
  readonly evidencedShare: Figure;
  /** Only where an assessor said something of an answer. */
  readonly reviewedMaturity?: Figure;
  readonly undisputedMaturity?: Figure;
  readonly floor: Figure;
  readonly completeness: Figure;
  readonly belowTarget: number;
  readonly applicable: number;
}

export interface CategoryByHand {
  readonly id: string;
  readonly level: Figure;
  readonly progress: Figure;
  readonly maturity: Figure;
  readonly potential: Figure;
  readonly evidencedLevel: Figure;
  readonly plannedLevel: Figure;
  readonly reviewedLevel?: Figure;
  readonly undisputedLevel?: Figure;
  readonly completeness: Figure;
  readonly target: Figure;
  readonly gap: Figure;
  readonly weight: number;
  readonly applicable: number;
}

export interface ScoreByHand {
  readonly program: GroupByHand;
  readonly domains: readonly (GroupByHand & { readonly id: string })[];
  readonly categories: readonly CategoryByHand[];
  readonly deployments: readonly {
    readonly id: string;
    readonly program: GroupByHand;
    readonly categories: readonly CategoryByHand[];
  }[];
  readonly objectives: readonly { readonly id: string; readonly state: State }[];
  readonly roadmap: readonly string[];
}

/** White space, controls, marks that only steer, what Unicode wants not to be shown, and the blank of Braille. */
const UNSEEN = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export function showsSomething(text: unknown): boolean {
  return typeof text === 'string' && text.replace(UNSEEN, '') !== '';
}

function isEvidenced({ evidence }: Answer): boolean {
  if (evidence === undefined || typeof evidence === 'string') return showsSomething(evidence);
  return evidence.link !== '' || showsSomething(evidence.text);
}

/** Decision 0009: figures are compared with 11 decimals. */
function reaches(measured: number, direction: string, threshold: number): boolean {
  const beyond = direction === 'at-least' ? measured - threshold : threshold - measured;
  return beyond >= -5e-12;
}

function stateByHand(
  { deployments, needs, kpi }: ControlObjective,
  { answer, measured, notes, validUntil }: Answer,
  { conditions, organization }: Assessment,
  selection: readonly string[],
): State {
  if (!deployments.some((id) => selection.includes(id))) return 'excluded';
  if (needs?.some((id) => conditions?.[id] === false)) return 'excluded';
  if (answer === 'not-applicable') return showsSomething(notes) ? 'excluded' : 'unanswered';
  // Both are ISO days, which sort as texts.
  const late = organization.asOf !== '' && validUntil !== undefined && validUntil < organization.asOf;
  if (answer === 'met') return late ? 'expired' : 'met';
  if (answer === 'partly') return late ? 'expired' : 'partly';
  if (answer === 'not-met') return late ? 'expired' : 'unmet';
  if (measured === undefined || !kpi || kpi.decides === false) return 'unanswered';
  if (late) return 'expired';
  return reaches(measured, kpi.direction, kpi.threshold) ? 'met' : 'unmet';
}

interface Judged {
  readonly objective: ControlObjective;
  readonly answer: Answer;
  readonly state: State;
  /** It is for a type in use, and no condition is answered No. */
  readonly applies: boolean;
}

const isOpen = (state: State): boolean => state === 'unanswered' || state === 'expired';

function seenThrough(lens: Lens, { state, answer, applies }: Judged): State {
  if (lens === 'reviewed' || lens === 'undisputed') {
    const { review } = answer;
    // A reason that the assessor does not accept: the objective counts, as not met.
    if (state === 'excluded') return applies && review === 'not-agreed' ? 'unmet' : state;
    if (state !== 'met' && state !== 'partly') return state;
    const stays = lens === 'reviewed' ? review === 'agreed' : review !== 'not-agreed';
    return stays ? state : 'unmet';
  }
  if (state === 'excluded') return state;
  if (lens === 'evidenced' && (state === 'met' || state === 'partly')) return isEvidenced(answer) ? state : 'unmet';
  if (lens === 'planned') return showsSomething(answer.action) && answer.due !== undefined ? 'met' : state;
  if (lens === 'potential' && isOpen(state)) return 'met';
  return state;
}

interface Standing {
  readonly level: number;
  readonly next: number | undefined;
  readonly progress: number;
}

/** Level and progress of one category through a lens; undefined where nothing applies. */
function standing(judged: readonly Judged[], lens: Lens): Standing | undefined {
  const counts = [2, 3, 4, 5].map((n) => {
    const states = judged
      .filter(({ objective }) => objective.level === n)
      .map((each) => seenThrough(lens, each))
      .filter((state) => state !== 'excluded');
    return {
      n,
      applicable: states.length,
      met: states.filter((state) => state === 'met').length,
      partly: states.filter((state) => state === 'partly').length,
    };
  });
  if (counts.every(({ applicable }) => applicable === 0)) return undefined;
  let level = 1;
  for (const { n, met, applicable } of counts) {
    if (met < applicable) break;
    if (applicable > 0) level = n;
  }
  const next = counts.find(({ n, applicable }) => n > level && applicable > 0);
  return {
    level,
    next: next?.n,
    progress: next ? (next.met + next.partly / 2) / next.applicable : 0,
  };
}

interface Standings {
  readonly category: Category;
  readonly judged: readonly Judged[];
  readonly weight: number;
  readonly target: number | undefined;
  readonly through: Readonly<Record<Lens, Standing | undefined>>;
}

function standingsOf(model: Model, assessment: Assessment, selection: readonly string[]): Standings[] {
  return categoriesOf(model).map((category) => {
    const judged = category.objectives.map((objective): Judged => {
      const answer = assessment.answers.get(objective.id) ?? {};
      const applies =
        objective.deployments.some((id) => selection.includes(id)) &&
        !objective.needs?.some((id) => assessment.conditions?.[id] === false);
      return { objective, answer, applies, state: stateByHand(objective, answer, assessment, selection) };
    });
    const through = {
      claimed: standing(judged, 'claimed'),
      evidenced: standing(judged, 'evidenced'),
      planned: standing(judged, 'planned'),
      potential: standing(judged, 'potential'),
      reviewed: standing(judged, 'reviewed'),
      undisputed: standing(judged, 'undisputed'),
    };
    const { [category.id]: weight = 1 } = assessment.weights;
    const { [category.id]: target } = assessment.targets;
    return { category, judged, weight, target, through };
  });
}

const applying = (judged: readonly Judged[]): Judged[] => judged.filter(({ state }) => state !== 'excluded');

function shareAnswered(judged: readonly Judged[]): Figure {
  const those = applying(judged);
  return those.length === 0 ? null : 1 - those.filter(({ state }) => isOpen(state)).length / those.length;
}

function categoryByHand({ category, judged, weight, target, through }: Standings, isReviewed: boolean): CategoryByHand {
  const { claimed, evidenced, planned, potential, reviewed, undisputed } = through;
  return {
    id: category.id,
    level: claimed?.level ?? null,
    progress: claimed?.progress ?? null,
    maturity: claimed ? claimed.level + claimed.progress : null,
    potential: potential?.level ?? null,
    evidencedLevel: evidenced?.level ?? null,
    plannedLevel: planned?.level ?? null,
    ...(isReviewed && {
      reviewedLevel: (claimed && reviewed?.level) ?? null,
      undisputedLevel: (claimed && undisputed?.level) ?? null,
    }),
    completeness: shareAnswered(judged),
    target: target ?? null,
    gap: claimed && target !== undefined ? Math.max(0, target - claimed.level) : null,
    weight,
    applicable: applying(judged).length,
  };
}

function groupByHand(all: readonly Standings[], isReviewed: boolean): GroupByHand {
  const counted = all.filter(({ through }) => through.claimed !== undefined);
  const mean = (lens: Lens): Figure => {
    let [sum, weights] = [0, 0];
    for (const { weight, through } of counted) {
      const seen = through[lens];
      if (!seen) continue;
      sum += weight * (seen.level + seen.progress);
      weights += weight;
    }
    return weights === 0 ? null : sum / weights;
  };
  const judged = all.flatMap((each) => each.judged);
  const met = judged.filter(({ state }) => state === 'met');
  const levels = counted.map(({ through }) => through.claimed?.level ?? NaN);
  return {
    maturity: mean('claimed'),
    evidencedMaturity: mean('evidenced'),
    plannedMaturity: mean('planned'),
    ...(isReviewed && { reviewedMaturity: mean('reviewed'), undisputedMaturity: mean('undisputed') }),
    evidencedShare: met.length === 0 ? null : met.filter(({ answer }) => isEvidenced(answer)).length / met.length,
    floor: levels.length === 0 ? null : Math.min(...levels),
    completeness: shareAnswered(judged),
    belowTarget: counted.filter(({ target, through }) => target !== undefined && (through.claimed?.level ?? 0) < target)
      .length,
    applicable: applying(judged).length,
  };
}

/** How soon a state comes among others of its level and category. */
const URGENCY: Partial<Record<State, number>> = { partly: 0, unmet: 1, unanswered: 2, expired: 2 };

function roadmapByHand(all: readonly Standings[]): string[] {
  const steps = all.flatMap(({ judged, target, through }, at) =>
    applying(judged)
      .filter(({ state }) => state !== 'met')
      .filter(({ objective }) =>
        target === undefined ? objective.level === through.claimed?.next : objective.level <= target,
      )
      .map(({ objective, state }) => ({ ...objective, at, urgency: URGENCY[state] ?? NaN })),
  );
  return steps
    .sort((a, b) => a.level - b.level || a.at - b.at || a.urgency - b.urgency || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** All figures of an assessment, from the prose. */
export function scoreByHand(model: Model, assessment: Assessment): ScoreByHand {
  const all = standingsOf(model, assessment, assessment.selection);
  const isReviewed = [...assessment.answers.values()].some(({ review }) => review !== undefined);
  const byHand = (each: Standings): CategoryByHand => categoryByHand(each, isReviewed);
  return {
    program: groupByHand(all, isReviewed),
    domains: model.domains.map(({ id }) => ({
      id,
      ...groupByHand(
        all.filter(({ category }) => category.domain === id),
        isReviewed,
      ),
    })),
    categories: all.map(byHand),
    deployments: model.deployments
      .filter(({ id }) => assessment.selection.includes(id))
      .map(({ id }) => {
        const alone = standingsOf(model, assessment, [id]);
        return { id, program: groupByHand(alone, isReviewed), categories: alone.map(byHand) };
      }),
    objectives: all.flatMap(({ judged }) => judged.map(({ objective, state }) => ({ id: objective.id, state }))),
    roadmap: roadmapByHand(all),
  };
}

const twelveDigits = (value: number): number => Number(value.toPrecision(12));

/** Layout 2: the percent points of what was typed for a share; undefined where it can be none. */
export function pointsByHand(typed: number): number | undefined {
  const points = twelveDigits(typed > 1 ? typed : typed * 100);
  return points < 0 || points > 100 ? undefined : points;
}

/** Layout 1: percent points of a typed share whose answer is blank; undefined where it can be none or may be two things. */
export function firstLayoutByHand(
  typed: number,
  inPercentFormat: boolean,
  { direction, threshold }: { readonly direction: string; readonly threshold: number },
): number | undefined {
  const [asFraction, asPoints] = [twelveDigits(typed * 100), twelveDigits(typed)];
  const within = (points: number): number | undefined => (points < 0 || points > 100 ? undefined : points);
  if (inPercentFormat) return within(asFraction);
  if (typed > 1 || typed <= 0) return within(asPoints);
  const same = reaches(asFraction, direction, threshold) === reaches(asPoints, direction, threshold);
  return same ? asPoints : undefined;
}
