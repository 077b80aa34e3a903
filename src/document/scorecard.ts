/** A scorecard as text for a terminal: the same figures that the workbook's Scorecard sheet shows. */
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import type { Organization } from '../assessment/assessment.js';
import type { ConsoleWords } from '../locale/en/console.js';
import type { GroupScore, Score } from '../scoring/score.js';
import { isError, type Finding } from '../diagnostic/finding.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { decimal, percent, shortened, whole } from './shown.js';

/** How many of the roadmap's first steps are shown. */
const NEXT_STEPS = 3;

/** Characters of a name. */
const WIDEST = 80;

/** A score, whose it is, and the file it came from. */
export interface ShownScore extends Score {
  readonly file: string;
  readonly organization: Organization;
  readonly findings: readonly Finding[];
}

/** Plain text. */
export function renderScorecard(
  report: ShownScore,
  model: Model,
  words: ConsoleWords,
  readTemplate: ReadTemplate,
): string {
  const { program, domains, categories, deployments, roadmap, organization } = report;
  const w = words.report;
  const affected = report.findings.filter((each) => isError(each) && each.affects === 'score').length;
  const width = Math.max(...categoriesOf(model).map(({ name }) => name.length));
  const texts = new Map(objectivesOf(model).map(({ id, text }) => [id, text]));
  return renderTemplate(readTemplate('scorecard.txt.hbs'), {
    file: report.file,
    organization: [organization.name || w.noName, organization.unit]
      .filter(Boolean)
      .map((name) => shortened(name, WIDEST))
      .join(', '),
    asOf: organization.asOf || w.noDate,
    model: `${model.title} ${model.version}`,
    program: groupView(program),
    top: model.levels.length,
    affected: affected === 0 ? '' : w.affected(affected, report.file),
    categoryHeader: headerOf(w.columns, width),
    categories: categories.map((category) => {
      const name = categoriesOf(model).find(({ id }) => id === category.id)?.name ?? '';
      const range = category.level === null ? 'n/a' : `${category.level}-${category.potential ?? ''}`;
      return [
        category.id.padEnd(4),
        name.padEnd(width),
        whole(category.level).padStart(5),
        range.padStart(6),
        whole(category.evidencedLevel).padStart(9),
        whole(category.plannedLevel).padStart(8),
        decimal(category.maturity).padStart(9),
        percent(category.completeness).padStart(9),
        whole(category.target, '-').padStart(7),
        whole(category.gap, '-').padStart(4),
      ].join(' ');
    }),
    domains: domains.map(({ id, ...figures }) => ({
      name: (model.domains.find((domain) => domain.id === id)?.name ?? id).padEnd(13),
      ...groupView(figures),
    })),
    deployments: deployments.map(({ id, program: figures }) => ({
      name: (model.deployments.find((each) => each.id === id)?.name ?? id).padEnd(13),
      ...groupView(figures),
    })),
    next: roadmap.slice(0, NEXT_STEPS).map((id, index) => ({ n: index + 1, id, text: texts.get(id) ?? '' })),
    more: Math.max(0, roadmap.length - NEXT_STEPS),
    nothingLeft: roadmap.length === 0,
  });
}

function headerOf(columns: ConsoleWords['report']['columns'], width: number): string {
  const { category, level, range, evidenced, planned, maturity, completeness, target, gap } = columns;
  return [
    category.padEnd(width + 5),
    level,
    ` ${range}`,
    ` ${evidenced}`,
    ` ${planned}`,
    ` ${maturity}`,
    ` ${completeness}`,
    ` ${target}`,
    ` ${gap}`,
  ].join(' ');
}

function groupView(group: GroupScore) {
  const { maturity, floor, completeness, belowTarget, applicable } = group;
  return {
    evidenced: decimal(group.evidencedMaturity),
    planned: decimal(group.plannedMaturity),
    share: percent(group.evidencedShare),
    maturity: decimal(maturity),
    floor: whole(floor),
    completeness: percent(completeness),
    belowTarget: String(belowTarget),
    applicable: String(applicable),
  };
}
