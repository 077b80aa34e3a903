/** The sentences of a report, made by rules: of each list the first that fits. `**` stands around what is printed bold. */
import { twoDecimals } from '../grid/two-decimals.js';
import type { ReportWords } from '../locale/en/report.js';
import { categoriesOf, type Model } from '../model/model.js';
import type { CategoryScore } from '../scoring/score.js';
import { categoryNames } from './coverage.js';
import { dueWithin, type Earlier, type NextThing, type ReportFacts } from './facts.js';
import { decimal } from '../document/shown.js';

/** What is due soon. */
export const SOON = 60;
/** Of more objectives than these, the first of the roadmap are named instead. */
const MOST_LIFTED = 12;
/** Peers whose median is this near count as at the median. */
const NEAR = 0.05;
/** Two maturities are the same where two decimals don't tell them apart. */
const UNCHANGED = 0.005;
/** Of fewer peers no figures are shown. */
export const LEAST_PEERS = 5;

/** What a sentence needs to know besides the facts. */
export interface Said {
  readonly model: Model;
  readonly words: ReportWords;
}

/** Those of the same edition as the assessment itself, and that can be compared with it. */
function comparable({ earlier, model }: ReportFacts): Earlier[] {
  return earlier.filter((each) => each.model === `${model.id} ${model.version}` && each.maturity !== null);
}

const namesOf = (ids: readonly string[], model: Model): string[] => {
  const names = categoryNames(model);
  return ids.map((id) => names.get(id) ?? id);
};
const topOf = (model: Model): number => model.levels.length;
const withTarget = ({ categories }: ReportFacts): CategoryScore[] =>
  categories.filter(({ target, level }) => target !== null && level !== null);
const belowTarget = (facts: ReportFacts): CategoryScore[] => withTarget(facts).filter(({ gap }) => (gap ?? 0) > 0);
const isNothingAnswered = ({ program, shoreUp, objectives }: ReportFacts): boolean =>
  program.completeness === 0 && shoreUp.expired.length === 0 && objectives.some(({ state }) => state === 'unanswered');

/** Where we stand, what holds us back, what comes next; the last two are `''` where nothing applies. */
export function boardSentences(facts: ReportFacts, said: Said): { where: string; why: string; next: string } {
  const { words: w, model } = said;
  const prefix = facts.check.spoiling > 0 ? `**${w.faulty(facts.check.spoiling)}** ` : '';
  if (facts.program.maturity === null) return { where: prefix + w.stand.nothingApplies, why: '', next: '' };
  if (isNothingAnswered(facts)) {
    const potential = Math.max(...facts.categories.map((each) => each.potential ?? 0));
    const [domain] = model.domains;
    const lowest = facts.objectives.find(({ state }) => state === 'unanswered')?.level ?? 2;
    return {
      where: prefix + w.stand.nothingAnswered(potential),
      why: w.holds.missing(facts.shoreUp.unanswered.length),
      next: w.next.begin(domain?.name ?? '', lowest),
    };
  }
  return {
    where: prefix + standing(facts, said),
    why: holds(facts, said),
    next: next(facts, said),
  };
}

function standing(facts: ReportFacts, { model, words: w }: Said): string {
  const { program } = facts;
  const last = comparable(facts).at(-1);
  const since = last ? w.monthAndYear(last.asOf) : '';
  const by = (program.maturity ?? 0) - (last?.maturity ?? 0);
  const amount = twoDecimals(Math.abs(by));
  const change = !last
    ? ''
    : Math.abs(by) < UNCHANGED
      ? w.stand.same(since)
      : by > 0
        ? w.stand.up(amount, since)
        : w.stand.down(amount, since);
  const first = w.stand.at(
    decimal(program.maturity, w.notApplicable),
    topOf(model),
    decimal(program.evidencedMaturity, w.notApplicable),
    change,
  );
  return `${first} ${targetClause(facts, w)}`;
}

function targetClause(facts: ReportFacts, { targets: w }: ReportWords): string {
  const n = withTarget(facts).length;
  const k = belowTarget(facts).length;
  const isSome = n < facts.categories.filter(({ level }) => level !== null).length;
  if (n === 0) return w.none;
  if (k === 0) return w.reached;
  return k === n ? w.all(n, isSome) : w.some(k, n, isSome);
}

function holds(facts: ReportFacts, { model, words: w }: Said): string {
  const { holding } = facts;
  if (!holding || holding.floor >= topOf(model)) return w.holds.top(topOf(model));
  const { floor, categories, objectives, open } = holding;
  const k = objectives.length;
  const those = w.names(namesOf(categories, model));
  if (withTarget(facts).length > 0 && belowTarget(facts).length === 0) return w.holds.noGap(floor, those);
  const all = facts.categories.filter(({ level }) => level !== null).length;
  const [only = ''] = namesOf(categories, model);
  const first =
    categories.length === 1
      ? w.holds.one(only, floor, k)
      : categories.length === all
        ? w.holds.every(floor, k)
        : w.holds.several(categories.length, floor, those, k);
  return open > 0 ? `${first} ${w.holds.open(open)}` : first;
}

function next(facts: ReportFacts, { model, words: w }: Said): string {
  const { holding } = facts;
  if (!holding || holding.objectives.length === 0) return '';
  const k = holding.objectives.length;
  if (k > MOST_LIFTED) return firstThings(facts, { model, words: w });
  const { floor, maturity: lifted } = holding.lifted;
  const first =
    floor > holding.floor ? w.next.lifts(k, floor, decimal(lifted, '')) : w.next.keeps(k, decimal(lifted, ''));
  const { overdue, undated, last } = holding;
  const second =
    overdue > 0 || undated > 0
      ? w.next.overdueAndUndated(k, overdue, undated)
      : last === ''
        ? ''
        : w.next.dated(w.day(last));
  return second === '' ? first : `${first} ${second}`;
}

function firstThings(facts: ReportFacts, { model, words: w }: Said): string {
  const names = categoryNames(model);
  const lifted = new Map(
    facts.next.flatMap(({ category, brings }) => (brings.is === 'level' ? [[category, brings.level] as const] : [])),
  );
  const n = facts.next.length;
  if (lifted.size === 0) return w.next.firstBring(n, decimal(facts.nextMaturity, w.notApplicable));
  return w.next.firstLift(n, w.list([...lifted].map(([id, level]) => w.next.toLevel(names.get(id) ?? id, level))));
}

/** The title over the levels of the categories. */
export function profileTitle(facts: ReportFacts, { words: { profile: w } }: Said): string {
  const n = withTarget(facts).length;
  const k = belowTarget(facts).length;
  if (n === 0) return w.levels(facts.categories.length);
  if (k === 0) return w.reached;
  const floor = facts.program.floor ?? 0;
  const atFloor = facts.categories.filter(({ level }) => level === floor).length;
  return w.below(k, n) + (floor === 1 ? w.stillAt(atFloor, floor) : '');
}

/** The title over the trend; the sentence in its place where there is only one assessment. */
export function trendTitle(facts: ReportFacts, { words: w }: Said): string {
  const [first] = comparable(facts);
  const { maturity: now } = facts.program;
  if (facts.organization.asOf === '') return w.trend.undated;
  if (!first || now === null) return w.trend.first;
  const since = w.monthAndYear(first.asOf);
  const [a, b] = [decimal(first.maturity, ''), decimal(now, '')];
  const by = now - (first.maturity ?? 0);
  if (Math.abs(by) < UNCHANGED) return w.trend.same(b, since);
  return by > 0 ? w.trend.up(a, b, since) : w.trend.down(a, b, since);
}

/** Where the program stands among peers. */
export function peersTitle({ peers, program }: ReportFacts, { words: { peers: w } }: Said): string {
  if (!peers) return '';
  if (peers.n < LEAST_PEERS) return w.few(peers.n, LEAST_PEERS);
  const own = program.maturity ?? 0;
  const { q1, median, q3 } = peers.program;
  const group = peers.key === '' ? '' : w.in(peers.key);
  if (Math.abs(own - median) <= NEAR) return w.median(peers.n, group);
  if (own < q1) return w.lower(peers.n, group);
  if (own > q3) return w.upper(peers.n, group);
  return own < median ? w.below(peers.n, group) : w.above(peers.n, group);
}

/** What one of the next things brings, in words. */
export function bringsInWords({ brings, category }: NextThing, { model, words: { things: w, list } }: Said): string {
  const name = categoryNames(model).get(category) ?? category;
  if (brings.is === 'one-of') return w.oneOf(brings.of, brings.level, name);
  const together = brings.with.map((index) => String(index + 1));
  return (together.length > 0 ? w.with(list(together)) : '') + w.lifts(name, brings.level);
}

/** What is left, what is late, what blocks. */
export function planSentences(
  facts: ReportFacts,
  { model, words }: Said,
): { left: string; late: string; blocks: string } {
  const w = words.plan;
  const due = dueWithin(facts, SOON);
  const late = due.filter(({ daysLate }) => (daysLate ?? 0) > 0).map(({ daysLate }) => daysLate ?? 0);
  const soon = due.length - late.length;
  const byId = new Map(facts.objectives.map((each) => [each.id, each]));
  const undated = facts.roadmap.filter((id) => byId.get(id)?.due === '').length;
  const { waits } = facts.plan;
  const name = waits && (categoryNames(model).get(waits.category) ?? waits.category);
  const k = facts.roadmap.length;
  const hasTargets = facts.plan.rows.some(({ reached }) => reached !== null);
  return {
    left: k === 0 ? w.nothingRemains : w.remain(k, hasTargets),
    late:
      late.length > 0
        ? `${w.overdue(late)}${soon > 0 ? `; ${w.dueSoon(soon, SOON)}` : ''}.`
        : `${w.nothingLate}; ${w.soon(soon, SOON)}.`,
    blocks: [
      undated > 0 ? w.undated(undated, hasTargets) : k > 0 ? w.nothingBlocks : '',
      waits && name ? w.waits(name, waits.id, waits.level, words.day(waits.due), waits.after) : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The title over the plan. */
export function planTitle({ plan }: ReportFacts, { words }: Said): string {
  const w = words.plan;
  const rows = plan.rows.filter(({ reached }) => reached !== null);
  if (plan.lastDay === '') return w.noDates;
  if (rows.length === 0) return w.noTargets;
  return w.reach(rows.filter(({ reached }) => reached === true).length, rows.length, words.day(plan.lastDay));
}

/** Which deployment type is lowest, where they differ. */
export function deploymentTitle({ deployments }: ReportFacts, { model, words: { deployments: w } }: Said): string {
  const known = deployments.flatMap(({ id, program }) =>
    program.maturity === null ? [] : [{ id, at: program.maturity }],
  );
  const [lowest] = [...known].sort((a, b) => a.at - b.at);
  const highest = Math.max(...known.map(({ at }) => at));
  if (known.length < 2 || !lowest) return w.only;
  if (highest - lowest.at < APART) return w.alike;
  return w.lowest(model.deployments.find(({ id }) => id === lowest.id)?.name ?? lowest.id);
}
/** Maturities of deployment types that differ by less than this are alike. */
const APART = 0.25;

/** Where one category stands and what the next level wants. */
export function categorySentence(
  facts: ReportFacts,
  category: CategoryScore,
  held: { readonly ids: readonly string[]; readonly level: number | undefined },
  { model, words: { category: w, stateNames, list } }: Said,
): string {
  if (category.level === null) return w.notApplicable;
  const target = category.target === null ? '' : (category.gap ?? 0) > 0 ? w.below(category.gap ?? 0) : w.onTarget;
  const byId = new Map(facts.objectives.map((each) => [each.id, each]));
  const objectives = held.ids.flatMap((id) => byId.get(id) ?? []);
  const undated = objectives.filter(({ due }) => due === '').map(({ id }) => id);
  return [
    w.at(category.level, topOf(model), target),
    held.level === undefined || objectives.length === 0
      ? w.top
      : w.wants(held.level, list(objectives.map(({ id, state }) => w.held(id, stateNames[state])))),
    undated.length > 0 && category.plannedLevel === category.level
      ? w.blocked(list(undated), undated.length === 1, category.level)
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Every category of the model with its number, as its page heads it. */
export function numbered(
  model: Model,
): { readonly id: string; readonly domain: string; readonly n: number; readonly of: number }[] {
  const all = categoriesOf(model);
  return all.map(({ id, domain }, index) => ({
    id,
    domain: model.domains.find((each) => each.id === domain)?.name ?? domain,
    n: index + 1,
    of: all.length,
  }));
}
