/** A workbook of an edition as a plan, blank or prefilled: composes figures and sheets. */
import type { Assessment, FieldValue } from '../assessment/assessment.js';
import { recordsOf } from '../assessment/conflicts.js';
import { plainValue } from '../assessment/links.js';
import { blankAssessment } from '../assessment/paths.js';
import type { Edition } from '../edition/edition.js';
import { place } from '../layout/place.js';
import type { Addressed } from '../edition/meta.js';
import type { Issued } from '../layout/shelf.js';
import { workbookSheets } from '../layout/workbook.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { branded } from './brand.js';
import { withBuildMark } from './build-mark.js';

/** The first layout in which an error in a cell that figures depend on is an error in the figures. */
const ERRORS_SURFACE_SINCE = 2;

/** What a workbook is filled with. */
export interface Filling {
  /** Left out: a blank workbook, with every deployment type in use. */
  readonly assessment?: Assessment;
  /** False leaves the results of formulas out, so that a spreadsheet program has to compute them. Default true. */
  readonly cached?: boolean;
  /** Whom it is issued to, where that is a row of a list. */
  readonly addressed?: Addressed | undefined;
}

/** Every cell of the workbook, before it becomes a file. */
export function planWorkbook(
  issued: Issued,
  { assessment = blankAssessment(issued.model), cached = true, addressed }: Filling = {},
): WorkbookPlan {
  const { model, written, words, language, fields } = issued;
  const edition = withConflicts(issued.edition, assessment);
  const figures = issued.scoring.figures(assessment, edition.review === true);
  const context = { model, written, words, edition, language, fields, assessment, ...(addressed ? { addressed } : {}) };
  const plan = place(workbookSheets(context, figures.outline), {
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
      ...filledFor(assessment),
    },
  });
  return branded(withBuildMark(plan), model);
}

/** The edition as it is with the conflicts of an assessment, and without those of another one. */
function withConflicts({ conflicts: _, ...edition }: Edition, { conflicts = [] }: Assessment): Edition {
  const rows = recordsOf(conflicts).length;
  return rows === 0 ? edition : { ...edition, conflicts: rows };
}

/** What a plan of a reading is made of. */
interface Planned {
  readonly issued: Issued;
  readonly assessment: Assessment;
  readonly addressed?: Addressed;
}

/** Plans that somebody may ask for again, as long as the answers they are of are held. */
const PLANS = new WeakMap<Assessment, WorkbookPlan>();

/** The workbook that a reading should be. It is kept for whoever gives the workbook back: making it costs more than reading. */
export function plannedFrom({ issued, assessment, addressed }: Planned): WorkbookPlan {
  const plan = PLANS.get(assessment) ?? planWorkbook(issued, { assessment, addressed });
  PLANS.set(assessment, plan);
  return plan;
}

/** The plan with these answers, which may be those of the reading or fewer. That of the reading is let go of: two would take twice the memory. */
export function planAgain({ issued, assessment, addressed }: Planned, settled: Assessment): WorkbookPlan {
  const known = PLANS.get(assessment);
  PLANS.delete(assessment);
  return known && settled === assessment ? known : planWorkbook(issued, { assessment: settled, addressed });
}

const shown = (value: FieldValue | undefined): string => (value === undefined ? '' : String(plainValue(value)).trim());

/** The most that is said at the foot of a page, so that it stays apart from what stands beside it. */
const LONGEST_NAME = 40;

/** Whose answers a page shows, and of which day, as far as that was known when the workbook was written. */
function filledFor({ organization: { name, asOf } }: Assessment): { filledFor?: string } {
  const called = shown(name);
  if (called === '') return {};
  const short = called.length > LONGEST_NAME ? `${called.slice(0, LONGEST_NAME - 1)}…` : called;
  return { filledFor: [short, shown(asOf)].filter(Boolean).join(' · ') };
}
