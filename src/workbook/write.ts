/** A workbook for a model, blank or prefilled: composes figures, sheets and bytes. */
import type { Assessment } from '../assessment/fields.js';
import { BLANK_ORGANIZATION } from '../assessment/fields.js';
import { place } from '../layout/place.js';
import { workbookSheets } from '../layout/workbook.js';
import { en } from '../locale/en.js';
import type { Model } from '../model/schema.js';
import { computeFigures } from '../scoring/figures.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { writeXlsx } from '../xlsx/write.js';

/** What goes into a workbook. */
export interface WriteOptions {
  readonly model: Model;
  /** Left out: a blank workbook, with every deployment type in use. */
  readonly assessment?: Assessment;
  /** Name and version of the program, for the hidden meta sheet. */
  readonly madeBy: string;
  /** Address of the published companion document; each row then leads to its section. Left out: no such column. */
  readonly companion?: string;
  /** False leaves the results of formulas out, so that a spreadsheet program has to compute them. Default true. */
  readonly cached?: boolean;
}

/** An assessment that says nothing yet. */
export function blankAssessment(model: Model): Assessment {
  return {
    model: { id: model.id, version: model.version },
    organization: BLANK_ORGANIZATION,
    selection: model.deployments.map(({ id }) => id),
    targets: {},
    weights: {},
    answers: new Map(),
    feedback: [],
  };
}

/** Every cell of the workbook, before it becomes a file. */
export function planWorkbook({ model, assessment, madeBy, companion, cached = true }: WriteOptions): WorkbookPlan {
  const filled = assessment ?? blankAssessment(model);
  const figures = computeFigures(model, filled);
  const context = {
    model,
    words: en,
    assessment: filled,
    madeBy,
    ...(companion === undefined ? {} : { companion }),
  };
  return place(workbookSheets(context, figures.outline), {
    model,
    figures,
    cached,
    about: {
      title: `${model.title} ${model.version}`,
      subject: model.notice[0] ?? '',
      author: madeBy,
      date: model.released,
      footer: en.footer,
    },
  });
}

/** The bytes of the workbook. The same options give the same bytes. */
export async function writeWorkbook(options: WriteOptions): Promise<Uint8Array> {
  return writeXlsx(planWorkbook(options));
}
