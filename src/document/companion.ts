/** The companion document: the book that explains what the workbook asks, as Markdown. */
import { LAYOUT } from '../edition/edition.js';
import { deploymentNames, kpiTarget } from '../layout/context.js';
import type { Language } from '../locale/language.js';
import { printedRules } from '../locale/rules-in-words.js';
import { anchorOf, conditionAnchor, controlAnchor, levelAnchor } from '../model/anchor.js';
import { effortsOf } from '../model/effort.js';
import {
  assessedLevels,
  categoriesOf,
  controlTitle,
  editionKey,
  FIRST_LEVEL,
  objectivesOf,
  type Category,
  type ControlObjective,
  type Model,
} from '../model/model.js';
import { titleOf } from '../model/title.js';
import { controlIndex, INDEXED } from './control-index.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { successionView } from './succession.js';
import { workedExample } from './worked-example.js';
import { ruleWordsIn } from '../locale/rule-words.js';

/**
 * Markdown of the companion document of a model. `whole` has the names of what a part refers to and does not hold.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderCompanion(
  model: Model,
  language: Language,
  readTemplate: ReadTemplate,
  whole: Model = model,
): string {
  const view = companionView(model, language, whole);
  const text = renderTemplate(readTemplate('companion.md.hbs'), view).replace(/\n{3,}/g, '\n\n');
  return `${text.trimEnd()}\n`;
}

/** Everything the template shows, already in words. */
export function companionView(model: Model, language: Language, whole: Model = model) {
  const example = workedExample(model, language);
  const { conditions = [] } = model;
  const objectives = objectivesOf(model);
  const efforts = effortsOf(model);
  // A quick scan asks at no more than some of the levels.
  const gridLevels = assessedLevels(model).filter(({ n }) => objectives.some(({ level }) => level === n));
  const isPart = objectives.length < objectivesOf(whole).length;
  const index = controlIndex(model, isPart);
  const succession = successionView(model, whole, language);
  return {
    title: model.title,
    brand: model.brand?.name ?? '',
    version: model.version,
    notice: model.notice,
    purpose: model.purpose,
    guidance: model.guidance,
    handbook: model.handbook.map(({ id, title, text, points, table }) => ({
      anchor: `assess-${id}`,
      title,
      text,
      points,
      hasTable: table !== undefined,
      heading: table?.heading ?? [],
      rows: table?.rows ?? [],
    })),
    levels: model.levels,
    deployments: model.deployments,
    conditions: conditions.map(({ id, question }) => ({ id, question, anchor: conditionAnchor(id) })),
    hasConditions: conditions.length > 0,
    answers: model.answers,
    example: { ...example, anchor: anchorOf(example?.id ?? '') },
    hasExample: example !== undefined,
    rules: printedRules(model, ruleWordsIn(language.id), { layout: LAYOUT, review: true }),
    domains: model.domains.map((domain) => ({
      anchor: `domain-${domain.id}`,
      name: domain.name,
      summary: domain.summary,
      categories: domain.categories.map((category) => categoryView(category, model, whole, language)),
    })),
    grid: categoriesOf(model).map((category) => ({
      id: category.id,
      anchor: anchorOf(category.id),
      name: category.name,
      levels: gridLevels.map(({ n }) => named(category.objectives.filter(({ level }) => level === n))),
      total: category.objectives.length,
    })),
    gridLevels: gridLevels.map(({ n, name }) => `${n} ${name}`),
    total: objectives.length,
    efforts: efforts.map(({ is, objectives, hours }) => ({
      name: language.words.document.efforts[is],
      objectives,
      hours,
    })),
    hasEfforts: efforts.length > 0,
    succession,
    hasSuccession: succession !== undefined,
    coverage: deploymentCoverage(model),
    index,
    hasIndex: index !== undefined,
    frameworks: [...model.frameworks.values()].map(({ name, short, edition, publisher }) => ({
      ...{ name: short === undefined ? name : `${name} (${short})`, edition, publisher },
    })),
    glossary: model.glossary,
    hasGlossary: model.glossary.length > 0,
    feedback: model.feedback,
    hasFeedback: model.feedback.length > 0,
  };
}

function named(objectives: readonly ControlObjective[]) {
  return objectives.map((each) => ({ id: each.id, title: titleOf(each), anchor: anchorOf(each.id) }));
}

function categoryView(category: Category, model: Model, whole: Model, language: Language) {
  const nameOf = (n: number): string => model.levels.find((level) => level.n === n)?.name ?? '';
  const stepsTo = (n: number): readonly string[] => category.levels.find((below) => below.n === n - 1)?.nextSteps ?? [];
  return {
    id: category.id,
    anchor: anchorOf(category.id),
    name: category.name,
    scope: category.scope,
    includes: category.includes,
    excludes: category.excludes.map(({ topic, see }) => ({ topic, ...neighbour(see, model, whole) })),
    hasExcludes: category.excludes.length > 0,
    trajectory: category.levels.map(({ n, description }) => ({
      n,
      name: nameOf(n),
      description,
      anchor: levelAnchor(category.id, n),
      hasSection: n > FIRST_LEVEL,
    })),
    levels: category.levels
      .filter(({ n }) => n > FIRST_LEVEL)
      .map(({ n }) => ({
        n,
        anchor: levelAnchor(category.id, n),
        name: nameOf(n),
        hasSteps: stepsTo(n).length > 0,
        steps: stepsTo(n),
        objectives: category.objectives
          .filter(({ level }) => level === n)
          .map((objective) => objectiveView(objective, model, language)),
      })),
  };
}

/** A category that is not in this document, since only a part was built, is named without a link. */
function neighbour(code: string, model: Model, whole: Model) {
  return {
    see: code,
    anchor: anchorOf(code),
    isHere: categoriesOf(model).some(({ id }) => id === code),
    name: categoriesOf(whole).find(({ id }) => id === code)?.name ?? '',
  };
}

function objectiveView(objective: ControlObjective, model: Model, { words }: Language) {
  const { kpi, needs = [] } = objective;
  const isLimited = model.deployments.some(({ id }) => !objective.deployments.includes(id));
  return {
    id: objective.id,
    anchor: anchorOf(objective.id),
    // In an edition without titles, the statement that follows is the title.
    title: objective.title ?? '',
    text: objective.text,
    rationale: objective.rationale,
    partly: objective.partly,
    evidence: objective.evidence,
    // Both ways are what most objectives allow, and said once for all of them.
    mode: objective.mode === 'either' ? '' : words.modes[objective.mode],
    isLimited,
    deployments: isLimited ? deploymentNames(model, objective) : '',
    needs: needs.map((id) => ({ id, anchor: conditionAnchor(id) })),
    hasNeeds: needs.length > 0,
    kpi: kpi
      ? {
          measure: kpi.measure,
          target: kpiTarget(kpi, words),
          ratio: kpi.numerator && kpi.denominator ? { over: kpi.numerator, under: kpi.denominator } : undefined,
          hasRatio: Boolean(kpi.numerator && kpi.denominator),
          source: kpi.source,
          isUndecided: kpi.decides === false,
        }
      : undefined,
    hasKpi: kpi !== null,
    mappings: mappingLines(objective, model),
  };
}

/**
 * One line for each framework: ids with the titles that the framework gives them. Only the edition that mappings are written
 * in: ids of older ones are in the index, once for all objectives.
 */
function mappingLines(objective: ControlObjective, model: Model) {
  return Object.entries(model.editions).flatMap(([id, edition]) => {
    const mine = objective.mappings.filter((each) => each.framework === id && each.edition === edition);
    const framework = model.frameworks.get(editionKey(id, edition));
    const name = framework?.short ?? framework?.name ?? id;
    if (mine.length === 0) return [];
    return [
      {
        framework: `${name} ${edition}`,
        controls: mine.map((mapping) => {
          const title = controlTitle(model, mapping);
          const isIndexed = id === INDEXED && title !== undefined;
          return { id: mapping.id, title: title ?? '', isIndexed, anchor: controlAnchor(id, edition, mapping.id) };
        }),
      },
    ];
  });
}

/** How many objectives a deployment type has, and levels of categories without any: passed through, never landed on. */
export function deploymentCoverage(model: Model) {
  return model.deployments.map(({ id, name }) => {
    const gaps = categoriesOf(model).flatMap((category) => {
      const empty = assessedLevels(model)
        .map(({ n }) => n)
        .filter((n) => !category.objectives.some((o) => o.level === n && o.deployments.includes(id)));
      if (empty.length === 0) return [];
      return [{ id: category.id, name: category.name, anchor: anchorOf(category.id), levels: empty.join(', ') }];
    });
    return {
      deployment: name,
      objectives: objectivesOf(model).filter(({ deployments }) => deployments.includes(id)).length,
      gaps,
      hasGaps: gaps.length > 0,
    };
  });
}
