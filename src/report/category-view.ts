/** One block per category: its levels, and every objective with its state, evidence and figure. */
import type { Answer } from '../assessment/assessment.js';
import { isLinked, plainValue } from '../assessment/links.js';
import { isAtBound } from '../layout/context.js';
import type { ReportWords } from '../locale/en/report.js';
import type { Category, ControlObjective } from '../model/model.js';
import type { CategoryScore } from '../scoring/score.js';
import type { ObjectiveFacts } from './facts.js';
import { tenth } from './marks.js';
import { topOf, type Page } from './page.js';
import { categorySentence, numbered } from './sentences.js';
import { percent, whole } from '../document/shown.js';

/** The view of one category; `index` is its place among all. */
export function categoryView(page: Page, category: Category, index: number): object {
  const { facts, words: w, model, held } = page;
  const score = facts.categories.find(({ id }) => id === category.id);
  if (!score) return {};
  const place = numbered(model)[index];
  const own = facts.objectives.filter((each) => each.category === category.id);
  const hold = held.get(category.id) ?? { ids: [], level: undefined };
  const top = topOf(model);
  const width = 690;
  const step = width / top;
  const at = (value: number): number => tenth(9 + (value - 1) * step);
  const { level, evidencedLevel, target, progress } = score;
  return {
    id: category.id,
    name: category.name,
    scope: category.scope,
    place: place ? w.category.place(place.domain, place.n, place.of) : '',
    applies: level !== null,
    figures: {
      evidenced: whole(evidencedLevel, w.notApplicable),
      claimed: whole(level, w.notApplicable),
      planned: whole(score.plannedLevel, w.notApplicable),
      target: whole(target, w.none),
    },
    sentence: categorySentence(facts, score, hold, page),
    axis: {
      width,
      end: at(top),
      dots: model.levels.map(({ n }) => at(n)),
      has: level !== null,
      claimed: at(level ?? 1),
      evidenced: at(evidencedLevel ?? 1),
      isBoth: level === evidencedLevel,
      progress: at((level ?? 1) + (progress ?? 0)),
      // Behind the target where the text would run over it.
      progressAt: clearOf(at((level ?? 1) + (progress ?? 0)), target === null ? undefined : at(target)),
      hasTarget: target !== null,
      target: at(target ?? 1),
      claimedText: level === evidencedLevel ? w.category.bothMark : w.category.claimedMark,
      progressText:
        progress !== null && progress > 0 && level !== null
          ? w.category.progress(percent(progress, ''), level + 1)
          : '',
    },
    levels: category.levels.map(({ n, description }) => {
      const here = own.filter((each) => each.level === n && each.state !== 'excluded');
      return {
        n,
        name: model.levels.find((each) => each.n === n)?.name ?? '',
        description,
        isOwn: n === level,
        marks: here.map(symbolOf),
        met:
          n === 1
            ? w.category.starts
            : here.length === 0
              ? w.category.nothing
              : w.category.met(here.filter(({ state }) => state === 'met').length, here.length),
      };
    }),
    groups: groupsOf(page, category, score, own, hold),
    footer: w.category.footer(score.applicable, own.length, percent(score.completeness, w.notApplicable)),
  };
}

/** Room that the words on progress take, in pixels. */
const WORDS = 110;

const clearOf = (place: number, target: number | undefined): number =>
  target !== undefined && target > place - 4 && target < place + WORDS ? target + 8 : place;

/** Which of the symbols of a state an objective has. */
function symbolOf({ state, evidenced }: ObjectiveFacts): object {
  return {
    isEvidenced: state === 'met' && evidenced,
    isMet: state === 'met' && !evidenced,
    isPartly: state === 'partly',
    isUnmet: state === 'unmet',
    isOpen: state === 'unanswered' || state === 'expired',
    isExcluded: state === 'excluded',
  };
}

function groupsOf(
  page: Page,
  category: Category,
  score: CategoryScore,
  own: readonly ObjectiveFacts[],
  hold: { readonly ids: readonly string[]; readonly level: number | undefined },
): object[] {
  const { words: w, model, assessment } = page;
  const objectives = new Map(category.objectives.map((each) => [each.id, each]));
  const least = Math.max(score.target ?? 0, hold.level ?? 0);
  return model.levels.flatMap(({ n, name }) => {
    const here = own.filter((each) => each.level === n);
    if (here.length === 0) return [];
    const applying = here.filter(({ state }) => state !== 'excluded');
    const met = applying.filter(({ state }) => state === 'met').length;
    const isBrief = n > least;
    const standing =
      applying.length === met
        ? w.category.passed
        : n === hold.level
          ? w.category.holdsAt(w.list(hold.ids), score.level ?? 1)
          : isBrief
            ? w.category.beyond
            : score.target === null
              ? w.category.noTarget
              : w.category.needed;
    return [
      {
        ...{ n, name, isBrief, standing },
        met: applying.length === 0 ? w.category.nothing : w.category.met(met, applying.length),
        rows: here.flatMap((each) => {
          const objective = objectives.get(each.id);
          return objective
            ? [objectiveView(page, each, objective, assessment.answers.get(each.id) ?? {}, isBrief)]
            : [];
        }),
      },
    ];
  });
}

function objectiveView(
  page: Page,
  each: ObjectiveFacts,
  objective: ControlObjective,
  answer: Answer,
  isBrief: boolean,
): object {
  const { words: w } = page;
  const isOpen = each.state !== 'met' && each.state !== 'excluded';
  const plan = !isOpen ? '' : [each.owner, each.due === '' ? '' : w.shortDay(each.due)].filter(Boolean).join(', ');
  return {
    id: each.id,
    title: each.title,
    text: objective.title === undefined ? '' : objective.text,
    isBrief,
    symbol: symbolOf(each),
    state: each.state === 'met' && !each.evidenced ? w.metNotEvidenced : w.stateNames[each.state],
    evidence: evidenceView(each, objective, answer, page, isBrief),
    measured: measuredView(objective, answer, w),
    plan: isBrief ? '' : plan,
    isLost: !isBrief && isOpen && plan === '',
    isLate: each.daysLate !== null && each.daysLate > 0,
  };
}

function evidenceView(
  each: ObjectiveFacts,
  objective: ControlObjective,
  answer: Answer,
  { words: w, facts }: Page,
  isBrief: boolean,
): object {
  const { evidence } = answer;
  const text = evidence === undefined ? '' : String(plainValue(evidence)).trim();
  const link = evidence !== undefined && isLinked(evidence) ? evidence.link : '';
  const asOf = facts.organization.asOf;
  const until =
    each.validUntil === '' || text === '' || isBrief
      ? ''
      : asOf !== '' && each.validUntil < asOf
        ? w.category.expiredOn(w.shortDay(each.validUntil))
        : w.category.until(w.shortDay(each.validUntil));
  return {
    text,
    link: isShownLink(link) ? link : '',
    until,
    none: text === '' && each.state === 'met',
    wanted: text === '' && !isBrief && each.state !== 'excluded' ? w.category.wanted(objective.evidence[0] ?? '') : '',
    isBlank: text === '' && (isBrief || each.state === 'excluded'),
  };
}

/** Only addresses that cannot do anything by themselves. */
export function isShownLink(link: string): boolean {
  return /^(?:https:\/\/|mailto:)[^\s]+$/i.test(link);
}

function measuredView({ kpi }: ControlObjective, { measured }: Answer, w: ReportWords): object {
  if (!kpi) return { text: w.category.noFigure, hasBar: false };
  const unit = (value: number): string =>
    kpi.unit === 'percent' ? `${value}%` : kpi.unit === 'count' ? String(value) : `${value} ${kpi.unit}`;
  const inWords = isAtBound(kpi) ? w.needed : kpi.direction === 'at-least' ? w.atLeast : w.atMost;
  const wanted = inWords(unit(kpi.threshold));
  const hasBar = measured !== undefined && kpi.unit === 'percent' && measured >= 0 && measured <= 100;
  const width = 46;
  return {
    text: measured === undefined ? w.category.notMeasured(wanted) : w.category.measuredAt(unit(measured), wanted),
    hasBar,
    width,
    bar: tenth(((measured ?? 0) / 100) * width),
    tick: tenth((Math.min(100, kpi.threshold) / 100) * width),
  };
}
