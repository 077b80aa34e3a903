/** What of a portfolio takes every assessment to tell: evidence, change since about a year before, and names. */
import { serialOf } from '../assessment/dates.js';
import { compareNames } from '../diagnostic/compare-names.js';
import type { Model } from '../model/model.js';
import { readModelName } from '../model/named.js';
import { isComplete, type ListedOrganization } from '../scoring/portfolio.js';
import { Changes, type PortfolioChange } from '../scoring/portfolio-change.js';
import { Tally, type Distribution } from '../scoring/tally.js';
import type { Translated } from './as-edition.js';
import type { Results, StoredAssessment } from './results.js';

/** Days between the two assessments of an organization that are compared: about a year. */
export const APART = { least: 183, usual: 365, most: 548 } as const;

/** Nothing is withheld yet. */
export interface PortfolioDetails {
  readonly evidence: Distribution;
  readonly change: PortfolioChange;
  readonly organizations: readonly ListedOrganization[];
}

/** Goes through all assessments; `isCounted` has the digests of those that the portfolio counts. `of`: of one edition alone. */
export async function detailsOf(
  results: Pick<Results, 'assessments'>,
  isCounted: ReadonlySet<string>,
  model: Model,
  {
    of,
    minComplete,
    organizations: isListed,
    translated = () => undefined,
  }: {
    readonly of?: string;
    readonly minComplete?: number | undefined;
    readonly organizations: boolean;
    /** An assessment of another edition as this one counts it. */
    readonly translated?: (older: StoredAssessment) => Translated | undefined;
  },
): Promise<PortfolioDetails> {
  const evidence = new Tally();
  const changes = new Changes();
  const organizations: ListedOrganization[] = [];
  const count = (own: readonly StoredAssessment[]): void => {
    const found = own.find(({ sha256 }) => isCounted.has(sha256));
    if (!found) return;
    const carried = of === undefined || found.model === of ? undefined : translated(found);
    const now = carried?.stored ?? found;
    if (of !== undefined && now.model !== of) return;
    evidence.add(now.scores.program.evidencedShare ?? null);
    // What is left of an assessment and a whole one say nothing of a change.
    const before = carried ? undefined : aYearBefore(now, own, minComplete);
    if (before) changes.add(before.scores, now.scores);
    if (isListed)
      organizations.push({ ...listed(now, before), ...(carried ? { translated: leftOf(found, carried) } : {}) });
  };
  // Assessments come by organization, so that those of one are at hand together.
  let own: StoredAssessment[] = [];
  for await (const each of results.assessments()) {
    if (each.version !== 1 || (of !== undefined && each.model !== of && !isCounted.has(each.sha256))) continue;
    if (own[0] && own[0].key !== each.key) {
      count(own);
      own = [];
    }
    own.push(each);
  }
  count(own);
  return { evidence: evidence.distribution(), change: changes.figures(model), organizations: inOrder(organizations) };
}

/** The one that is nearest to a year before, of the same edition and complete enough; of two the later one. */
function aYearBefore(
  now: StoredAssessment,
  own: readonly StoredAssessment[],
  minComplete: number | undefined,
): StoredAssessment | undefined {
  const today = serialOf(now.organization.asOf);
  if (today === undefined) return undefined;
  return own
    .flatMap((each) => {
      const day = serialOf(each.organization.asOf);
      const apart = day === undefined ? 0 : today - day;
      const isFit = each.model === now.model && isComplete(each.scores.program, minComplete);
      return isFit && apart >= APART.least && apart <= APART.most ? [{ each, apart }] : [];
    })
    .sort((a, b) => Math.abs(a.apart - APART.usual) - Math.abs(b.apart - APART.usual) || a.apart - b.apart)[0]?.each;
}

function leftOf({ model }: StoredAssessment, { counts }: Translated): NonNullable<ListedOrganization['translated']> {
  return { from: readModelName(model), answers: counts.answers, kept: counts.kept };
}

function listed(now: StoredAssessment, before: StoredAssessment | undefined): ListedOrganization {
  const { organization, scores } = now;
  const { name, unit, industry, size, region, asOf } = organization;
  const { completeness, maturity, floor, evidencedMaturity } = scores.program;
  const earlier = before?.scores.program.maturity ?? null;
  return {
    ...{ name, unit, industry, size, region, asOf, completeness, maturity, floor },
    // Stores of before 0.2 do not have it.
    evidencedMaturity: evidencedMaturity ?? null,
    change: maturity === null || earlier === null ? null : maturity - earlier,
    levels: Object.fromEntries(scores.categories.map(({ id, level }) => [id, level])),
  };
}

/** By name and unit, as people look them up. */
function inOrder(all: readonly ListedOrganization[]): ListedOrganization[] {
  return [...all].sort((a, b) => compareNames(a.name, b.name) || compareNames(a.unit, b.unit));
}
