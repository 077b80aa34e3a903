/** The report in Markdown, for wikis and mails: the sentences, the levels and the plan. */
import { escapeCell, renderTemplate, type ReadTemplate } from '../document/render.js';
import { visible } from '../document/visible.js';
import type { Page } from './page.js';
import { pageView } from './view.js';

/** Markdown. What strangers wrote is text in it: marks of Markdown and HTML are taken away their meaning. */
export function renderReportMarkdown(page: Page, readTemplate: ReadTemplate): string {
  return renderTemplate(readTemplate('report/report.md.hbs'), plain(pageView(page)) as object);
}

function plain(view: unknown): unknown {
  if (typeof view === 'string') return escapeCell(escapeMarks(visible(view)));
  if (Array.isArray(view)) return view.map(plain);
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, plain(value)]));
}

/** `**` stays, since sentences are bold by it; everything else that Markdown or HTML would read is a plain character. */
function escapeMarks(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[`_[\]#]|(?<!\*)\*(?!\*)|!(?=\[)/g, '\\$&');
}
