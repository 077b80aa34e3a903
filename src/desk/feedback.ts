/** Remarks on the model from all workbooks of a store, in the order in which an editor works through them. */
import { FEEDBACK_KINDS } from '../assessment/fields.js';
import { compareNames } from '../diagnostic/compare-names.js';
import type { Remark } from '../formats/feedback.js';
import { objectivesOf, type Model } from '../model/model.js';
import { compareVersions, readModelName } from '../model/named.js';
import type { Results } from './results.js';
import type { ReturnedFile } from './row.js';

/** Gives an edition by its name; undefined where it is not here. */
export type FindEdition = (name: string) => Model | undefined;

/**
 * All remarks: by edition, newest first, by objective and by kind. What an organization says again in another workbook is one
 * remark, of its newest workbook. Workbooks that are superseded, blank or rejected count, since what they say may be nowhere else.
 * @throws What the functions of `results` throw: a `Refusal` if the store cannot be used.
 */
export async function remarksIn(results: Pick<Results, 'returned'>, edition: FindEdition): Promise<Remark[]> {
  const known = new Map<string, { readonly remark: Remark; readonly from: From }>();
  const titles = new Map<string, ReadonlyMap<string, readonly [id: string, title: string]>>();
  for await (const { key, model, feedback, sha256, modified, organization } of results.returned()) {
    const from = { asOf: organization.asOf ?? '', modified, sha256 };
    const asked = titles.get(model) ?? titlesIn(edition(model));
    titles.set(model, asked);
    // A workbook may hold the same line twice; it is one workbook all the same.
    const said = new Map(feedback.map((each) => [JSON.stringify([each.objective, each.kind, each.comment]), each]));
    for (const { objective: typed, kind, comment } of said.values()) {
      if (typed === '' && kind === '' && comment === '') continue;
      const [objective = typed.trim(), title = ''] = asked.get(spelled(typed)) ?? [];
      const remark = { model, objective, title, kind, comment };
      const name = JSON.stringify([key, ...Object.values(remark)]);
      const before = known.get(name);
      const newest = before && isNewer(before.from, from) ? before.from : from;
      const { asOf } = newest;
      const counted = { asOf, assessment: newest.sha256.slice(0, 16), workbooks: (before?.remark.workbooks ?? 0) + 1 };
      known.set(name, { remark: { ...remark, ...counted }, from: newest });
    }
  }
  return [...known.values()].map(({ remark }) => remark).sort(byPlace);
}

/** A workbook that says something. */
type From = Pick<ReturnedFile, 'modified' | 'sha256'> & { readonly asOf: string };

/** As assessments are newer; see `results.ts`. */
function isNewer(a: From, b: From): boolean {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf;
  return a.modified === b.modified ? a.sha256 > b.sha256 : a.modified > b.modified;
}

const spelled = (id: string): string => id.trim().toUpperCase();

function titlesIn(model: Model | undefined): ReadonlyMap<string, readonly [string, string]> {
  return new Map(model ? objectivesOf(model).map(({ id, title, text }) => [id, [id, title ?? text]]) : []);
}

const KINDS: readonly string[] = FEEDBACK_KINDS;

function byPlace(a: Remark, b: Remark): number {
  const [first, second] = [readModelName(a.model), readModelName(b.model)];
  return (
    compareNames(first.id, second.id) ||
    compareVersions(second.version, first.version) ||
    // What is about no objective is about the whole model, and comes first.
    compareNames(a.objective, b.objective) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareNames(a.comment, b.comment) ||
    compareNames(a.assessment, b.assessment)
  );
}
