/** An assessment put together anew, with some values left out. */
import type { Model } from '../model/model.js';
import type { Assessment } from './assessment.js';
import type { FieldSet } from './fields.js';
import { AssessmentBuilder, commentPath, questionsOf, rowsOf, valueAt, type Question } from './paths.js';

/** What is to be put together: an assessment, the model that it answers, and the fields that are asked. */
export interface Rebuilding {
  readonly assessment: Assessment;
  readonly model: Model;
  readonly fields: FieldSet;
}

/** Everything that is kept, with its comments, ready for other values. */
export function rebuilt(
  { assessment, model, fields }: Rebuilding,
  isKept: (asked: Question, row: string) => boolean = () => true,
): AssessmentBuilder {
  const builder = new AssessmentBuilder(model);
  for (const asked of questionsOf(fields)) {
    for (const row of rowsOf(asked.of, model)) {
      const value = isKept(asked, row) ? valueAt(assessment, asked, row) : undefined;
      if (value !== undefined) builder.put(asked, row, value);
      const comment = assessment.comments?.[commentPath(asked, row)];
      if (comment !== undefined) builder.comment(asked, row, comment);
    }
  }
  builder.conflicts(assessment.conflicts ?? []);
  return builder;
}
