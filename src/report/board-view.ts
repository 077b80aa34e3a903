/** The first page, for the board: where, why, what next, since when, compared with whom. */
import type { ReportWords } from '../locale/en/report.js';
import { categoriesOf } from '../model/model.js';
import type { CategoryScore } from '../scoring/score.js';
import type { ReportFacts } from './facts.js';
import { across, profileRow, ROW } from './marks.js';
import { dueOf, topOf, type Page } from './page.js';
import { boardSentences, bringsInWords, profileTitle } from './sentences.js';
import { decimal, percent, whole } from '../document/shown.js';
import { peersView, trendView } from './comparison-view.js';

/** A longer name is set in smaller letters: it would take a second line. */
const LONG_NAME = 44;
/** A longer name of a category takes three lines. */
const LONG_CATEGORY = 52;

/** Its view; `name` is that of the organization. */
export function boardView(page: Page, name: string): object {
  const { facts, words: w, model } = page;
  const { organization, program, check } = facts;
  const levels = model.levels.map(({ n, name: level }) => ({ n, name: level, x: across(n, topOf(model)) }));
  const applies = program.maturity !== null;
  const sentences = boardSentences(facts, page);
  const trend = trendView(page);
  const peers = peersView(page);
  const longest = Math.max(0, ...categoriesOf(model).map((each) => each.name.length));
  return {
    name,
    // So that all of it is on one sheet, whatever there is to say.
    isLong: name.length > LONG_NAME,
    isDense: (name.length > LONG_NAME || check.errors > 0 || longest > LONG_CATEGORY) && trend.hasChart && peers.has,
    reportOf: w.board.reportOf(w.day(facts.today)),
    facts: [
      organization.unit.trim(),
      organization['scope' as keyof typeof organization]?.trim() ?? '',
      organization.asOf === ''
        ? w.board.noDate
        : w.board.assessed(w.day(organization.asOf), organization.assessor.trim()),
      program.completeness === null ? '' : w.board.answered(percent(program.completeness, '')),
      check.errors === 0 ? w.board.clean : w.board.errors(check.errors),
    ].filter(Boolean),
    applies,
    isFaulty: check.spoiling > 0,
    maturity: decimal(program.maturity, w.notApplicable),
    ofTop: w.board.of(topOf(model)),
    evidenced: decimal(program.evidencedMaturity, w.notApplicable),
    floor: whole(program.floor, w.notApplicable),
    ...sentences,
    hasWhy: sentences.why !== '',
    hasNext: sentences.next !== '',
    profile: { title: profileTitle(facts, page), levels, width: ROW.width, domains: profileDomains(page) },
    trend,
    peers,
    things: {
      title: w.things.title(facts.next.length),
      none: facts.next.length === 0,
      rows: facts.next.map((each, index) => ({
        n: index + 1,
        title: each.title,
        id: each.id,
        brings: bringsInWords(each, page),
        owner: each.owner === '' ? w.things.noOwner : each.owner,
        ...dueOf(each, page),
      })),
    },
  };
}

function profileDomains(page: Page): object[] {
  const { facts, words: w, model } = page;
  const top = topOf(model);
  const scores = new Map(facts.categories.map((each) => [each.id, each]));
  return model.domains.flatMap((domain) => {
    const figures = facts.domains.find(({ id }) => id === domain.id);
    const own = domain.categories.flatMap((category) => {
      const score = scores.get(category.id);
      return score ? [{ category, score }] : [];
    });
    if (own.length === 0) return [];
    return [
      {
        name: domain.name,
        mean:
          figures?.maturity === null || !figures
            ? ''
            : w.profile.mean(decimal(figures.maturity, ''), decimal(figures.evidencedMaturity, '')),
        rows: own.map(({ category, score }) => profileView(category.name, score, top, facts, w)),
      },
    ];
  });
}

function profileView(name: string, score: CategoryScore, top: number, facts: ReportFacts, w: ReportWords): object {
  const { level, evidencedLevel, potential, target } = score;
  return {
    name,
    isWeakest: level !== null && level === facts.program.floor,
    applies: level !== null,
    evidenced: whole(evidencedLevel, w.notApplicable),
    claimed: whole(level, w.notApplicable),
    possible: level !== null && potential !== null && potential > level ? String(potential) : w.none,
    target: whole(target, w.none),
    plot: { ...profileRow(score, top), width: ROW.width, height: ROW.height },
  };
}
