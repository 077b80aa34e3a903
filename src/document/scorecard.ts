/** A scorecard as text for a terminal: the same figures that the workbook's Scorecard sheet shows. */
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import type { Organization } from '../assessment/assessment.js';
import type { ConsoleWords } from '../locale/en/console.js';
import type { Review } from '../scoring/review.js';
import type { CategoryScore, GroupScore, Score } from '../scoring/score.js';
import { isError, type Finding } from '../diagnostic/finding.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { decimal, percent, shortened, whole } from './shown.js';
import { visible } from './visible.js';

/** How many of the roadmap's first steps are shown. */
const NEXT_STEPS = 3;

/** Characters of a name. */
const WIDEST = 80;

/** A score, whose it is, and the file it came from. */
export interface ShownScore extends Score {
  readonly file: string;
  readonly organization: Organization;
  readonly findings: readonly Finding[];
  readonly review?: Review;
}

/**
 * Plain text.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderScorecard(
  report: ShownScore,
  model: Model,
  words: ConsoleWords,
  readTemplate: ReadTemplate,
): string {
  const { program, domains, categories, deployments, roadmap, organization, review } = report;
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
    review: review && reviewView(review, program, words),
    categoryHeader: `${headerOf(w.columns, width)}${review ? `  ${w.columns.review}` : ''}`,
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
        ...(review ? [reviewedRange(category).padStart(w.columns.review.length + 1)] : []),
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

/** The level that the review confirms, and the one that it does not dispute. */
function reviewedRange({ reviewedLevel = null, undisputedLevel = null }: CategoryScore): string {
  return reviewedLevel === null ? 'n/a' : `${reviewedLevel}-${undisputedLevel ?? ''}`;
}

/** How many differences are listed; JSON has all of them. */
const MOST_DIFFERENCES = 20;
/** Characters of a remark. */
const WIDEST_REMARK = 160;

function reviewView(
  { agreed, reviewed, answered, agreedShare, differences }: Review,
  { reviewedMaturity = null, undisputedMaturity = null }: GroupScore,
  { report: { review: w } }: ConsoleWords,
) {
  const line = ({ id, review, remark }: Review['differences'][number]): string =>
    [id.padEnd(7), w.says[review].padEnd(w.says['not-agreed'].length), shortened(visible(remark), WIDEST_REMARK)]
      .join(' ')
      .trimEnd();
  return {
    counts: w.counts({ agreed, reviewed, answered, share: percent(agreedShare) }),
    range: w.range(decimal(reviewedMaturity), decimal(undisputedMaturity)),
    differences: differences.slice(0, MOST_DIFFERENCES).map(line),
    title: differences.length === 0 ? '' : w.differences(differences.length),
    more: differences.length > MOST_DIFFERENCES ? w.more(differences.length - MOST_DIFFERENCES) : '',
  };
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
