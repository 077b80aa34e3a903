/** Remarks on the model as CSV, JSON and Markdown. All that strangers wrote stays text in each of them. */
import { jsonText } from '../diagnostic/json-text.js';
import { modelMarkdown, plainMarkdown } from '../document/markdown.js';
import { renderTemplate, type ReadTemplate } from '../document/render.js';
import { feedbackWords } from '../locale/en/feedback.js';
import type { Words } from '../locale/language.js';
import { csvLine } from './csv.js';

/** One remark of one organization. It names nobody: an editor who has to ask finds the workbook by its assessment. */
export interface Remark {
  /** The edition it is about, such as `aismm 1.1`. */
  readonly model: string;
  /** As the edition writes it; as it was typed where there is none of that id, and `''` where none was named. */
  readonly objective: string;
  /** What the edition asks there; `''` where that is not known. */
  readonly title: string;
  /** A kind of remark; `''` where none was chosen. */
  readonly kind: string;
  readonly comment: string;
  readonly asOf: string;
  /** Beginning of the digest of the newest workbook that says it, as in the tables of `export`. */
  readonly assessment: string;
  /** How many workbooks of the organization say the same. */
  readonly workbooks: number;
}

export const FEEDBACK_FORMATS = ['csv', 'json', 'md'] as const;
export type FeedbackFormat = (typeof FEEDBACK_FORMATS)[number];

/**
 * The list in a format. `remarks`: by edition, then objective, then kind.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function feedbackText(
  remarks: readonly Remark[],
  format: FeedbackFormat,
  words: Pick<Words, 'feedbackKinds'>,
  readTemplate: ReadTemplate,
): string {
  switch (format) {
    case 'csv':
      return (
        csvLine(['model', 'objective', 'title', 'kind', 'comment', 'as_of', 'assessment_id', 'workbooks']) +
        remarks
          .map((each) =>
            csvLine([
              ...[each.model, each.objective, each.title, each.kind, each.comment],
              ...[each.asOf, each.assessment, each.workbooks],
            ]),
          )
          .join('')
      );
    case 'json':
      return `${jsonText({ schemaVersion: 1, remarks: remarks.length, editions: byEdition(remarks) }, 2)}\n`;
    case 'md':
      return markdown(remarks, words, readTemplate);
  }
}

/** Neighbours of the same name, in their order. */
function grouped<T>(all: readonly T[], nameOf: (each: T) => string): (readonly [name: string, those: T[]])[] {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(nameOf(each), [...(groups.get(nameOf(each)) ?? []), each]);
  return [...groups];
}

function byEdition(remarks: readonly Remark[]): object[] {
  return grouped(remarks, ({ model }) => model).map(([model, ofModel]) => ({
    model,
    remarks: ofModel.length,
    objectives: grouped(ofModel, ({ objective }) => objective).map(([objective, ofObjective]) => ({
      objective,
      title: ofObjective[0]?.title ?? '',
      kinds: grouped(ofObjective, ({ kind }) => kind).map(([kind, those]) => ({
        kind,
        remarks: those.map(({ comment, asOf, assessment, workbooks }) => ({ comment, asOf, assessment, workbooks })),
      })),
    })),
  }));
}

function markdown(
  remarks: readonly Remark[],
  { feedbackKinds }: Pick<Words, 'feedbackKinds'>,
  readTemplate: ReadTemplate,
): string {
  const w = feedbackWords;
  const kinds: Readonly<Record<string, string>> = feedbackKinds;
  const editions = grouped(remarks, ({ model }) => model);
  return renderTemplate(readTemplate('feedback.md.hbs'), {
    title: w.title,
    lead: remarks.length === 0 ? w.none : w.counted(remarks.length, editions.length),
    editions: editions.map(([model, ofModel]) => ({
      name: plainMarkdown(model),
      objectives: grouped(ofModel, ({ objective }) => objective).map(([objective, those]) => ({
        name: objective === '' ? w.whole : plainMarkdown(objective),
        title: modelMarkdown(those[0]?.title ?? ''),
        kinds: grouped(those, ({ kind }) => kind).map(([kind, ofKind]) => ({
          name: kind === '' ? w.noKind : plainMarkdown(kinds[kind] ?? kind),
          remarks: ofKind.map(({ comment, asOf, assessment }) => ({
            comment: comment === '' ? w.noComment : plainMarkdown(comment),
            from: plainMarkdown(w.from(asOf, assessment)),
          })),
        })),
      })),
    })),
  });
}
