/** A scorecard as text for a terminal: the same figures that the workbook's Scorecard sheet shows. */
import { categoriesOf, objectivesOf, type Model } from '../model/schema.js';
import type { ScoreReport } from '../scoring/report.js';
import type { GroupScore } from '../scoring/score.js';
import { renderTemplate, type ReadTemplate } from './render.js';

/** How many of the roadmap's first steps are shown. */
const NEXT_STEPS = 3;

/** Plain text; a report without a score gives an empty text. */
export function renderScorecard(report: ScoreReport, model: Model, readTemplate: ReadTemplate): string {
  const { program, domains, categories, deployments, roadmap, organization } = report;
  if (!program || !domains || !categories || !deployments || !roadmap || !organization) return '';
  const width = Math.max(...categoriesOf(model).map(({ name }) => name.length));
  const texts = new Map(objectivesOf(model).map(({ id, text }) => [id, text]));
  return renderTemplate(readTemplate('scorecard.txt.hbs'), {
    file: report.file,
    organization: [organization.name || '(no name given)', organization.unit].filter(Boolean).join(', '),
    asOf: organization.asOf || 'no assessment date',
    model: `${model.title} ${model.version}`,
    program: groupView(program),
    categoryHeader: `${'Category'.padEnd(width + 5)} Level  Range  Maturity  Answered  Target  Gap`,
    categories: categories.map((category) => {
      const name = categoriesOf(model).find(({ id }) => id === category.id)?.name ?? '';
      const range = category.level === null ? 'n/a' : `${category.level}-${category.potential ?? ''}`;
      return [
        category.id.padEnd(4),
        name.padEnd(width),
        whole(category.level).padStart(5),
        range.padStart(6),
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

function groupView({ maturity, floor, completeness, belowTarget, applicable }: GroupScore) {
  return {
    maturity: decimal(maturity),
    floor: whole(floor),
    completeness: percent(completeness),
    belowTarget: String(belowTarget),
    applicable: String(applicable),
  };
}

const decimal = (value: number | null): string => (value === null ? 'n/a' : value.toFixed(2));
const percent = (value: number | null): string => (value === null ? 'n/a' : `${Math.round(value * 100)}%`);
const whole = (value: number | null, none = 'n/a'): string => (value === null ? none : String(value));
