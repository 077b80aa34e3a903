/** What the status of a list says, as text and as a page. */
const rows = (n: number): string => `${n} ${n === 1 ? 'row' : 'rows'}`;

export const campaignWords = {
  kind: 'AI security maturity · returned workbooks',
  title: (n: number) => `Status of ${rows(n)}`,
  states: {
    rejected: 'rejected',
    missing: 'missing',
    parts: 'parts',
    blank: 'blank',
    partial: 'partial',
    complete: 'complete',
  },
  late: 'late',
  counts: (state: string, n: number) => `${n} ${state}`,
  columns: {
    state: 'State',
    late: 'Late',
    answered: 'Answered',
    due: 'Due',
    who: 'Organization',
    contact: 'Contact',
    why: 'Reason',
    file: 'File',
  },
  missing: 'No workbook was returned.',
  parts: (n: number) =>
    `Only ${n === 1 ? '1 part was' : `${n} parts were`} returned. When all parts are returned, merge them, and run “aismm ingest” for the merged workbook.`,
  blank: 'The workbook has no answers.',
  open: (n: number) => `${n} ${n === 1 ? 'objective is' : 'objectives are'} not answered.`,
  matchedBy: {
    name: 'aismm found this row only by organization and unit, because the workbook has no valid token.',
    file: 'aismm found this row only by the file name, because aismm could not read the workbook.',
  },
  more: (n: number) => `and ${n} more`,
  strangers: 'Files that do not belong to any row',
  noName: '(no name)',
  earlier: (n: number) =>
    `aismm ignored ${n} ${n === 1 ? 'file that is' : 'files that are'} older than the issued workbooks.`,
  caption: 'State of each row of the list, with the most urgent rows first',
  order:
    'Organizations with overdue workbooks come first. The other rows are in this order: rejected, missing, only parts returned, blank, partial, complete.',
} as const;

export type CampaignWords = typeof campaignWords;
