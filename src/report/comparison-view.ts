/** Compared with earlier assessments, and with others. */
import { serialOf } from '../assessment/dates.js';
import type { ReportWords } from '../locale/en/report.js';
import type { Earlier } from './facts.js';
import { across, line, tenth, TREND, trendFrame, type Point } from './marks.js';
import { topOf, type Page } from './page.js';
import { LEAST_PEERS, peersTitle, trendTitle } from './sentences.js';
import { decimal } from '../document/shown.js';

/** The program over time, and as planned. */
export function trendView(page: Page): Readonly<Record<string, unknown>> & { readonly hasChart: boolean } {
  const { facts, words: w, model } = page;
  const title = trendTitle(facts, page);
  const own = `${facts.model.id} ${facts.model.version}`;
  const asOf = facts.organization.asOf;
  const now = facts.program.maturity;
  const known = facts.earlier.filter((each) => each.maturity !== null);
  if (known.length === 0 || now === null || asOf === '') return { title, hasChart: false };
  const top = topOf(model);
  const all: Earlier[] = [
    ...known,
    { asOf, maturity: now, evidencedMaturity: facts.program.evidencedMaturity, model: own },
  ];
  const planned = facts.plan.days.flatMap((day, index) => {
    const value = facts.plan.maturity[index];
    return value === null || value === undefined || facts.plan.lastDay === '' || day <= asOf ? [] : [{ day, value }];
  });
  const serial = (day: string): number => serialOf(day) ?? 0;
  const last = planned.at(-1)?.day ?? asOf;
  const at = trendFrame(serial(all[0]?.asOf ?? asOf), serial(last), top);
  const runs = runsOf(all);
  const points = (those: readonly Earlier[], of: (each: Earlier) => number | null): Point[] =>
    those.flatMap((each) => {
      const value = of(each);
      return value === null ? [] : [at(serial(each.asOf), value)];
    });
  const claimed = runs.map((run) => points(run, (each) => each.maturity));
  const evidenced = runs.map((run) => points(run, (each) => each.evidencedMaturity));
  const end = at(serial(asOf), now);
  const lastEvidenced = facts.program.evidencedMaturity;
  const plan = planned.map(({ day, value }) => at(serial(day), value));
  const lastPlanned = planned.at(-1);
  const others = [...new Set(known.map((each) => each.model).filter((each) => each !== own))];
  return {
    title,
    hasChart: true,
    width: TREND.width,
    height: TREND.height,
    left: TREND.left,
    right: TREND.width - TREND.right,
    bottom: TREND.height - TREND.below,
    above: TREND.above,
    levels: model.levels.map(({ n }) => ({ n, y: at(serial(asOf), n).y })),
    claimedLines: claimed.filter(({ length }) => length > 1).map(line),
    evidencedLines: evidenced.filter(({ length }) => length > 1).map(line),
    claimed: claimed.flat(),
    evidenced: evidenced.flat(),
    hasPlan: plan.length > 0,
    planLine: line([end, ...plan]),
    planned: plan.map(({ x, y }) => ({
      points: line([
        { x, y: y - 5 },
        { x: x + 5, y },
        { x, y: y + 5 },
        { x: x - 5, y },
      ]),
    })),
    now: end,
    labels: {
      claimed: { ...end, y: tenth(end.y - 10), text: w.trend.claimed(decimal(now, '')) },
      evidenced: {
        ...at(serial(asOf), lastEvidenced ?? 1),
        text: w.trend.evidenced(decimal(lastEvidenced, w.notApplicable)),
      },
      planned: lastPlanned
        ? { ...at(serial(lastPlanned.day), lastPlanned.value), text: w.trend.planned(decimal(lastPlanned.value, '')) }
        : null,
      first: {
        ...at(serial(all[0]?.asOf ?? asOf), all[0]?.maturity ?? 1),
        text: decimal(all[0]?.maturity ?? null, ''),
      },
    },
    ticks: ticksOf(
      [all[0]?.asOf ?? asOf, ...all.slice(1).map((each) => each.asOf), last],
      (day) => at(serial(day), 1).x,
      w,
    ),
    rows: [
      ...all.map((each) => ({
        day: w.day(each.asOf),
        claimed: decimal(each.maturity, w.notApplicable),
        evidenced: decimal(each.evidencedMaturity, w.notApplicable),
        planned: w.none,
      })),
      ...planned.map(({ day, value }) => ({
        day: w.day(day),
        claimed: w.none,
        evidenced: w.none,
        planned: decimal(value, ''),
      })),
    ],
    editions: others.length > 0 ? w.trend.editions(w.list(others)) : '',
  };
}

/** Runs of assessments with the same edition: the line breaks between them. */
function runsOf(all: readonly Earlier[]): Earlier[][] {
  const runs: Earlier[][] = [];
  for (const each of all) {
    const run = runs.at(-1);
    if (run?.at(-1)?.model === each.model) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** Names of days below the axis, left out where they would touch. */
function ticksOf(days: readonly string[], x: (day: string) => number, w: ReportWords): object[] {
  const ticks: { x: number; text: string }[] = [];
  // The last ones matter most.
  for (const day of [...new Set(days)].reverse())
    if (ticks.every((tick) => Math.abs(tick.x - x(day)) >= WIDTH_OF_TICK))
      ticks.push({ x: x(day), text: w.shortMonthAndYear(day) });
  return ticks.reverse();
}
const WIDTH_OF_TICK = 44;

/** The program and its domains beside the middle half of others. */
export function peersView(page: Page): Readonly<Record<string, unknown>> & { readonly has: boolean } {
  const { facts, words: w, model } = page;
  const { peers } = facts;
  const title = peersTitle(facts, page);
  if (!peers) return { has: false };
  if (peers.n < LEAST_PEERS) return { has: true, few: true, title };
  const top = topOf(model);
  const width = 190;
  const rows = [
    { name: w.peers.program, own: facts.program.maturity, of: peers.program },
    ...model.domains.flatMap((domain) => {
      const of = peers.domains[domain.id];
      const own = facts.domains.find(({ id }) => id === domain.id);
      return of && own ? [{ name: domain.name, own: own.maturity, of }] : [];
    }),
  ];
  return {
    has: true,
    few: false,
    title,
    width,
    levels: model.levels.map(({ n }) => ({ n, x: across(n, top, width) })),
    rows: rows.map(({ name, own, of }, index) => ({
      name,
      isFirst: index === 0,
      own: decimal(own, w.notApplicable),
      median: decimal(of.median, ''),
      plot: {
        width,
        height: 24,
        levels: model.levels.map(({ n }) => across(n, top, width)),
        half: { x: across(of.q1, top, width), width: tenth(across(of.q3, top, width) - across(of.q1, top, width)) },
        median: across(of.median, top, width),
        has: own !== null,
        own: across(own ?? 1, top, width),
      },
    })),
  };
}
