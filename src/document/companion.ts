/** The companion document: the book that explains what the workbook asks, as Markdown. */
import type { Quantity } from '../scoring/rules.js';
import { inWords } from '../formula/in-words.js';
import { deploymentNames, kpiTarget } from '../layout/context.js';
import { en } from '../locale/en.js';
import { phrases, PRINTED_RULES } from '../locale/rules.en.js';
import {
  assessedLevels,
  categoriesOf,
  controlTitle,
  objectivesOf,
  type Category,
  type ControlObjective,
  type Mapping,
  type Model,
} from '../model/schema.js';
import { rulesFor } from '../scoring/rules.js';
import { renderTemplate, type ReadTemplate } from './render.js';

/** Markdown of the companion document of a model. */
export function renderCompanion(model: Model, readTemplate: ReadTemplate): string {
  return renderTemplate(readTemplate('companion.md.hbs'), companionView(model)).replace(/\n{3,}/g, '\n\n');
}

/** Everything the template shows, already in words. */
export function companionView(model: Model) {
  const book = phrases(model);
  const rules = rulesFor(model.deployments.map(({ id }) => id));
  return {
    title: model.title,
    version: model.version,
    notice: model.notice,
    purpose: model.purpose,
    guidance: model.guidance,
    levels: model.levels,
    deployments: model.deployments,
    answers: model.answers,
    rules: PRINTED_RULES.map(({ rule, name }) => {
      const found = rules.find((each) => each.name === rule);
      return { name, words: found ? sentence(inWords<Quantity>(found.is, book)) : '' };
    }),
    domains: model.domains.map((domain) => ({
      name: domain.name,
      summary: domain.summary,
      categories: domain.categories.map((category) => categoryView(category, model)),
    })),
    grid: categoriesOf(model).map(({ id, name, objectives }) => ({
      id,
      anchor: anchorOf(id),
      name,
      counts: assessedLevels(model).map(({ n }) => objectives.filter(({ level }) => level === n).length),
      total: objectives.length,
    })),
    gridLevels: assessedLevels(model).map(({ n, name }) => `${n} ${name}`),
    total: objectivesOf(model).length,
    empty: emptyCells(model),
    frameworks: [...model.frameworks.values()],
    glossary: model.glossary,
    hasGlossary: model.glossary.length > 0,
  };
}

function categoryView(category: Category, model: Model) {
  return {
    id: category.id,
    anchor: anchorOf(category.id),
    name: category.name,
    scope: category.scope,
    includes: category.includes,
    excludes: category.excludes,
    levels: category.levels.map((level) => ({
      ...level,
      name: model.levels.find(({ n }) => n === level.n)?.name ?? '',
      hasNext: level.nextSteps.length > 0,
      next: level.n + 1,
      objectives: category.objectives
        .filter(({ level: n }) => n === level.n)
        .map((objective) => objectiveView(objective, model)),
    })),
  };
}

function objectiveView(objective: ControlObjective, model: Model) {
  const { kpi } = objective;
  return {
    id: objective.id,
    anchor: anchorOf(objective.id),
    text: objective.text,
    rationale: objective.rationale,
    partly: objective.partly,
    evidence: objective.evidence,
    mode: en.modes[objective.mode],
    deployments: deploymentNames(model, objective),
    kpi: kpi
      ? {
          measure: kpi.measure,
          target: kpiTarget(kpi, en),
          ratio: kpi.numerator && kpi.denominator ? { over: kpi.numerator, under: kpi.denominator } : undefined,
          hasRatio: Boolean(kpi.numerator && kpi.denominator),
          source: kpi.source,
        }
      : undefined,
    hasKpi: kpi !== null,
    mappings: mappingLines(objective.mappings, model),
  };
}

/** One line for each edition of a framework, ids with the titles that the framework gives them. */
function mappingLines(mappings: readonly Mapping[], model: Model): { framework: string; ids: string }[] {
  return [...model.frameworks.values()].flatMap(({ id, edition, name }) => {
    const mine = mappings.filter((each) => each.framework === id && each.edition === edition);
    if (mine.length === 0) return [];
    return [
      {
        framework: `${name} ${edition}`,
        ids: mine.map((each) => `${each.id} ${controlTitle(model, each) ?? ''}`.trim()).join('; '),
      },
    ];
  });
}

/** Levels of a category at which no objective is for a deployment type: passed through, never landed on. */
export function emptyCells(model: Model): { deployment: string; cells: string }[] {
  return model.deployments.map(({ id, name }) => ({
    deployment: name,
    cells:
      categoriesOf(model)
        .flatMap((category) =>
          assessedLevels(model)
            .filter(({ n }) => !category.objectives.some((o) => o.level === n && o.deployments.includes(id)))
            .map(({ n }) => `${category.id} level ${n}`),
        )
        .join(', ') || 'none',
  }));
}

/** Stable, whatever the headings say. */
export function anchorOf(id: string): string {
  return id.toLowerCase();
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
