/** The loaded model as one JSON value, in the shape that `aismm model show --json` prints. */
import { effortsOf } from './effort.js';
import type { Mapping, Model } from './model.js';

export const MODEL_SCHEMA_VERSION = 1 as const;

/** The model as plain data: levels, deployment types, domains with categories and objectives. */
export function describeModel(model: Model) {
  const efforts = effortsOf(model);
  return {
    schemaVersion: MODEL_SCHEMA_VERSION,
    id: model.id,
    version: model.version,
    title: model.title,
    notice: model.notice,
    levels: model.levels,
    deployments: model.deployments,
    ...(model.conditions ? { conditions: model.conditions } : {}),
    answers: model.answers,
    ...(efforts.length > 0 ? { efforts } : {}),
    domains: model.domains.map((domain) => ({
      id: domain.id,
      name: domain.name,
      summary: domain.summary,
      categories: domain.categories.map((category) => ({
        id: category.id,
        name: category.name,
        scope: category.scope,
        includes: category.includes,
        excludes: category.excludes,
        levels: Object.fromEntries(category.levels.map(({ n, description }) => [String(n), description])),
        nextSteps: Object.fromEntries(
          category.levels
            .filter(({ nextSteps }) => nextSteps.length > 0)
            .map(({ n, nextSteps }) => [String(n), nextSteps]),
        ),
        objectives: category.objectives.map((objective) => ({
          id: objective.id,
          level: objective.level,
          ...(objective.title === undefined ? {} : { title: objective.title }),
          text: objective.text,
          rationale: objective.rationale,
          mode: objective.mode,
          deployments: objective.deployments,
          ...(objective.needs ? { needs: objective.needs } : {}),
          ...(objective.quick === undefined ? {} : { quick: objective.quick }),
          ...(objective.effort === undefined ? {} : { effort: objective.effort }),
          kpi: objective.kpi,
          partly: objective.partly,
          evidence: objective.evidence,
          mappings: objective.mappings.map(({ framework, edition, id }: Mapping) => ({ framework, edition, id })),
        })),
      })),
    })),
    frameworks: [...model.frameworks.values()].map(({ id, edition, name, publisher }) => ({
      id,
      edition,
      name,
      publisher,
    })),
    glossary: model.glossary,
  };
}

/** The model as JSON; its schema is shipped as `schemas/model.json`. */
export type ModelDescription = ReturnType<typeof describeModel>;
