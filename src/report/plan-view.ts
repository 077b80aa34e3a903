/** The second page, for the CISO: what is left, what is late, what blocks. */
import type { ReportWords } from '../locale/en/report.js';
import { serialOf } from '../assessment/dates.js';
import { categoriesOf } from '../model/model.js';
import { monthsFrom } from './calendar.js';
import { dueWithin, type ObjectiveFacts, type ReportFacts } from './facts.js';
import { lanes, PLAN, tenth } from './marks.js';
import { dueOf, type Page } from './page.js';
import { planSentences, planTitle, SOON } from './sentences.js';
import { decimal, whole } from '../document/shown.js';

/** Rows of what is due soon. */
const MOST_DUE = 8;

/** Its view; `name` is that of the organization. */
export function planView(page: Page, name: string): object {
  const { facts, words: w, model } = page;
  const { plan, today } = facts;
  const byId = new Map(facts.objectives.map((each) => [each.id, each]));
  const months = monthsFrom(today, PLAN.months + 1);
  const first = serialOf(months[0] ?? today) ?? 0;
  const last = serialOf(months.at(-1) ?? today) ?? first + 1;
  const place = (day: string): number => tenth((((serialOf(day) ?? 0) - first) / (last - first)) * PLAN.width);
  const names = new Map(categoriesOf(model).map((category) => [category.id, category.name]));
  const due = dueWithin(facts, SOON);
  const sentences = planSentences(facts, page);
  return {
    kind: `${w.board.kind.split(' · ')[0] ?? ''} · ${name}`,
    when: [
      facts.organization.asOf === '' ? '' : w.board.assessed(w.day(facts.organization.asOf), ''),
      w.board.reportOf(w.day(today)),
    ]
      .filter(Boolean)
      .join(' · '),
    ...sentences,
    hasBlocks: sentences.blocks !== '',
    title: planTitle(facts, page),
    any: facts.roadmap.length > 0,
    width: PLAN.width,
    months: months
      .slice(0, -1)
      .map((day) => ({ x: place(day), text: w.month(day), year: day.slice(5, 7) === '01' ? day.slice(0, 4) : '' })),
    today: place(today),
    days: plan.days.map((day) => ({ text: endOf(day, w), iso: day })),
    rows: plan.rows.map((row) => planRow(row, { page, byId, place, today, end: last, names })),
    program: {
      today: w.plan.asPlanned(decimal(facts.program.maturity, w.notApplicable)),
      values: plan.maturity.map((value, index) => ({
        text: decimal(value, w.notApplicable),
        day: endOf(plan.days[index] ?? '', w),
      })),
    },
    due: {
      title: w.plan.dueTitle(SOON),
      any: due.length > 0,
      rows: due.slice(0, MOST_DUE).map((each) => ({
        ...dueOf(each, page),
        day: w.shortDay(each.due),
        when: (each.daysLate ?? 0) > 0 ? w.plan.daysOverdue(each.daysLate ?? 0) : w.plan.inDays(-(each.daysLate ?? 0)),
        title: each.title,
        id: each.id,
        level: each.level,
        owner: each.owner === '' ? w.things.noOwner : each.owner,
      })),
      note:
        due.length > MOST_DUE
          ? w.plan.more(due.length - MOST_DUE, SOON, facts.roadmap.length)
          : w.plan.allListed(facts.roadmap.length),
    },
    list: facts.roadmap.flatMap((id, index) => {
      const each = byId.get(id);
      if (!each) return [];
      return [
        {
          n: index + 1,
          ...{ id, title: each.title, level: each.level, state: w.stateNames[each.state] },
          owner: each.owner === '' ? w.things.noOwner : each.owner,
          ...dueOf(each, page),
        },
      ];
    }),
  };
}

interface Planning {
  readonly page: Page;
  readonly byId: ReadonlyMap<string, ObjectiveFacts>;
  readonly place: (day: string) => number;
  readonly today: string;
  /** Serial number at which the axis ends. */
  readonly end: number;
  readonly names: ReadonlyMap<string, string>;
}

/** The end of a quarter above its column. */
const endOf = (day: string, w: ReportWords): string => `${Number(day.slice(8))} ${w.month(day)}`;

function planRow(
  row: ReportFacts['plan']['rows'][number],
  { page: { facts, words: w }, byId, place, end, names }: Planning,
): object {
  const own = row.objectives.flatMap((id) => byId.get(id) ?? []);
  const dated = own.filter(({ due }) => due !== '' && (serialOf(due) ?? 0) < end);
  const marks = dated.map((each) => ({ each, x: Math.max(6, place(each.due)) })).sort((a, b) => a.x - b.x);
  const lane = lanes(marks.map(({ x }) => x));
  const undated = own.filter(({ due }) => due === '');
  const later = own.filter(({ due }) => due !== '' && (serialOf(due) ?? 0) >= end).length;
  const score = facts.categories.find(({ id }) => id === row.category);
  const depth = Math.max(0, ...lane) + 1;
  let before = score?.level ?? null;
  return {
    name: names.get(row.category) ?? row.category,
    height: 6 + depth * PLAN.lane,
    width: PLAN.width,
    marks: marks.map(({ each, x }, index) => ({
      ...markOf(each),
      x,
      y: 10 + (lane[index] ?? 0) * PLAN.lane,
      level: each.level,
    })),
    undated: undated.length === 0 ? '' : undated.map(({ level }) => level).join(' '),
    later: later === 0 ? '' : String(later),
    levels: row.levels.map((level, index) => {
      const rises = level !== null && before !== null && level > before;
      before = level;
      return { text: whole(level, w.notApplicable), rises, day: endOf(facts.plan.days[index] ?? '', w) };
    }),
    target: whole(score?.target ?? null, w.none),
    reached: row.reached === null ? w.none : row.reached ? w.plan.yes : w.plan.no,
    isOpen: row.reached === false,
    listed: own.map(({ id, title, due }) => ({ id, title, due: due === '' ? w.plan.noDate : w.shortDay(due) })),
  };
}

/** Which of the symbols of the plan an objective has. */
function markOf({ state, daysLate }: ObjectiveFacts): object {
  const isLate = daysLate !== null && daysLate > 0;
  return {
    isLate,
    isPartly: !isLate && state === 'partly',
    isOpen: !isLate && (state === 'unanswered' || state === 'expired'),
  };
}
