/** The history of one organization: its assessments, what changed from one to the next, and where it stands among others. */
import { invariant, type Parsed } from '../diagnostic/finding.js';
import type { MigrationCounts } from '../assessment/migrate.js';
import type { Models } from '../layout/shelf.js';
import { objectivesOf } from '../model/model.js';
import { readModelName, type ModelName } from '../model/named.js';
import { shareOf, type EditionCount } from '../scoring/portfolio.js';
import { AsEdition } from './as-edition.js';
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
  /** Objectives of the workbook and of the whole model, where the workbook is for a part: what it does not ask counts as open. */
  readonly part?: { readonly objectives: number; readonly of: number };
  /** Since the assessment before that counts. */
  readonly change?: Change;
  /** Of an assessment before of an older edition: what of it still holds in this one, where the changes are declared. */
  readonly carried?: Carried;
  /** What was found in it. */
  readonly findings: readonly KeptFinding[];
}

/** How many answers still hold, and what they alone amount to. */
export interface Carried extends Pick<MigrationCounts, 'answers' | 'kept'> {
  readonly share: number | null;
  readonly maturity: number | null;
  readonly completeness: number | null;
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

/**
 * Tells the history of the organization that is meant; the reason where nobody can say which one that is.
 * @throws What the functions of `results` throw: a `Refusal` if the store cannot be used.
 */
export async function historyOf(
  results: Pick<Results, 'names' | 'assessments' | 'newest'>,
  asked: Asked,
  models: Models,
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
      ...{ schemaVersion: 1, organization: name, unit, history: stepsOf(ordered, models) },
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
function stepsOf(ordered: readonly StoredAssessment[], models: Models): Step[] {
  const counted: StoredAssessment[] = [];
  return ordered.map((each) => {
    const { organization, scores, path, sha256, version, model, findings } = each;
    const superseded = version !== 1;
    const before = superseded ? undefined : assessmentBefore(each, counted);
    const change = before && changeBetween(before, each);
    const carried = before && before.model !== model ? carriedTo(readModelName(model), before, models) : undefined;
    if (!superseded) counted.push(each);
    const { maturity, completeness } = scores.program;
    const step = { asOf: organization.asOf, maturity, completeness, path, sha256, superseded };
    return {
      ...step,
      model: readModelName(model),
      ...partOf(each, models),
      ...(change ? { change } : {}),
      ...(carried ? { carried } : {}),
      findings,
    };
  });
}

/** Empty where the whole model was asked, or where the model is not here. */
function partOf({ model, states }: StoredAssessment, models: Models): Pick<Step, 'part'> {
  const { id, version } = readModelName(model);
  const whole = models.find(id, version, AS_WRITTEN);
  const [objectives, of] = [Object.keys(states).length, whole ? objectivesOf(whole).length : 0];
  return objectives < of ? { part: { objectives, of } } : {};
}

/** What an edition leaves of an assessment before; undefined where either is not here, or nothing leads there. */
function carriedTo({ id, version }: ModelName, before: StoredAssessment, models: Models): Carried | undefined {
  const newer = models.find(id, version, AS_WRITTEN);
  const translated = newer && new AsEdition(newer, models).translated(before);
  if (!translated) return undefined;
  const { counts, counted } = translated;
  const { answers, kept } = counts;
  return {
    ...{ answers, kept, share: shareOf(kept, answers) },
    maturity: counted.maturity,
    completeness: counted.completeness,
  };
}

const AS_WRITTEN = '';

/** The last of an earlier date; of two models on that date, the one of its own. */
function assessmentBefore(
  { organization, model }: StoredAssessment,
  counted: readonly StoredAssessment[],
): StoredAssessment | undefined {
  const last = counted.findLast((each) => each.organization.asOf < organization.asOf);
  return counted.find((each) => each.organization.asOf === last?.organization.asOf && each.model === model) ?? last;
}
