/** One category of an example assessment, scored step by step by the rules, for people to follow with a pencil. */
import { exampleAssessment } from '../assessment/example.js';
import type { Assessment } from '../assessment/assessment.js';
import { exampleTexts } from '../locale/en/example.js';
import { amountOf, targetOf } from '../layout/context.js';
import type { Language, Words } from '../locale/language.js';
import { anchorOf } from '../model/anchor.js';
import { assessedLevels, categoriesOf, type Model } from '../model/model.js';
import { titleOf } from '../model/title.js';
import { computeFigures, ALL_DEPLOYMENTS, type Figures } from '../scoring/figures.js';
import { levelKey } from '../scoring/outline.js';
import { readScore, type CategoryScore, type Score } from '../scoring/score.js';
import type { Quantity, State } from '../scoring/rules.js';

/** The same organization that `aismm example` writes without options. */
const EXAMPLE = { seed: 1, profile: 'typical' } as const;

/** Stands in a cell that has nothing to say; an empty one looks like a fault. */
const NONE = '–';

/** Everything the document shows of the example; every figure is computed. undefined for a model without categories. */
export function workedExample(model: Model, { words }: Language) {
  const assessment = exampleAssessment(model, EXAMPLE, exampleTexts);
  const figures = computeFigures(model, assessment);
  const score = readScore(figures, assessment.selection);
  const chosen = instructive(score.categories);
  const position = chosen ? (figures.outline.position.category.get(chosen.id) ?? -1) : -1;
  const category = figures.outline.category[position]?.category;
  const domain = model.domains.find(({ id }) => id === category?.domain);
  const group = score.domains.find(({ id }) => id === category?.domain);
  if (!chosen || !category || !domain || !group) return undefined;
  const levels = levelSteps(model, figures, category.id, words.workedExample);
  const objectives = objectiveSteps(model, figures, assessment, category.id, words);
  const next = Number(figures.value('next', ALL_DEPLOYMENTS, position)) || undefined;
  return {
    organization: assessment.organization.name,
    asOf: assessment.organization.asOf,
    inUse: model.deployments
      .filter(({ id }) => assessment.selection.includes(id))
      .map(({ name }) => name)
      .join(', '),
    id: category.id,
    name: category.name,
    objectives,
    // A column in which nothing is said has no place.
    hasMeasured: objectives.some(({ measured }) => measured !== NONE),
    hasTarget: objectives.some(({ target }) => target !== NONE),
    levels,
    steps: categorySteps(chosen, levels, next, words.workedExample),
    domain: domain.name,
    members: memberSteps(
      score,
      model,
      domain.categories.map(({ id }) => id),
    ),
    ...domainSteps(
      score,
      domain.categories.map(({ id }) => id),
      group,
    ),
  };
}

/** The category with most to show: a level begun, and answers missing, so that level, progress and range differ. */
function instructive(categories: readonly CategoryScore[]): CategoryScore | undefined {
  const shows = ({ level, progress, potential, completeness, gap }: CategoryScore): number =>
    [
      (progress ?? 0) > 0,
      (potential ?? 0) > (level ?? 0),
      (completeness ?? 1) < 1,
      (gap ?? 0) > 0,
      (level ?? 0) > 1,
    ].filter(Boolean).length;
  return [...categories].sort((a, b) => shows(b) - shows(a))[0];
}

function objectiveSteps(model: Model, figures: Figures, assessment: Assessment, code: string, words: Words) {
  return figures.outline.objective.flatMap(({ key, objective }, index) => {
    if (objective.category !== code) return [];
    const given = assessment.answers.get(key) ?? {};
    const state = figures.value('state', ALL_DEPLOYMENTS, index) as State; // the rule gives nothing else
    return [
      {
        id: key,
        title: titleOf(objective),
        anchor: anchorOf(key),
        answer: model.answers.find(({ id }) => id === given.answer)?.name ?? words.workedExample.blank,
        measured:
          given.measured === undefined || !objective.kpi ? NONE : amountOf(given.measured, objective.kpi.unit, words),
        target: objective.kpi ? targetOf(objective.kpi, words) : NONE,
        state: words.states[state],
      },
    ];
  });
}

function levelSteps(model: Model, figures: Figures, code: string, w: Words['workedExample']) {
  return assessedLevels(model).map(({ n, name }) => {
    const at = (quantity: Quantity): unknown =>
      figures.value(quantity, ALL_DEPLOYMENTS, figures.outline.position.level.get(levelKey(code, n)) ?? -1);
    return {
      n,
      name,
      counted: Number(at('applicableHere')),
      met: Number(at('metHere')),
      partly: Number(at('partlyHere')),
      open: Number(at('openHere')),
      passed: at('passed') === true ? w.yes : w.no,
      couldBePassed: at('couldBePassed') === true ? w.yes : w.no,
    };
  });
}

/** Each figure of the category with the numbers it is made of. */
function categorySteps(
  category: CategoryScore,
  levels: ReturnType<typeof levelSteps>,
  next: number | undefined,
  w: Words['workedExample'],
) {
  const open = levels.reduce((sum, each) => sum + each.open, 0);
  const ahead = levels.find(({ n }) => n === next);
  const figure = (value: number | null): string => (value === null ? 'n/a' : decimal(value));
  const { applicable, target } = category;
  return [
    { ...w.level, value: figure(category.level) },
    { ...w.potential, value: figure(category.potential) },
    {
      name: w.progress.name,
      how: ahead ? w.progress.how(ahead.n, ahead.met, ahead.partly, ahead.counted) : w.progress.noNext,
      value: figure(category.progress),
    },
    {
      name: w.maturity.name,
      how: `${figure(category.level)} + ${figure(category.progress)}`,
      value: figure(category.maturity),
    },
    {
      name: w.completeness.name,
      how: `(${applicable} - ${open}) / ${applicable}`,
      value: figure(category.completeness),
    },
    {
      name: w.gap.name,
      how: target === null ? w.gap.noTarget : w.gap.how(target, figure(category.level)),
      value: category.gap === null ? w.noFigure : figure(category.gap),
    },
  ];
}

function memberSteps(score: Score, model: Model, codes: readonly string[]) {
  return score.categories
    .filter(({ id }) => codes.includes(id))
    .map(({ id, level, maturity, weight }) => ({
      id,
      name: categoriesOf(model).find((category) => category.id === id)?.name ?? '',
      level: level === null ? 'n/a' : String(level),
      maturity: maturity === null ? 'n/a' : decimal(maturity),
      weight: decimal(weight),
    }));
}

/** The sum that gives the domain's mean, written out. */
function domainSteps(score: Score, codes: readonly string[], group: Score['domains'][number]) {
  const counted = score.categories.filter(({ id, maturity }) => codes.includes(id) && maturity !== null);
  return {
    sum: counted.map(({ maturity, weight }) => `${decimal(weight)} × ${decimal(maturity ?? 0)}`).join(' + '),
    weights: counted.map(({ weight }) => decimal(weight)).join(' + '),
    mean: group.maturity === null ? 'n/a' : decimal(group.maturity),
    floor: group.floor === null ? 'n/a' : String(group.floor),
  };
}

/** At most four digits behind the point, without zeros that say nothing. */
function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}
