/** The report in Markdown, for wikis and mails: the sentences, the levels and the plan. */
import { plainMarkdown } from '../document/markdown.js';
import { renderTemplate, type ReadTemplate } from '../document/render.js';
import type { Page } from './page.js';
import { pageView } from './view.js';

/** Parts of the view that are sentences made by rules: `**` in them is bold. */
const SENTENCES: ReadonlySet<string> = new Set(['where', 'why', 'next', 'left', 'late', 'blocks', 'lines']);

/** Markdown. What strangers wrote is nothing but text in it. */
export function renderReportMarkdown(page: Page, readTemplate: ReadTemplate): string {
  return renderTemplate(readTemplate('report/report.md.hbs'), plain(pageView(page)) as object);
}

function plain(view: unknown, isSentence = false): unknown {
  if (typeof view === 'string')
    return isSentence ? view.split('**').map(plainMarkdown).join('**') : plainMarkdown(view);
  if (Array.isArray(view)) return view.map((each) => plain(each, isSentence));
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, plain(value, SENTENCES.has(key))]));
}
