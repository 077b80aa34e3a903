/** The status of a list as text for a terminal, and the reasons in one sentence for every output. */
import type { CampaignWords } from '../locale/en/campaign.js';
import { campaignWords } from '../locale/en/campaign.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { percent } from './shown.js';
import { visible } from './visible.js';

/** One row, with its reasons in words. */
export interface ToldRow {
  readonly organization: string;
  readonly unit: string;
  readonly contact: string;
  readonly due: string;
  readonly state: keyof CampaignWords['states'];
  readonly isLate: boolean;
  readonly answered: number | null;
  readonly open: number | null;
  readonly maturity: number | null;
  readonly floor: number | null;
  readonly parts: number;
  /** How its workbook was found, as a sentence, where that is to be told. */
  readonly match?: string;
  readonly file: string;
  readonly reasons: readonly { readonly message: string; readonly sheet?: string; readonly cell?: string }[];
}

/** The status of a list, with its reasons in words. */
export interface ToldStatus {
  readonly date: string;
  readonly counts: Readonly<Record<ToldRow['state'] | 'rows' | 'late' | 'strangers' | 'earlier', number>>;
  readonly rows: readonly ToldRow[];
  readonly strangers: readonly {
    readonly file: string;
    readonly organization: string;
    readonly unit: string;
    readonly contact: string;
    readonly status: string;
  }[];
}

/** The reason to write to the contact of a row, in one text; `''` if the row is complete. */
export function reasonOfRow({ state, open, parts, reasons }: ToldRow, w: CampaignWords = campaignWords): string {
  const [first, ...others] = reasons;
  if (state === 'missing') return w.missing;
  if (state === 'parts') return w.parts(parts);
  if (state === 'blank') return w.blank;
  if (state === 'partial') return w.open(open ?? 0);
  if (!first) return '';
  const place = [first.sheet, first.cell].filter(Boolean).join('!');
  const told = `${place === '' ? '' : `${place}: `}${first.message}`;
  return others.length === 0 ? told : `${told} (${w.more(others.length)})`;
}

/** How a workbook was found, where that is weaker than a token; `''` where it is not. */
export function matchInWords(
  matchedBy: 'token' | keyof CampaignWords['matchedBy'] | null,
  w: CampaignWords = campaignWords,
): string {
  return matchedBy === null || matchedBy === 'token' ? '' : w.matchedBy[matchedBy];
}

/** An organization with its unit. */
export const calledIn = ({ organization, unit }: { readonly organization: string; readonly unit: string }): string =>
  [organization, unit].filter(Boolean).join(', ');

/** How many rows are in each state that there is, in words. */
export function countsOf({ counts }: ToldStatus, w: CampaignWords = campaignWords): string {
  const states = ['complete', 'partial', 'rejected', 'blank', 'parts', 'missing'] as const;
  const told = states.filter((state) => counts[state] > 0).map((state) => w.counts(w.states[state], counts[state]));
  return [...told, ...(counts.late > 0 ? [w.counts(w.late, counts.late)] : [])].join(', ');
}

/**
 * Plain text.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderStatus(status: ToldStatus, readTemplate: ReadTemplate, w: CampaignWords = campaignWords): string {
  const { counts, date, rows, strangers } = status;
  const width = Math.max(...Object.values(w.states).map(({ length }) => length));
  return renderTemplate(readTemplate('status.txt.hbs'), {
    heading: `${w.title(counts.rows)} · ${date}: ${countsOf(status, w)}`,
    earlier: counts.earlier > 0 ? w.earlier(counts.earlier) : '',
    rows: rows.map((row) => ({
      line: [
        (row.isLate ? w.late : '').padEnd(w.late.length),
        w.states[row.state].padEnd(width),
        percent(row.answered, '').padStart('100%'.length),
        row.due.padEnd('2026-11-30'.length),
        visible(calledIn(row)),
        row.contact === '' ? '' : `<${visible(row.contact)}>`,
      ]
        .join('  ')
        .trimEnd(),
      reason: row.state === 'complete' ? '' : visible(reasonOfRow(row, w)),
      match: row.match ?? '',
    })),
    strangersTitle: strangers.length > 0 ? `${w.strangers} (${strangers.length})` : '',
    strangers: strangers.map((each) =>
      visible([each.file, calledIn(each) || w.noName, each.contact].filter(Boolean).join('  ')),
    ),
  });
}
