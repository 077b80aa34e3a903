/** A workbook of an edition as a plan, blank or prefilled: composes figures and sheets. */
import type { Assessment } from '../assessment/assessment.js';
import { blankAssessment } from '../assessment/paths.js';
import { place } from '../layout/place.js';
import type { Issued } from '../layout/shelf.js';
import { workbookSheets } from '../layout/workbook.js';
import type { WorkbookPlan } from '../xlsx/plan.js';

/** The first layout in which an error in a cell that figures depend on is an error in the figures. */
const ERRORS_SURFACE_SINCE = 2;

/** What a workbook is filled with. */
export interface Filling {
  /** Left out: a blank workbook, with every deployment type in use. */
  readonly assessment?: Assessment;
  /** False leaves the results of formulas out, so that a spreadsheet program has to compute them. Default true. */
  readonly cached?: boolean;
}

/** Every cell of the workbook, before it becomes a file. */
export function planWorkbook(
  issued: Issued,
  { assessment = blankAssessment(issued.model), cached = true }: Filling = {},
): WorkbookPlan {
  const { model, written, words, edition, language, fields } = issued;
  const figures = issued.scoring.figures(assessment);
  return place(workbookSheets({ model, written, words, edition, language, fields, assessment }, figures.outline), {
    model,
    figures,
    cached,
    errorsSurface: edition.layout >= ERRORS_SURFACE_SINCE,
    about: {
      title: `${model.title} ${model.version}`,
      subject: model.notice[0] ?? '',
      author: edition.tool,
      language: edition.language,
      date: model.released,
      footer: words.footerShort,
    },
  });
}
