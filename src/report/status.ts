/** The status of a list as one small page of HTML, in the grammar of the report: no script, nothing from elsewhere, printable. */
import type { ReadTemplate } from '../document/render.js';
import { percent } from '../document/shown.js';
import { calledIn, countsOf, reasonOfRow, type ToldStatus } from '../document/status.js';
import { campaignWords, type CampaignWords } from '../locale/en/campaign.js';
import { reportWords } from '../locale/en/report.js';
import { renderPage } from './html.js';

/**
 * One HTML file. What strangers wrote is text in it and nothing else.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderStatusHtml(
  status: ToldStatus,
  readTemplate: ReadTemplate,
  w: CampaignWords = campaignWords,
): string {
  const { counts, date, rows, strangers } = status;
  const title = w.title(counts.rows);
  const view = {
    ...{ w, title, name: title, language: reportWords.language },
    reportOf: reportWords.board.reportOf(reportWords.day(date)),
    facts: countsOf(status, w),
    earlier: counts.earlier > 0 ? w.earlier(counts.earlier) : '',
    rows: rows.map((row) => ({
      ...{ name: calledIn(row), contact: row.contact, due: row.due, state: w.states[row.state], isLate: row.isLate },
      ...{
        answered: percent(row.answered, ''),
        reason: [reasonOfRow(row, w), row.match ?? ''].filter(Boolean).join(' '),
        file: row.file,
      },
    })),
    hasStrangers: strangers.length > 0,
    strangers: strangers.map((each) => ({ file: each.file, name: calledIn(each) || w.noName, contact: each.contact })),
  };
  return renderPage(view, 'status', [], { readTemplate, model: {} });
}
