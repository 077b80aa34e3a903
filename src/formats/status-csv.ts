/** The status of a list as CSV, for a mail merge: a line per row with contact and reason, then the files that belong to no row. */
import { reasonOfRow, type ToldStatus } from '../document/status.js';
import { CSV_BEGIN, csvLine } from './csv.js';

const COLUMNS = [
  'organization',
  'unit',
  'contact',
  'due',
  'state',
  'late',
  'answered',
  'reason',
  'file',
  // At the end, so that lists that are used already keep their columns.
  'maturity',
  'lowest_level',
] as const;
/** Stands for the state of a file that belongs to no row. */
const STRANGER = 'no-row';

/** The most urgent row is first. */
export function statusCsv({ rows, strangers }: ToldStatus): string {
  const lines = rows.map((row) =>
    csvLine([
      ...[row.organization, row.unit, row.contact, row.due, row.state, row.isLate ? 'yes' : 'no'],
      ...[row.answered === null ? null : Math.floor(row.answered * 1000) / 1000, reasonOfRow(row), row.file],
      ...[row.maturity === null ? null : Math.round(row.maturity * 100) / 100, row.floor],
    ]),
  );
  const others = strangers.map(({ organization, unit, contact, file }) =>
    csvLine([organization, unit, contact, '', STRANGER, '', null, '', file, null, null]),
  );
  return [CSV_BEGIN, csvLine(COLUMNS), ...lines, ...others].join('');
}
