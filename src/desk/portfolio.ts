/** Figures over all organizations: of one edition of a model at a time, unless asked otherwise, and with who was left out. */
import type { Models } from '../layout/shelf.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import {
  Counting,
  editionName,
  type CountingOptions,
  type EditionCount,
  type Portfolio,
} from '../scoring/portfolio.js';
import { Editions } from './editions.js';
import type { Results } from './results.js';

/** What is asked of a portfolio. */
export interface PortfolioAsked extends CountingOptions {
  /** Groups in which fewer organizations have a figure show none. */
  readonly least: number;
  /** The model whose assessments are counted. Left out: the usual one, else the newest one that was assessed. */
  readonly model?: Model | undefined;
  /** Counts the assessments of all editions together, by the ids of categories, domains and objectives. */
  readonly pool?: boolean;
}

/** The figures, and the model that gives them names. */
export interface CountedPortfolio {
  readonly portfolio: Portfolio;
  readonly model: Model;
}

/**
 * An organization counts by its newest assessment: where that is of another edition, or has too few answers, it is left
 * out, and that is said. Who was assessed with two models on one date counts with either.
 */
export async function countPortfolio(
  results: Pick<Results, 'newest' | 'ahead'>,
  models: Models,
  { least, model: asked, pool = false, ...options }: PortfolioAsked,
): Promise<CountedPortfolio> {
  const editions = new Editions();
  const countings = new Map<string, Counting>();
  const countingOf = (name: string): Counting => countings.get(pool ? '' : name) ?? new Counting(options);
  for await (const each of results.newest()) {
    editions.add(each);
    if (pool && !each.isNewest) continue;
    countings.set(pool ? '' : each.model, countingOf(each.model).add(each));
  }
  const counts = editions.counts(models.usual.id);
  const model = asked ?? chosen(counts, models);
  const name = modelName(model);
  const portfolio: Portfolio = {
    ...countingOf(name).figures(model, { least }),
    model: { id: model.id, version: model.version },
    leftOut: pool ? [] : editions.counts(models.usual.id, name),
    ahead: await results.ahead(),
    ...(pool ? { pooled: counts } : {}),
  };
  return { portfolio, model };
}

/** The usual model if any organization was assessed with it, else the newest of those that are here. */
function chosen(counts: readonly EditionCount[], { usual, find }: Models): Model {
  if (counts.some((each) => editionName(each) === modelName(usual))) return usual;
  const here = counts.map(({ model, version }) => find(model, version, USUAL_LANGUAGE.id));
  return here.find((each) => each !== undefined) ?? usual;
}
