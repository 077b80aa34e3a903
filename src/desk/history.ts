/** The history of one organization: its assessments, what changed from one to the next, and where it stands among others. */
import { invariant, type Parsed } from '../diagnostic/finding.js';
import { readModelName, type ModelName } from '../model/named.js';
import type { EditionCount } from '../scoring/portfolio.js';
import { changeBetween, type Change } from './compare.js';
import { findOrganization, type Asked } from './find-organization.js';
import { peersOf, type Peers } from './peers.js';
import type { Results, StoredAssessment } from './results.js';
import type { KeptFinding } from './row.js';

/** One assessment in a history. */
export interface Step {
  readonly asOf: string;
  readonly maturity: number | null;
  readonly completeness: number | null;
  readonly path: string;
  readonly sha256: string;
  /** A newer workbook of the same date has taken its place. */
  readonly superseded: boolean;
  readonly model: ModelName;
  /** Since the assessment before that counts. */
  readonly change?: Change;
  /** What was found in it. */
  readonly findings: readonly KeptFinding[];
}

/** What is known of one organization. */
export interface History {
  readonly schemaVersion: 1;
  readonly organization: string;
  readonly unit: string;
  /** Oldest first. */
  readonly history: readonly Step[];
  /** Among all others. */
  readonly percentile: number | null;
  readonly peers: readonly Peers[];
  /** Others it is not compared with, since they were last assessed with another edition than it was. */
  readonly leftOut: readonly EditionCount[];
  /** Others it is not compared with, since they have answered too little. */
  readonly incomplete: number;
}

/** Tells the history of the organization that is meant; the reason where nobody can say which one that is. */
export async function historyOf(
  results: Pick<Results, 'names' | 'assessments' | 'newest'>,
  asked: Asked,
): Promise<Parsed<History>> {
  const { value: key, findings } = await findOrganization(results.names(), asked);
  if (key === undefined) return { findings };
  const own: StoredAssessment[] = [];
  for await (const each of results.assessments(key)) own.push(each);
  const ordered = inOrder(own);
  const newest = ordered.at(-1);
  invariant(newest, 'an organization that the store names has an assessment');
  const { peers, leftOut, incomplete } = await peersOf(newest, results.newest());
  const { name, unit } = newest.organization;
  const percentile = peers[0]?.percentile ?? null;
  return {
    value: {
      ...{ schemaVersion: 1, organization: name, unit, history: stepsOf(ordered) },
      ...{ percentile, peers, leftOut, incomplete },
    },
    findings: [],
  };
}

/** Oldest first, so that the last one is what stands today. */
function inOrder(own: readonly StoredAssessment[]): StoredAssessment[] {
  const day = ({ organization }: StoredAssessment): string => organization.asOf;
  return [...own].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : b.version - a.version));
}

/** Superseded workbooks are listed and take no part in the changes. */
function stepsOf(ordered: readonly StoredAssessment[]): Step[] {
  const counted: StoredAssessment[] = [];
  return ordered.map((each) => {
    const { organization, scores, path, sha256, version, model, findings } = each;
    const superseded = version !== 1;
    const before = superseded ? undefined : assessmentBefore(each, counted);
    const change = before && changeBetween(before, each);
    if (!superseded) counted.push(each);
    const { maturity, completeness } = scores.program;
    const step = { asOf: organization.asOf, maturity, completeness, path, sha256, superseded };
    return { ...step, model: readModelName(model), ...(change ? { change } : {}), findings };
  });
}

/** The last of an earlier date; of two models on that date, the one of its own. */
function assessmentBefore(
  { organization, model }: StoredAssessment,
  counted: readonly StoredAssessment[],
): StoredAssessment | undefined {
  const last = counted.findLast((each) => each.organization.asOf < organization.asOf);
  return counted.find((each) => each.organization.asOf === last?.organization.asOf && each.model === model) ?? last;
}
