/** Figures over all organizations: of one edition of a model at a time, unless asked otherwise, and with who was left out. */
import type { Models } from '../layout/shelf.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import {
  Counting,
  editionName,
  isComplete,
  type Counted,
  type CountingOptions,
  type EditionCount,
  type ListedOrganization,
  type Portfolio,
  type PortfolioFigures,
} from '../scoring/portfolio.js';
import { disclosed, disclosedChange, disclosedDistribution } from './disclosure.js';
import { Editions } from './editions.js';
import { detailsOf } from './portfolio-details.js';
import type { Results } from './results.js';

/** What is asked of a portfolio. */
export interface PortfolioAsked extends CountingOptions {
  /** Groups in which fewer organizations have a figure show none. */
  readonly least: number;
  /** The model whose assessments are counted. Left out: the usual one, else the newest one that was assessed. */
  readonly model?: Model | undefined;
  /** Counts evidence and change as well, for which every assessment is read. */
  readonly details?: boolean;
  /** Lists the organizations by name, with their figures: nothing of these is withheld. */
  readonly organizations?: boolean;
  /** Counts the assessments of all editions together, by the ids of categories, domains and objectives. */
  readonly pool?: boolean;
}

/** The figures, and the model that gives them names. */
export interface CountedPortfolio {
  readonly portfolio: Portfolio;
  readonly model: Model;
  /** By name, where they were asked for. */
  readonly organizations: readonly ListedOrganization[];
}

/** Figures of assessments that are all at hand, as they may be shown. */
export async function portfolioOf(
  model: Model,
  assessments: Iterable<Counted> | AsyncIterable<Counted>,
  { least, ...options }: CountingOptions & { readonly least: number },
): Promise<PortfolioFigures> {
  const counting = new Counting(options);
  for await (const each of assessments) counting.add(each);
  return disclosed(counting, model, least);
}

/**
 * An organization counts by its newest assessment: where that is of another edition, or has too few answers, it is left
 * out, and that is said. Who was assessed with two models on one date counts with either.
 * @example
 * ```ts
 * const { portfolio } = await countPortfolio(results, models, { by: ['industry'], least: 5 });
 * ```
 */
export async function countPortfolio(
  results: Pick<Results, 'newest' | 'ahead' | 'assessments'>,
  models: Models,
  { least, model: asked, pool = false, details = false, organizations = false, ...options }: PortfolioAsked,
): Promise<CountedPortfolio> {
  const editions = new Editions();
  const countings = new Map<string, Counting>();
  const countingOf = (name: string): Counting => countings.get(pool ? '' : name) ?? new Counting(options);
  const isCounted = new Set<string>();
  for await (const each of results.newest()) {
    editions.add(each);
    if (pool && !each.isNewest) continue;
    if ((details || organizations) && isComplete(each, options.minComplete)) isCounted.add(each.sha256);
    countings.set(pool ? '' : each.model, countingOf(each.model).add(each));
  }
  const counts = editions.counts(models.usual.id);
  const model = asked ?? chosen(counts, models);
  const name = modelName(model);
  const detailed =
    details || organizations
      ? await detailsOf(results, isCounted, model, { ...(pool ? {} : { of: name }), organizations, ...options })
      : undefined;
  const portfolio: Portfolio = {
    ...disclosed(countingOf(name), model, least),
    model: { id: model.id, version: model.version },
    leftOut: pool ? [] : editions.counts(models.usual.id, name),
    ahead: await results.ahead(),
    ...(pool ? { pooled: counts } : {}),
    ...(detailed
      ? {
          evidence: disclosedDistribution(detailed.evidence, least),
          change: disclosedChange(detailed.change, least),
        }
      : {}),
  };
  return { portfolio, model, organizations: detailed?.organizations ?? [] };
}

/** The usual model if any organization was assessed with it, else the newest of those that are here. */
function chosen(counts: readonly EditionCount[], { usual, find }: Models): Model {
  if (counts.some((each) => editionName(each) === modelName(usual))) return usual;
  const here = counts.map(({ model, version }) => find(model, version, USUAL_LANGUAGE.id));
  return here.find((each) => each !== undefined) ?? usual;
}
