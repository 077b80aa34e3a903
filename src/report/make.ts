/** A report in each of its formats, from what is reported. */
import { jsonText } from '../diagnostic/json-text.js';
import type { Diagnostic } from '../locale/message.js';
import { reportWords, type ReportWords } from '../locale/en/report.js';
import { categoriesOf } from '../model/model.js';
import { computeFigures } from '../scoring/figures.js';
import { whyLevel } from '../scoring/why.js';
import type { ReadTemplate } from '../document/render.js';
import { renderActions } from './actions.js';
import { reportFacts, type Reported } from './facts.js';
import { renderReportHtml } from './html.js';
import { renderReportMarkdown } from './markdown.js';
import type { Page } from './page.js';

export const REPORT_FORMATS = ['html', 'md', 'json', 'actions.csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What is reported, and where it came from. */
export interface ReportSource extends Omit<Reported, 'findings'> {
  readonly source: { readonly file: string; readonly sha256: string };
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of the report. JSON has the facts that all others are made of.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 * @example
 * ```ts
 * const { model, assessment } = workbook; // from readWorkbook
 * const source = { file: 'acme.xlsx', sha256: sha256(bytes) };
 * const html = makeReport({ model, assessment, source, diagnostics: [], today: '2026-11-26' }, 'html', builtInTemplate);
 * ```
 */
export function makeReport(
  { source, diagnostics, ...reported }: ReportSource,
  format: ReportFormat,
  readTemplate: ReadTemplate,
  words: ReportWords = reportWords,
): string {
  const { model, assessment } = reported;
  const facts = reportFacts({ ...reported, findings: diagnostics });
  if (format === 'json') return `${jsonText({ ...facts, source, diagnostics }, 2)}\n`;
  const figures = computeFigures(model, assessment);
  const held = new Map(
    categoriesOf(model).map(({ id }) => {
      const { heldBy, blockedAt } = whyLevel(model, figures, id);
      return [id, { ids: heldBy.map((each) => each.id), level: blockedAt }] as const;
    }),
  );
  const page: Page = { facts, model, assessment, diagnostics, source, held, words };
  if (format === 'html') return renderReportHtml(page, readTemplate);
  return format === 'md' ? renderReportMarkdown(page, readTemplate) : renderActions(page);
}
