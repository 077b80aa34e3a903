/** Puts together what was answered in parts: one organization, several files, e.g. one for each category. */
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import type { Model } from '../model/model.js';
import type { Assessment, FieldValue } from './assessment.js';
import { FEEDBACK_ROWS, FIELDS, NO, type FieldSet } from './fields.js';
import { isLinked, isSameValue } from './links.js';
import { AssessmentBuilder, commentPath, pathText, questionsOf, rowsOf, valueAt } from './paths.js';

/**
 * One assessment from several of `model`. What only one of them says is taken; where two say different things, that is
 * reported and there is no value. A deployment type is in use if any part says so; remarks are put one after the other.
 */
export function mergeAssessments(
  parts: readonly Assessment[],
  model: Model,
  fields: FieldSet = FIELDS,
): Parsed<Assessment> {
  const [first] = parts;
  if (!first || parts.length === 1) return { ...(first ? { value: first } : {}), findings: [] };
  const findings: Finding[] = [];
  const builder = new AssessmentBuilder(model);
  for (const each of questionsOf(fields)) {
    for (const row of rowsOf(each.of, model)) {
      const path = pathText(each, row);
      let known: FieldValue | undefined;
      for (const part of parts) {
        const value = each.path.is === 'numbered' ? undefined : valueAt(part, each, row);
        if (value === undefined || (known !== undefined && isSameValue(value, known))) continue;
        if (each.path.is === 'member') known = known === undefined || known === NO ? value : known;
        else if (known === undefined) known = value;
        else findings.push(find('conflicting-answers', { path }, { found: said(value), other: said(known) }));
      }
      if (known !== undefined) builder.put(each, row, known);
      const comments = parts.flatMap((part) => part.comments?.[commentPath(each, row)] ?? []);
      for (const comment of new Set(comments)) builder.comment(each, row, comment);
    }
  }
  if (findings.length > 0) return { findings };
  const feedback = parts.flatMap((part) => part.feedback).slice(0, FEEDBACK_ROWS);
  return { value: { ...builder.finish(), model: first.model, feedback }, findings };
}

const said = (value: FieldValue): string => (isLinked(value) ? `${value.text} (${value.link})` : String(value));
