/** The portfolio as one page of HTML, in the grammar of the report: no script, nothing from elsewhere, printable. */
import { twoDecimals } from '../grid/two-decimals.js';
import type { ReadTemplate } from '../document/render.js';
import { decimal, percent } from '../document/shown.js';
import { portfolioWords, type PortfolioWords } from '../locale/en/portfolio.js';
import { reportWords } from '../locale/en/report.js';
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import { titleOf } from '../model/title.js';
import type { LevelDistribution, Portfolio } from '../scoring/portfolio.js';
import type { Distribution } from '../scoring/tally.js';
import { renderPage } from './html.js';
import { across } from './marks.js';

/** What a page of a portfolio is made from. */
export interface PortfolioPage {
  readonly portfolio: Portfolio;
  readonly model: Model;
  /** The day of the report. */
  readonly today: string;
  /** Who was left out, a sentence each: `portfolioNotes`. */
  readonly notes: readonly string[];
}

/** Width of the plot of a row, and of bars of shares. */
const [PLOT, BAR] = [150, 90];
/** Categories that the sentence on the weakest names. */
const WEAKEST = 3;

/**
 * One HTML file. What strangers wrote is text in it and nothing else.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderPortfolioHtml(
  page: PortfolioPage,
  readTemplate: ReadTemplate,
  words: PortfolioWords = portfolioWords,
): string {
  return renderPage(viewOf(page, words), 'portfolio', [], { readTemplate, model: page.model });
}

function viewOf({ portfolio, model, today, notes }: PortfolioPage, w: PortfolioWords): object {
  const { program, completeness, evidence, translated, n } = portfolio;
  const top = model.levels.length;
  const levels = model.levels.map((level) => ({ n: level.n, x: across(level.n, top, PLOT) }));
  const title = w.title(n);
  return {
    ...{ w, title, language: reportWords.language, levels, width: PLOT },
    // Columns behind the number, and behind the name.
    ...{ span: top + 2, behind: top + 4 },
    name: title,
    reportOf: reportWords.board.reportOf(reportWords.day(today)),
    facts: [
      `${model.title} ${model.version}`,
      completeness.median === null ? '' : w.answered(percent(completeness.median, '')),
      evidence && evidence.median !== null ? w.evidence(percent(evidence.median, '')) : '',
      !translated?.n
        ? ''
        : translated.share === null
          ? w.translatedFew(translated.n)
          : w.translated(percent(translated.share), translated.n),
    ].filter(Boolean),
    has: program.median !== null,
    nothing: n === 0 ? w.nobody : w.few,
    median: decimal(program.median, ''),
    ofTop: w.of(top),
    half: w.half(decimal(program.q1, ''), decimal(program.q3, '')),
    sentences: sentencesOf(portfolio, model, w),
    program: rowOf(w.levels.program, program, model, w),
    domains: domainsOf(portfolio, model, w),
    change: changeOf(portfolio, model, w),
    unmet: unmetOf(portfolio, model, w),
    groups: groupsOf(portfolio, model, w),
    notes,
    method: {
      text: [...w.method.text, ...(portfolio.least === undefined ? [] : [w.method.privacy(portfolio.least)])],
      source: `${w.method.source(`${model.title} ${model.version}`)} ${reportWords.method.notice}`,
    },
  };
}

function sentencesOf(portfolio: Portfolio, model: Model, w: PortfolioWords): object[] {
  const { program, categories, weakest, unmet, change } = portfolio;
  if (program.median === null) return [];
  const names = new Map(categoriesOf(model).map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const [first, ...others] = weakest.slice(0, WEAKEST);
  const [most] = unmet;
  const [lowest] = model.levels.filter((level) => (program.levels[level.n] ?? 0) > 0);
  const median = change?.program.median;
  return [
    {
      slot: w.where,
      text: [
        w.stand(
          decimal(program.median, ''),
          model.levels.length,
          decimal(program.q1, ''),
          decimal(program.q3, ''),
          program.n,
        ),
        lowest ? w.atFloor(program.levels[lowest.n] ?? 0, program.n, lowest.n) : '',
      ].join(' '),
    },
    ...(first === undefined
      ? []
      : [
          {
            slot: w.why,
            text: w.weakest(
              nameOf(first),
              decimal(categories.find(({ id }) => id === first)?.mean ?? null, ''),
              reportWords.list(others.map(nameOf)),
              others.length,
            ),
          },
        ]),
    {
      slot: w.next,
      text: most ? w.open(titleIn(model, most.objective), most.objective, most.n, most.applicable) : w.nothingOpen,
    },
    ...(change
      ? [
          {
            slot: w.since,
            text:
              median === null || median === undefined
                ? w.noChange
                : w.changed(change.n, signed(median), change.up ?? 0, change.same ?? 0, change.down ?? 0),
          },
        ]
      : []),
  ];
}

/** A difference with its sign. */
export function signed(value: number): string {
  const text = twoDecimals(Math.abs(value));
  return Number(text) === 0 ? '0.00' : `${value > 0 ? '+' : '−'}${text}`;
}

function titleIn(model: Model, id: string): string {
  const objective = objectivesOf(model).find((each) => each.id === id);
  return objective ? titleOf(objective) : id;
}

/** The middle half and the median of one row, and how many are at each level. */
function rowOf(name: string, each: LevelDistribution, model: Model, w: PortfolioWords): object {
  const most = Math.max(...Object.values(each.levels), 0);
  return {
    name,
    ...plotOf(each, model),
    n: each.n,
    why: each.n === 0 ? reportWords.notApplicable : w.withheld,
    median: decimal(each.median, ''),
    quarters: `${decimal(each.q1, '')}–${decimal(each.q3, '')}`,
    counts: model.levels.map(({ n }) => {
      const count = each.levels[n] ?? 0;
      return { level: n, count, isMost: count > 0 && count === most };
    }),
  };
}

function plotOf({ q1, median, q3 }: Distribution, model: Model): object {
  const top = model.levels.length;
  const at = (value: number): number => across(value, top, PLOT);
  if (q1 === null || median === null || q3 === null) return { has: false };
  return {
    has: true,
    plot: { x: at(q1), width: Math.max(1, at(q3) - at(q1)), median: at(median) },
  };
}

function domainsOf({ domains, categories }: Portfolio, model: Model, w: PortfolioWords): object[] {
  const byId = new Map([...domains, ...categories].map((each) => [each.id, each]));
  return model.domains.flatMap((domain) => {
    const own = byId.get(domain.id);
    if (!own) return [];
    return [
      {
        name: domain.name,
        median: own.median === null ? '' : `${w.levels.median} ${decimal(own.median, '')}`,
        rows: domain.categories.flatMap(({ id, name }) => {
          const each = byId.get(id);
          return each ? [rowOf(name, each, model, w)] : [];
        }),
      },
    ];
  });
}

function changeOf({ change }: Portfolio, model: Model, w: PortfolioWords): object {
  if (!change || change.up === null) return { has: false };
  const names = new Map(categoriesOf(model).map(({ id, name }) => [id, name]));
  return {
    has: true,
    lead: w.change.lead(change.n),
    program: {
      ...{ name: w.change.program, n: change.program.n, by: signed(change.program.mean ?? 0) },
      ...{ up: change.up, same: change.same, down: change.down },
    },
    rows: change.categories
      .filter(({ n }) => n > 0)
      .map(({ id, n, mean, up, same, down }) => ({
        ...{ name: names.get(id) ?? id, n, has: mean !== null, by: mean === null ? '' : signed(mean) },
        ...{ up, same, down, why: w.withheld },
      })),
  };
}

function unmetOf({ unmet }: Portfolio, model: Model, w: PortfolioWords): object {
  return {
    has: unmet.length > 0,
    title: w.unmet.title(unmet.length),
    width: BAR,
    rows: unmet.map(({ objective, n, applicable, share }) => ({
      ...{ id: objective, title: titleIn(model, objective), n, applicable },
      share: percent(share, ''),
      bar: Math.round(share * BAR * 10) / 10,
    })),
  };
}

function groupsOf({ groups, least = 0 }: Portfolio, model: Model, w: PortfolioWords): object[] {
  const { industries, sizes, regions } = model.profile;
  const names = new Map([...industries, ...sizes, ...regions].map(({ id, name }) => [id, name]));
  const all = [...new Set(groups.map(({ by }) => by))];
  return all.map((by) => ({
    name: w.groups.by[by],
    rows: groups
      .filter((each) => each.by === by)
      .map(({ key, n, program }) => ({
        name: key === '' ? w.groups.noKey : ((by === 'unit' ? undefined : names.get(key)) ?? key),
        n,
        why: n < least ? w.few : w.derivable,
        ...(program ? plotOf(program, model) : { has: false }),
        median: decimal(program?.median ?? null, ''),
        quarters: program ? `${decimal(program.q1, '')}–${decimal(program.q3, '')}` : '',
      })),
  }));
}
