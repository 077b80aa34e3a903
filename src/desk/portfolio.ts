/** Figures over all organizations: of one edition of a model at a time, unless asked otherwise, and with who was left out. */
import type { Models } from '../layout/shelf.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { compareVersions, modelName } from '../model/named.js';
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
import { AsEdition } from './as-edition.js';
import { detailsOf, type PortfolioDetails } from './portfolio-details.js';
import type { Newest, Results } from './results.js';

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
  /** Counts assessments of older editions as well, with those of their answers that still hold in `model`. */
  readonly translate?: boolean;
}

/** The figures, and the model that gives them names. */
export interface CountedPortfolio {
  readonly portfolio: Portfolio;
  readonly model: Model;
  /** By name, where they were asked for. */
  readonly organizations: readonly ListedOrganization[];
}

/**
 * Figures of assessments that are all at hand, as they may be shown.
 * @throws What `assessments` throws.
 */
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
 * @throws What the functions of `results` throw: a `Refusal` if the store cannot be used.
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
  if (asked && options.translate) return countAs(asked, results, models, { least, details, organizations, ...options });
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
    ...disclosedDetails(detailed, least),
  };
  return { portfolio, model, organizations: detailed?.organizations ?? [] };
}

/** Counts an organization of an older edition by those of its answers that still hold. */
async function countAs(
  model: Model,
  results: Pick<Results, 'newest' | 'ahead' | 'assessments'>,
  models: Models,
  { least, details = false, organizations = false, ...options }: Omit<PortfolioAsked, 'model' | 'pool'>,
): Promise<CountedPortfolio> {
  const name = modelName(model);
  const as = new AsEdition(model, models);
  const counting = new Counting(options);
  const leftOut = new Editions();
  const isCounted = new Set<string>();
  const older = new Set<string>();
  /** Those of one organization with several editions on one date. */
  const several = new Map<string, Newest[]>();
  const count = (each: Newest): void => {
    if (each.model === name) {
      counting.add(each);
      if (isComplete(each, options.minComplete)) isCounted.add(each.sha256);
    } else if (as.reaches(each.model)) older.add(each.sha256);
    else leftOut.add(each);
  };
  for await (const each of results.newest())
    if (each.isOnly) count(each);
    else several.set(each.key, [...(several.get(each.key) ?? []), each]);
  for (const own of several.values()) {
    // The edition itself before what has to be translated, and of that the newest.
    const translatable = own
      .filter((each) => as.reaches(each.model))
      .sort((a, b) => Number(b.isNewest) - Number(a.isNewest) || compareVersions(b.model, a.model));
    const best = own.find((each) => each.model === name) ?? translatable[0];
    for (const each of best ? [best] : own) count(each);
  }
  if (older.size > 0)
    for await (const each of results.assessments()) {
      const translated = older.has(each.sha256) ? as.translated(each) : undefined;
      if (!translated) continue;
      as.add(each.model, translated, options.minComplete);
      counting.add(translated.counted);
      if (isComplete(translated.counted, options.minComplete)) isCounted.add(each.sha256);
    }
  const detailed =
    details || organizations
      ? await detailsOf(results, isCounted, model, {
          ...{ of: name, organizations, ...options },
          translated: (each) => (older.has(each.sha256) ? as.translated(each) : undefined),
        })
      : undefined;
  const portfolio: Portfolio = {
    ...disclosed(counting, model, least),
    model: { id: model.id, version: model.version },
    leftOut: leftOut.counts(models.usual.id),
    ahead: await results.ahead(),
    translated: as.share(least),
    ...disclosedDetails(detailed, least),
  };
  return { portfolio, model, organizations: detailed?.organizations ?? [] };
}

function disclosedDetails(
  detailed: PortfolioDetails | undefined,
  least: number,
): Pick<Portfolio, 'evidence' | 'change'> {
  if (!detailed) return {};
  return { evidence: disclosedDistribution(detailed.evidence, least), change: disclosedChange(detailed.change, least) };
}

/** The usual model if any organization was assessed with it, else the newest of those that are here. */
function chosen(counts: readonly EditionCount[], { usual, find }: Models): Model {
  if (counts.some((each) => editionName(each) === modelName(usual))) return usual;
  const here = counts.map(({ model, version }) => find(model, version, USUAL_LANGUAGE.id));
  return here.find((each) => each !== undefined) ?? usual;
}
