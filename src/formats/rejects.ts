/** Everything that was found in files that were not taken in, and whom to write to, as a list for spreadsheets or programs. */
import { jsonText } from '../diagnostic/json-text.js';
import type { Diagnostic } from '../locale/message.js';
import { CSV_BEGIN, csvLine } from './csv.js';

/** A finding of one of the files; who sent it is said as far as the workbook does. */
export interface RejectedFor extends Diagnostic {
  readonly organization?: string;
  readonly unit?: string;
  readonly assessor?: string;
  readonly contact?: string;
  readonly mailedBy?: string;
}

const COLUMNS = [
  ...(['file', 'severity', 'code', 'sheet', 'cell', 'objective', 'field', 'found', 'message'] as const),
  ...(['organization', 'unit', 'assessor', 'contact', 'mailedBy'] as const),
] as const;

/** A list that is written piece by piece: there may be more in it than memory holds. */
export interface RejectsList {
  readonly begin: string;
  /** The next findings; each has its file. */
  readonly next: (diagnostics: readonly RejectedFor[]) => string;
  /** What closes the list, once all findings are in it. */
  readonly end: () => string;
}

/** What `ingest --rejects` writes. */
export const REJECTS = {
  '.csv': (): RejectsList => ({
    begin: `${CSV_BEGIN}${csvLine(COLUMNS)}`,
    next: (diagnostics) => diagnostics.map((each) => csvLine(COLUMNS.map((column) => each[column]))).join(''),
    end: () => '',
  }),
  '.json': (): RejectsList => {
    let isFirst = true;
    return {
      begin: '{\n  "schemaVersion": 1,\n  "diagnostics": [',
      next: (diagnostics) =>
        diagnostics
          .map((each) => {
            const text = jsonText([each], 2).slice('[\n'.length, -'\n]'.length);
            const line = `${isFirst ? '' : ','}\n${text.replace(/^/gm, '  ')}`;
            isFirst = false;
            return line;
          })
          .join(''),
      end: () => `${isFirst ? '' : '\n  '}]\n}\n`,
    };
  },
} as const satisfies Readonly<Record<string, () => RejectsList>>;

/** The kind of list that a file's name asks for. */
export function rejectsFormat(name: string): (() => RejectsList) | undefined {
  const end = Object.keys(REJECTS).find((each) => name.toLowerCase().endsWith(each));
  return end === undefined ? undefined : REJECTS[end as keyof typeof REJECTS]; // one of its keys
}
