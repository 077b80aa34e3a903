/** Everything that the report's page shows, finished: texts, and places of marks. Templates put it into tags and compute nothing. */
import { categoriesOf } from '../model/model.js';
import { boardView } from './board-view.js';
import { categoryView } from './category-view.js';
import { across } from './marks.js';
import { topOf, type Page } from './page.js';
import { planView } from './plan-view.js';
import { deploymentTitle } from './sentences.js';
import { decimal } from '../document/shown.js';

/** Of more findings than these the rest is a number. */
const MOST_FINDINGS = 60;
/** Ids that are named of a kind. */
const MOST_IDS = 12;

/** The whole page. */
export function pageView(page: Page): object {
  const { facts, words: w, model } = page;
  const { organization } = facts;
  const name = organization.name.trim() || w.board.noName;
  return {
    w,
    language: w.language,
    name,
    title: `${name} · ${w.board.kind}`,
    board: boardView(page, name),
    plan: planView(page, name),
    shoreUp: shoreUpView(page),
    deployments: deploymentsView(page),
    categories: categoriesOf(model).map((category, index) => categoryView(page, category, index)),
    coverage: coverageView(page),
    findings: findingsView(page),
    method: {
      text: w.method.text,
      source: w.method.source(
        `${model.title} ${model.version}`,
        page.source.file,
        page.source.sha256 === '' ? w.none : page.source.sha256,
      ),
      notice: w.method.notice,
    },
  };
}

function shoreUpView({ facts, words: w, model }: Page): object {
  const { met, withoutEvidence, lowered, expired, unanswered } = facts.shoreUp;
  const names = new Map(categoriesOf(model).map(({ id, name }) => [id, name]));
  const byId = new Map(facts.objectives.map((each) => [each.id, each]));
  const some = (ids: readonly string[], text: (id: string) => string = (id) => id): string =>
    ids.slice(0, MOST_IDS).map(text).join(', ') + (ids.length > MOST_IDS ? w.shoreUp.more(ids.length - MOST_IDS) : '');
  const costs = lowered.length > 0 ? `${w.shoreUp.costs(w.names(lowered.map((id) => names.get(id) ?? id)))} ` : '';
  return {
    title: w.shoreUp.title(withoutEvidence.length + expired.length + unanswered.length),
    lines: [
      ...(withoutEvidence.length > 0
        ? [`${w.shoreUp.withoutEvidence(withoutEvidence.length, met)} ${costs}${some(withoutEvidence)}`]
        : []),
      ...(expired.length > 0
        ? [
            `${w.shoreUp.expired(expired.length)} ${some(expired, (id) => w.shoreUp.since(id, w.shortDay(byId.get(id)?.validUntil ?? '')))}`,
          ]
        : []),
      ...(unanswered.length > 0 ? [`${w.shoreUp.unanswered(unanswered.length)} ${some(unanswered)}`] : []),
    ],
  };
}

function deploymentsView(page: Page): object {
  const { facts, words: w, model } = page;
  const top = topOf(model);
  const width = 130;
  const nameOf = (id: string): string => model.deployments.find((each) => each.id === id)?.name ?? id;
  const floors = facts.deployments.flatMap(({ id, program: { floor } }) => (floor === null ? [] : [{ id, floor }]));
  const [lowest] = floors;
  const levels =
    lowest && floors.every(({ floor }) => floor === lowest.floor)
      ? w.deployments.levelEach(lowest.floor)
      : w.list(floors.map(({ id, floor }) => w.deployments.levelOf(nameOf(id), floor)));
  return {
    any: facts.deployments.length > 0,
    title: deploymentTitle(facts, page),
    width,
    levels: model.levels.map(({ n }) => ({ n, x: across(n, top, width) })),
    rows: facts.deployments.map(({ id, program }) => ({
      name: nameOf(id),
      evidenced: decimal(program.evidencedMaturity, w.notApplicable),
      claimed: decimal(program.maturity, w.notApplicable),
      apply: program.applicable,
      plot: {
        ...{ width, height: 20, levels: model.levels.map(({ n }) => across(n, top, width)) },
        has: program.maturity !== null,
        claimed: across(program.maturity ?? 1, top, width),
        evidenced: across(program.evidencedMaturity ?? 1, top, width),
      },
    })),
    note: floors.length === 0 ? '' : w.deployments.weakest(levels, facts.objectives.length),
  };
}

function coverageView({ facts, words: w, model }: Page): object {
  return {
    title: w.coverage.title,
    lead: w.coverage.lead,
    any: facts.coverage.length > 0,
    rows: facts.coverage.map(({ name, edition, controls, reached, some, whole: all }) => ({
      name: `${name} ${edition}`,
      controls,
      reached: reached.length,
      some,
      whole: all,
    })),
    details: facts.coverage.map(({ framework, edition, name, reached }) => {
      const groups = model.frameworks.get(`${framework}@${edition}`)?.groups ?? [];
      const byGroup = new Map<string, { reached: number; some: number; whole: number }>();
      for (const { group, objectives, met } of reached) {
        const at = byGroup.get(group) ?? { reached: 0, some: 0, whole: 0 };
        byGroup.set(group, {
          reached: at.reached + 1,
          some: at.some + (met > 0 ? 1 : 0),
          whole: at.whole + (met === objectives.length ? 1 : 0),
        });
      }
      return {
        caption: w.coverage.caption(`${name} ${edition}`),
        any: byGroup.size > 1,
        rows: [...byGroup].map(([group, counts]) => ({
          name: groups.find(({ id }) => id === group)?.name ?? group,
          ...counts,
        })),
      };
    }),
  };
}

function findingsView({ diagnostics, words: w }: Page): object {
  return {
    title: w.findings.title,
    any: diagnostics.length > 0,
    none: w.findings.none,
    rows: diagnostics.slice(0, MOST_FINDINGS).map(({ severity, sheet = '', cell = '', objective = '', message }) => ({
      severity: w.findings.severities[severity],
      isError: severity === 'error',
      place: [sheet && cell ? `${sheet}!${cell}` : sheet || cell, objective].filter(Boolean).join(' · ') || w.none,
      message,
    })),
    more: diagnostics.length > MOST_FINDINGS ? w.findings.more(diagnostics.length - MOST_FINDINGS) : '',
  };
}
