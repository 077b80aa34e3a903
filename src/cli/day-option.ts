/** The option `--date`, wherever a report is made. */
import { isDay } from '../node.js';
import { Usage } from './rim.js';

export const DAY_OPTION = {
  type: 'string',
  requiresArg: true,
  describe: 'Date of the report, such as 2026-11-26',
  defaultDescription: 'today',
} as const;

/** Throws `Usage` where the option is no day. */
export function expectDay(date: string | undefined): void {
  if (date !== undefined && !isDay(date))
    throw new Usage(`Invalid --date "${date}". Use a day from 2000-01-01 on, such as 2026-11-26.`);
}
