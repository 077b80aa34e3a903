/** Puts together what was answered in parts: one organization, several files, e.g. one for each category. */
import { find, type Finding, type Parsed, type Place } from '../diagnostic/finding.js';
import type { Model } from '../model/model.js';
import type { Assessment, Feedback, FieldValue } from './assessment.js';
import { FEEDBACK_ROWS, FIELDS, NO, type FieldSet } from './fields.js';
import { isLinked, isSameValue } from './links.js';
import { AssessmentBuilder, commentPath, pathText, questionsOf, rowsOf, valueAt } from './paths.js';

/** What is known of the parts besides what they say. */
export interface Merging {
  /** The files that the parts are from, in their order; conflicts name them. */
  readonly files?: readonly string[];
  /** `union`: a deployment type is in use if any part says so. Left out: parts that differ are a conflict. */
  readonly selection?: 'union' | undefined;
}

/**
 * One assessment from several of `model`. What only one of them says is taken; where two say different things, that is
 * reported and there is no value. Remarks are put one after the other, each once.
 */
export function mergeAssessments(
  parts: readonly Assessment[],
  model: Model,
  fields: FieldSet = FIELDS,
  { files = [], selection }: Merging = {},
): Parsed<Assessment> {
  const [first] = parts;
  if (!first || parts.length === 1) return { ...(first ? { value: first } : {}), findings: [] };
  const conflictAt = (index: number, other: number) => ({
    at: files[index] === undefined ? {} : { file: files[index] },
    named: files[other] === undefined ? {} : { otherFile: files[other] },
  });
  const findings: Finding[] = selection === 'union' ? [] : differingSelections(parts, conflictAt);
  const builder = new AssessmentBuilder(model);
  for (const each of questionsOf(fields)) {
    for (const row of rowsOf(each.of, model)) {
      const path = pathText(each, row);
      let known: { readonly value: FieldValue; readonly index: number } | undefined;
      for (const [index, part] of parts.entries()) {
        const value = each.path.is === 'numbered' ? undefined : valueAt(part, each, row);
        if (value === undefined || (known !== undefined && isSameValue(value, known.value))) continue;
        if (known === undefined || (each.path.is === 'member' && known.value === NO)) known = { value, index };
        else if (each.path.is !== 'member') {
          const { at, named } = conflictAt(index, known.index);
          const facts = { found: said(value), other: said(known.value), ...named };
          findings.push(find('conflicting-answers', { ...at, path }, facts));
        }
      }
      if (known !== undefined) builder.put(each, row, known.value);
      const comments = parts.flatMap((part) => part.comments?.[commentPath(each, row)] ?? []);
      for (const comment of new Set(comments)) builder.comment(each, row, comment);
    }
  }
  const feedback = remarksOf(parts);
  if (feedback.length > FEEDBACK_ROWS)
    findings.push(find('too-many-remarks', { path: 'feedback' }, { count: feedback.length, most: FEEDBACK_ROWS }));
  if (findings.length > 0) return { findings };
  return { value: { ...builder.finish(), model: first.model, feedback }, findings };
}

const said = (value: FieldValue): string => (isLinked(value) ? `${value.text} (${value.link})` : String(value));

/** Parts in which other deployment types are in use than in the first; a part that names none has all of them in use. */
function differingSelections(
  [first, ...others]: readonly Assessment[],
  conflictAt: (index: number, other: number) => { readonly at: Place; readonly named: { readonly otherFile?: string } },
): Finding[] {
  const shown = ({ selection }: Assessment): string => selection.join(', ');
  const other = first ? shown(first) : '';
  return others.flatMap((part, i) => {
    const { at, named } = conflictAt(i + 1, 0);
    const found = shown(part);
    return found === other
      ? []
      : [find('conflicting-selection', { ...at, path: 'selection' }, { found, other, ...named })];
  });
}

/** A remark that two parts have is one remark; what one part says twice stays. */
function remarksOf(parts: readonly Assessment[]): Feedback[] {
  const known = new Set<string>();
  return parts.flatMap(({ feedback }) => {
    const more = feedback.filter((each) => !known.has(JSON.stringify(Object.entries(each).sort())));
    for (const each of more) known.add(JSON.stringify(Object.entries(each).sort()));
    return more;
  });
}
