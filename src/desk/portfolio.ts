/** Figures over all organizations: of one edition of a model at a time, unless asked otherwise, and with who was left out. */
import type { Models } from '../layout/shelf.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { compareVersions, modelName, readModelName, type NamedModel } from '../model/named.js';
import { Counting, type EditionCount, type Grouping, type Portfolio } from '../scoring/portfolio.js';
import type { Results } from './results.js';

/** What is asked of a portfolio. */
export interface PortfolioAsked {
  readonly by?: readonly Grouping[];
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

/** An organization counts by its newest assessment: where that is of another edition, it is left out, and that is said. */
export async function countPortfolio(
  results: Pick<Results, 'newest'>,
  models: Models,
  { by = [], least, model: asked, pool = false }: PortfolioAsked,
): Promise<CountedPortfolio> {
  const all = new Counting(by);
  const editions = new Map<string, { n: number; readonly counting: Counting }>();
  for await (const each of results.newest()) {
    const edition = editions.get(each.model) ?? { n: 0, counting: pool ? all : new Counting(by) };
    editions.set(each.model, edition);
    edition.n += 1;
    edition.counting.add(each);
  }
  const counts = [...editions].map(([name, { n }]) => ({ ...readModelName(name), n }));
  counts.sort(newestFirst(models.usual));
  const model = asked ?? chosen(counts, models);
  const others = counts.filter((each) => modelName(each) !== modelName(model));
  const counting = pool ? all : (editions.get(modelName(model))?.counting ?? all);
  const portfolio: Portfolio = {
    ...counting.figures(model, { least }),
    model: { id: model.id, version: model.version },
    leftOut: pool ? [] : others.map(countOf),
    ...(pool ? { pooled: counts.map(countOf) } : {}),
  };
  return { portfolio, model };
}

type Assessed = NamedModel & { readonly n: number };

const countOf = ({ id, version, n }: Assessed): EditionCount => ({ model: id, version, n });

/** Editions of the usual model before others, the latest first. */
function newestFirst(usual: NamedModel) {
  const rank = ({ id }: NamedModel): number => (id === usual.id ? 0 : 1);
  return (a: NamedModel, b: NamedModel): number =>
    rank(a) - rank(b) || compareVersions(b.version, a.version) || (a.id < b.id ? -1 : 1);
}

/** The usual model if any organization was assessed with it, else the newest of those that are here. */
function chosen(counts: readonly Assessed[], { usual, find }: Models): Model {
  if (counts.some((each) => modelName(each) === modelName(usual))) return usual;
  const here = counts.map(({ id, version }) => find(id, version, USUAL_LANGUAGE.id));
  return here.find((each) => each !== undefined) ?? usual;
}
