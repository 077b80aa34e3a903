/** What a report is made of: the newest of an organization's assessments, the earlier ones, and the figures of others. */
import type { Assessment } from '../assessment/assessment.js';
import type { Models } from '../layout/shelf.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { modelName, readModelName } from '../model/named.js';
import type { Earlier, PeerFigures, Quartiles } from '../report/facts.js';
import { LEAST_PEERS } from '../report/sentences.js';
import { Counting, isComplete, type PortfolioFigures } from '../scoring/portfolio.js';
import type { Score } from '../scoring/score.js';
import { disclosed } from './disclosure.js';
import { restored } from './restored.js';
import { organizationKey } from './row.js';
import type { Newest, Results, StoredAssessment } from './results.js';

/** One assessment that a report may be about. */
export interface Candidate {
  readonly model: Model;
  readonly assessment: Assessment;
  readonly score: Pick<Score, 'program'>;
}

/** Assessments of one organization, oldest first: the last is reported, the others tell where it comes from. */
export function inTime<T extends Candidate>(
  all: readonly T[],
): { readonly newest: T; readonly earlier: Earlier[] } | undefined {
  const ordered = [...all].sort((a, b) => compare(a.assessment.organization.asOf, b.assessment.organization.asOf));
  const newest = ordered.pop();
  if (!newest) return undefined;
  const earlier = ordered.flatMap(({ model, assessment: { organization }, score: { program } }) =>
    organization.asOf === ''
      ? []
      : [
          {
            asOf: organization.asOf,
            maturity: program.maturity,
            evidencedMaturity: program.evidencedMaturity,
            model: modelName(model),
          },
        ],
  );
  return { newest, earlier };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The organizations that assessments are of, each once, as they call themselves. */
export function organizationsIn(all: readonly Candidate[]): string[] {
  const named = new Map(
    all.map(({ assessment: { organization } }, index) => [
      organizationKey(organization, String(index)),
      [organization.name.trim(), organization.unit.trim()].filter(Boolean).join(', '),
    ]),
  );
  return [...named.values()];
}

/** What a store knows of one organization, for a report. */
export interface StoredReport {
  readonly model: Model;
  readonly stored: StoredAssessment;
  readonly assessment: Assessment;
  readonly earlier: readonly Earlier[];
  readonly peers: PeerFigures | undefined;
}

/**
 * The newest assessment of an organization by its key; undefined where its model is not here.
 * @throws What the functions of `results` throw: a `Refusal` if the store cannot be used.
 */
export async function reportFromStore(
  results: Pick<Results, 'assessments' | 'newest'>,
  models: Models,
  key: string,
): Promise<StoredReport | undefined> {
  const own: StoredAssessment[] = [];
  for await (const each of results.assessments(key)) if (each.version === 1) own.push(each);
  own.sort((a, b) => compare(a.organization.asOf, b.organization.asOf));
  const stored = own.at(-1);
  if (!stored) return undefined;
  const { id, version } = readModelName(stored.model);
  const model = models.find(id, version, USUAL_LANGUAGE.id);
  if (!model) return undefined;
  const earlier = own.slice(0, -1).flatMap(({ organization, scores: { program }, model: name }) =>
    organization.asOf === ''
      ? []
      : [
          {
            asOf: organization.asOf,
            maturity: program.maturity,
            evidencedMaturity: program.evidencedMaturity ?? null,
            model: name,
          },
        ],
  );
  return {
    model,
    stored,
    assessment: restored(stored),
    earlier,
    peers: await peersIn(results.newest(), stored, model),
  };
}

/** Others of the same industry, or all others where those are too few. */
async function peersIn(
  newest: AsyncIterable<Newest>,
  own: StoredAssessment,
  model: Model,
): Promise<PeerFigures | undefined> {
  const all = new Counting({});
  const alike = new Counting({});
  const { industry } = own.organization;
  for await (const each of newest) {
    if (each.key === own.key || each.model !== own.model || !isComplete(each)) continue;
    all.add(each);
    if (industry !== '' && each.industry === industry) alike.add(each);
  }
  const near = disclosed(alike, model, LEAST_PEERS);
  if (near.n >= LEAST_PEERS) {
    const name = model.profile.industries.find(({ id }) => id === industry)?.name ?? industry;
    return peersOfPortfolio(near, name);
  }
  const figures = disclosed(all, model, LEAST_PEERS);
  return figures.n === 0 ? undefined : peersOfPortfolio(figures, '');
}

/** The figures of a portfolio as those of peers; `key`: which they are, `''` for all. */
export function peersOfPortfolio(
  { n, program, domains }: Pick<PortfolioFigures, 'n' | 'program' | 'domains'>,
  key: string,
): PeerFigures {
  return {
    key,
    // Where they are withheld, those who have figures are too few, and that is said.
    n: quartiles(program) ? n : program.n,
    program: quartiles(program) ?? { q1: 1, median: 1, q3: 1 },
    domains: Object.fromEntries(
      domains.flatMap((each) => {
        const own = quartiles(each);
        return own ? [[each.id, own] as const] : [];
      }),
    ),
  };
}

/** Undefined where they are withheld, or of nobody. */
function quartiles({
  q1,
  median,
  q3,
}: {
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
}): Quartiles | undefined {
  return q1 === null || median === null || q3 === null ? undefined : { q1, median, q3 };
}
