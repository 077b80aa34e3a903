/** Everything that was found in files that were not taken in, and whom to write to, as a list for spreadsheets or programs. */
import type { Diagnostic } from '../locale/message.js';
import { CSV_BEGIN, csvLine } from './csv.js';

/** A finding of one of the files; who sent it is said as far as the workbook does. */
export interface RejectedFor extends Diagnostic {
  readonly organization?: string;
  readonly unit?: string;
  readonly assessor?: string;
}

const COLUMNS = [
  ...(['file', 'severity', 'code', 'sheet', 'cell', 'objective', 'field', 'found', 'message'] as const),
  ...(['organization', 'unit', 'assessor'] as const),
] as const;

/** What `ingest --rejects` writes; each has its file. */
export const REJECTS = {
  '.csv': (diagnostics: readonly RejectedFor[]): string =>
    [CSV_BEGIN, csvLine(COLUMNS), ...diagnostics.map((each) => csvLine(COLUMNS.map((column) => each[column])))].join(
      '',
    ),
  '.json': (diagnostics: readonly RejectedFor[]): string =>
    `${JSON.stringify({ schemaVersion: 1, diagnostics }, null, 2)}\n`,
} as const;

/** The kind of list that a file's name asks for. */
export function rejectsFormat(name: string): (typeof REJECTS)[keyof typeof REJECTS] | undefined {
  const end = Object.keys(REJECTS).find((each) => name.toLowerCase().endsWith(each));
  return end === undefined ? undefined : REJECTS[end as keyof typeof REJECTS]; // one of its keys
}
