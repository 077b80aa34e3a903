/** A smaller model: only some categories or objectives, only what matters to some deployment types, or only the quick scan. */
import type { ControlObjective, Model } from './model.js';

/** Which part of a model is wanted. */
export interface Selection {
  /** Category codes to keep; undefined keeps all. */
  readonly categories?: readonly string[];
  /** Deployment types to keep; objectives for none of them are left out. undefined keeps all. */
  readonly deployments?: readonly string[];
  /** True keeps the objectives of the quick scan only. */
  readonly quick?: boolean | undefined;
  /** Ids of objectives to keep; undefined keeps all. */
  readonly objectives?: readonly string[];
}

/** The part of a model that a selection asks for; domains without categories are left out. */
export function selectModel(
  model: Model,
  { categories, deployments, quick = false, objectives: wanted }: Selection,
): Model {
  const keepsCategory = (code: string): boolean => categories === undefined || categories.includes(code);
  const keepsDeployment = (id: string): boolean => deployments === undefined || deployments.includes(id);
  const keeps = (objective: ControlObjective): boolean =>
    objective.deployments.some(keepsDeployment) &&
    (!quick || objective.quick === true) &&
    (wanted === undefined || wanted.includes(objective.id));
  const domains = model.domains
    .map((domain) => ({
      ...domain,
      categories: domain.categories
        .filter((category) => keepsCategory(category.id))
        .map((category) => ({
          ...category,
          objectives: category.objectives.filter(keeps),
        })),
    }))
    .filter((domain) => domain.categories.length > 0);
  const needed = new Set(
    domains.flatMap((domain) => domain.categories.flatMap((c) => c.objectives.flatMap(({ needs = [] }) => needs))),
  );
  return {
    ...model,
    domains,
    deployments: model.deployments.filter((deployment) => keepsDeployment(deployment.id)),
    ...(model.conditions ? { conditions: model.conditions.filter(({ id }) => needed.has(id)) } : {}),
  };
}
