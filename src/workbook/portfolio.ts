/** A portfolio as a workbook: composes counted figures and sheets. */
import { blankAssessment } from '../assessment/paths.js';
import { place } from '../layout/place.js';
import type { PortfolioContext } from '../layout/sheets/portfolio/parts.js';
import { portfolioSheets } from '../layout/sheets/portfolio/sheets.js';
import { portfolioWords } from '../locale/en/portfolio.js';
import { computeFigures } from '../scoring/figures.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { writeXlsx } from '../xlsx/write.js';
import { branded } from './brand.js';

/** What the workbook is made from. */
export interface PortfolioBook extends Omit<PortfolioContext, 'words'> {
  /** The day of the report, which its properties have. */
  readonly today: string;
  /** The program and its version. */
  readonly tool: string;
}

/** Every cell of the workbook, before it becomes a file. */
export function planPortfolio({ today, tool, ...context }: PortfolioBook): WorkbookPlan {
  const { model } = context;
  const plan = place(portfolioSheets({ ...context, words: portfolioWords }), {
    model,
    // The sheets show what was counted, and no figure of an assessment.
    figures: computeFigures(model, blankAssessment(model)),
    cached: true,
    errorsSurface: true,
    about: {
      title: portfolioWords.title(context.portfolio.n),
      subject: model.notice[0] ?? '',
      author: tool,
      language: 'en',
      date: today,
      footer: `${model.title} ${model.version}`,
    },
  });
  return branded(plan, model);
}

/** Its bytes. The same figures and day give the same bytes. */
export async function writePortfolio(book: PortfolioBook): Promise<Uint8Array> {
  return writeXlsx(planPortfolio(book));
}
