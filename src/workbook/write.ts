/** A workbook of an edition, blank or prefilled: composes figures, sheets and bytes. */
import type { Assessment } from '../assessment/assessment.js';
import { blankAssessment } from '../assessment/paths.js';
import { place } from '../layout/place.js';
import { issue, type Issued, type IssueOptions } from '../layout/shelf.js';
import { workbookSheets } from '../layout/workbook.js';
import type { Model } from '../model/model.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { writeXlsx } from '../xlsx/write.js';

/** What a workbook is filled with. */
export interface Filling {
  /** Left out: a blank workbook, with every deployment type in use. */
  readonly assessment?: Assessment;
  /** False leaves the results of formulas out, so that a spreadsheet program has to compute them. Default true. */
  readonly cached?: boolean;
}

/** What goes into a workbook. */
export interface WriteOptions extends IssueOptions, Filling {
  readonly model: Model;
}

/** Every cell of the workbook, before it becomes a file. */
export function planWorkbook(
  issued: Issued,
  { assessment = blankAssessment(issued.model), cached = true }: Filling = {},
): WorkbookPlan {
  const { model, words, edition, language, fields } = issued;
  const figures = issued.scoring.figures(assessment);
  return place(workbookSheets({ model, words, edition, language, fields, assessment }, figures.outline), {
    model,
    figures,
    cached,
    about: {
      title: `${model.title} ${model.version}`,
      subject: model.notice[0] ?? '',
      author: edition.tool,
      date: model.released,
      footer: words.footer,
    },
  });
}

/** The bytes of the workbook. The same options give the same bytes. */
export async function writeWorkbook({ model, ...options }: WriteOptions): Promise<Uint8Array> {
  return writeXlsx(planWorkbook(issue(model, options), options));
}
