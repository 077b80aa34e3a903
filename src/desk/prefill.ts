/** What a workbook is issued with: what a list says of the organization, and the answers that it has given before. */
import type { Assessment } from '../assessment/assessment.js';
import { NO, YES, type AskedOf } from '../assessment/fields.js';
import { blankAssessment, rowsOf, type Question } from '../assessment/paths.js';
import { rebuilt } from '../assessment/rebuilt.js';
import type { Parsed } from '../diagnostic/finding.js';
import { askAll } from '../layout/context.js';
import type { Issued, Models } from '../layout/shelf.js';
import { modelName } from '../model/named.js';
import type { CampaignRow } from './campaign-list.js';
import { migrate, type Migrated } from './migrate.js';
import { restored } from './restored.js';
import type { Results, StoredAssessment } from './results.js';

/** What a workbook is filled with. */
export interface Prefilled {
  readonly assessment: Assessment;
  /** What became of the answers of an older edition, where some of them are proposals or dropped: they are marked in the workbook. */
  readonly migrated?: Migrated;
}

/** What is said about one assessment, and not about the next one. */
const OF_ITS_DAY: ReadonlySet<string> = new Set(['organization.asOf']);
/** What counts where nothing is said. */
const USUAL_WEIGHT = 1;

/**
 * The row of a list, and what was answered before as far as it still holds: by the rules of `migrate` where the edition is
 * another one. What the list says goes before what was said then.
 */
export function prefilled(
  row: CampaignRow,
  issued: Issued,
  before: StoredAssessment | undefined,
  models: Models,
): Parsed<Prefilled> {
  const { model } = issued;
  const older = before && restored(before);
  const isSame = !older || modelName(older.model) === modelName(model);
  const carried = isSame ? undefined : migrate(older, model, models, { language: issued.language });
  if (carried && !carried.value) return { findings: carried.findings };
  const known = carried?.value?.assessment ?? older ?? blankAssessment(model);
  const said = saidOf(row);
  const builder = rebuilt({ assessment: known, model, fields: issued.fields }, (asked, of) => {
    if (asked.of === 'feedback' || OF_ITS_DAY.has(`${asked.of}.${asked.name}`)) return false;
    if (asked.of === 'category' && asked.name === 'weight') return known.weights[of] !== USUAL_WEIGHT;
    return said(asked, of) === undefined;
  });
  for (const of of ['organization', 'deployment', 'condition', 'category'] satisfies AskedOf[])
    for (const asked of askAll(issued, of))
      for (const each of rowsOf(of, model)) {
        const value = said(asked, each);
        if (value !== undefined) builder.put(asked, each, value);
      }
  const assessment = builder.finish();
  const { counts } = carried?.value ?? {};
  const isMarked = counts !== undefined && counts.review + counts.dropped > 0;
  return {
    value: { assessment, ...(carried?.value && isMarked ? { migrated: { ...carried.value, assessment } } : {}) },
    findings: [],
  };
}

/** What a row says of a question; undefined where it says nothing. */
function saidOf({ organization, deployments, conditions, targets }: CampaignRow) {
  const named: Readonly<Record<string, string | undefined>> = organization;
  return (asked: Question, of: string): string | number | undefined => {
    switch (asked.of) {
      case 'organization':
        return named[asked.name];
      case 'deployment':
        return asked.path.is !== 'member' || !deployments ? undefined : deployments.includes(of) ? YES : NO;
      case 'condition':
        return asked.path.is !== 'flag' || conditions[of] === undefined ? undefined : conditions[of] ? YES : NO;
      case 'category':
        return asked.name === 'target' ? targets[of] : undefined;
      default:
        return undefined;
    }
  };
}

/**
 * The newest assessment of each of these organizations, by key; a store may have none of some.
 * @throws What the functions of `results` throw: a `Refusal` if the store cannot be used.
 */
export async function newestByKey(
  results: Pick<Results, 'newest' | 'assessments'>,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, StoredAssessment>> {
  const wanted = new Map<string, string>();
  for await (const { key, sha256, isNewest } of results.newest())
    if (isNewest && keys.has(key)) wanted.set(key, sha256);
  const found = new Map<string, StoredAssessment>();
  for (const [key, sha256] of wanted)
    for await (const each of results.assessments(key)) if (each.sha256 === sha256) found.set(key, each);
  return found;
}
