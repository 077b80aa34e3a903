/** The companion document: the book that explains what the workbook asks, as Markdown. */
import { deploymentNames, kpiTarget } from '../layout/context.js';
import { LAYOUT } from '../edition/edition.js';
import type { Language } from '../locale/language.js';
import { printedRules } from '../locale/rules-in-words.js';
import { effortsOf } from '../model/effort.js';
import { anchorOf, controlAnchor, levelAnchor } from '../model/anchor.js';
import {
  assessedLevels,
  categoriesOf,
  controlTitle,
  FIRST_LEVEL,
  objectivesOf,
  type Category,
  type ControlObjective,
  type Mapping,
  type Model,
  type Succession,
} from '../model/model.js';
import { controlIndexes, INDEXED } from './control-index.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { workedExample } from './worked-example.js';

/** Markdown of the companion document of a model. */
export function renderCompanion(model: Model, language: Language, readTemplate: ReadTemplate): string {
  const text = renderTemplate(readTemplate('companion.md.hbs'), companionView(model, language)).replace(
    /\n{3,}/g,
    '\n\n',
  );
  return `${text.trimEnd()}\n`;
}

/** Everything the template shows, already in words. */
export function companionView(model: Model, language: Language) {
  const example = workedExample(model, language);
  const indexes = controlIndexes(model);
  return {
    title: model.title,
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
    answers: model.answers,
    example: { ...example, anchor: anchorOf(example?.id ?? '') },
    hasExample: example !== undefined,
    rules: printedRules(model, language.rules, LAYOUT),
    domains: model.domains.map((domain) => ({
      anchor: `domain-${domain.id}`,
      name: domain.name,
      summary: domain.summary,
      categories: domain.categories.map((category) => categoryView(category, model, language)),
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
    efforts: effortsOf(model).map(({ is, objectives, hours }) => ({
      name: language.words.document.efforts[is],
      objectives,
      hours,
    })),
    hasEfforts: effortsOf(model).length > 0,
    succession: model.succession && successionView(model.succession, model, language),
    hasSuccession: model.succession !== undefined,
    empty: emptyCells(model, language),
    indexes,
    hasIndexes: indexes.length > 0,
    frameworks: [...model.frameworks.values()],
    glossary: model.glossary,
    hasGlossary: model.glossary.length > 0,
    feedback: model.feedback,
    hasFeedback: model.feedback.length > 0,
  };
}

/** What became of the objectives of the edition before, and which ones are new. */
function successionView({ from, objectives }: Succession, model: Model, { words }: Language) {
  const w = words.document;
  const here = new Map(objectivesOf(model).map(({ id, title, text }) => [id, title ?? text]));
  const followed = new Set(objectives.flatMap(({ to }) => to));
  // A part that was built has no place for what is not in it.
  const linked = (id: string): string => (here.has(id) ? `[${id}](#${anchorOf(id)})` : id);
  return {
    from,
    kept:
      objectives
        .filter(({ change }) => change === 'kept')
        .map(({ id }) => linked(id))
        .join(', ') || w.none,
    changed: objectives
      .filter(({ change }) => change !== 'kept')
      .map(({ id, change, to, holds, why }) => ({
        id,
        change: w.successions[change],
        to: to.map(linked).join(', ') || w.none,
        holds: change === 'dropped' ? w.notAsked : holds ? w.holds : w.askedAgain,
        why,
      })),
    added: [...here].filter(([id]) => !followed.has(id)).map(([id, title]) => ({ id: linked(id), title })),
  };
}

function categoryView(category: Category, model: Model, language: Language) {
  const nameOf = (n: number): string => model.levels.find((level) => level.n === n)?.name ?? '';
  const at = (n: number): ControlObjective[] => category.objectives.filter(({ level }) => level === n);
  return {
    id: category.id,
    anchor: anchorOf(category.id),
    name: category.name,
    scope: category.scope,
    includes: category.includes,
    excludes: category.excludes.map(({ topic, see }) => ({ topic, see: neighbour(see, model) })),
    trajectory: category.levels.map(({ n, description }) => ({
      title: n === FIRST_LEVEL ? `${n} ${nameOf(n)}` : `[${n} ${nameOf(n)}](#${levelAnchor(category.id, n)})`,
      description,
      objectives:
        at(n)
          .map(({ id }) => `[${id}](#${anchorOf(id)})`)
          .join(', ') || language.words.document.none,
    })),
    levels: category.levels
      .filter(({ n }) => n > FIRST_LEVEL)
      .map(({ n }) => {
        const steps = category.levels.find((below) => below.n === n - 1)?.nextSteps ?? [];
        return {
          n,
          anchor: levelAnchor(category.id, n),
          name: nameOf(n),
          hasSteps: steps.length > 0,
          steps,
          objectives: at(n).map((objective) => objectiveView(objective, model, language)),
        };
      }),
  };
}

/** A category that is not in this document, since only a part was built, is named without a link. */
function neighbour(code: string, model: Model): string {
  const found = categoriesOf(model).find(({ id }) => id === code);
  return found ? `[${code} ${found.name}](#${anchorOf(code)})` : code;
}

function objectiveView(objective: ControlObjective, model: Model, { words }: Language) {
  const { kpi } = objective;
  const w = words.document;
  return {
    id: objective.id,
    anchor: anchorOf(objective.id),
    text: objective.text,
    rationale: objective.rationale,
    notYet: w.notYet,
    partly: objective.partly,
    met: kpi ? w.metByFigure(kpiTarget(kpi, words)) : w.metByEvidence,
    evidence: objective.evidence,
    mode: words.modes[objective.mode],
    deployments: deploymentNames(model, objective),
    kpi: kpi
      ? {
          measure: kpi.measure,
          target: kpiTarget(kpi, words),
          ratio: kpi.numerator && kpi.denominator ? { over: kpi.numerator, under: kpi.denominator } : undefined,
          hasRatio: Boolean(kpi.numerator && kpi.denominator),
          source: kpi.source,
        }
      : undefined,
    hasKpi: kpi !== null,
    mappings: mappingLines(objective.mappings, model),
  };
}

/** One line for each edition of a framework: ids with the titles that the framework gives them. */
function mappingLines(mappings: readonly Mapping[], model: Model): { framework: string; controls: string }[] {
  return [...model.frameworks.values()].flatMap(({ id, edition, name }) => {
    const mine = mappings.filter((each) => each.framework === id && each.edition === edition);
    if (mine.length === 0) return [];
    return [{ framework: `${name} ${edition}`, controls: mine.map((each) => controlInWords(each, model)).join('; ') }];
  });
}

/** Ids stand as code, so that they can be told from titles; those of an indexed framework lead to the index. */
function controlInWords(mapping: Mapping, model: Model): string {
  const title = controlTitle(model, mapping);
  const code = `\`${mapping.id}\``;
  const id =
    mapping.framework === INDEXED && title !== undefined
      ? `[${code}](#${controlAnchor(mapping.framework, mapping.edition, mapping.id)})`
      : code;
  return title === undefined ? id : `${id} ${title}`;
}

/** Levels of a category at which no objective is for a deployment type: passed through, never landed on. */
export function emptyCells(
  model: Model,
  { words }: Language,
): { deployment: string; objectives: number; cells: string }[] {
  return model.deployments.map(({ id, name }) => ({
    deployment: name,
    objectives: objectivesOf(model).filter(({ deployments }) => deployments.includes(id)).length,
    cells:
      categoriesOf(model)
        .flatMap((category) =>
          assessedLevels(model)
            .filter(({ n }) => !category.objectives.some((o) => o.level === n && o.deployments.includes(id)))
            .map(({ n }) => words.document.cell(category.id, n)),
        )
        .join(', ') || words.document.none,
  }));
}
