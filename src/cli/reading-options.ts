/** The options of the commands that read many workbooks in threads. */
import { mostJobs, today, USUAL_LANGUAGE, usualJobs, type RecordKind, type Shelf } from '../node.js';
import type { ModelOption } from './model-option.js';
import { wholeNumber } from './whole-number.js';
import { everyModel, madeBy, printNote, Usage } from './world.js';

/** Seconds. */
const USUAL_TIME_LIMIT = 20;

/** What they are given. */
export interface ReadingOptions extends ModelOption {
  jobs: number;
  timeLimit: number;
  allowAgain: boolean;
  strict: boolean;
}

export const JOBS_OPTION = {
  type: 'number',
  requiresArg: true,
  default: usualJobs(),
  describe: 'Number of workbooks to read at the same time',
} as const;

export const ALLOW_AGAIN_OPTION = {
  type: 'boolean',
  default: false,
  describe: 'Also accept the workbooks of organizations that “aismm forget” removed',
} as const;

export const TIME_LIMIT_OPTION = {
  type: 'number',
  requiresArg: true,
  default: USUAL_TIME_LIMIT,
  describe: 'Maximum time to read one file, in seconds',
} as const;

export const STRICT_OPTION = {
  type: 'boolean',
  default: false,
  describe: 'Reject every workbook that has an error, even if the error does not affect the score',
} as const;

/** Throws where one of them cannot mean anything. */
export function expectReading({ jobs, timeLimit }: { readonly jobs: unknown; readonly timeLimit: unknown }): void {
  wholeNumber('jobs', jobs);
  if (!(Number(timeLimit) > 0))
    throw new Usage(`Invalid --time-limit "${Number(timeLimit)}". Use a number of seconds above 0.`);
}

/** As many as this machine can use. */
export function sensibleJobs(jobs: number, command: string): number {
  const most = mostJobs();
  if (jobs > most)
    printNote(
      `--jobs ${jobs} is more than this machine can use. “aismm ${command}” reads ${most} workbooks at the same time.`,
    );
  return Math.min(jobs, most);
}

/** How the threads read; rows are for a store of this program, and are packed for it. */
export function readingOf(
  { jobs, strict, timeLimit }: Pick<ReadingOptions, 'jobs' | 'strict' | 'timeLimit'>,
  shelf: Shelf,
  kind: RecordKind,
) {
  return {
    ...{ jobs, strict, timeLimit: timeLimit * 1000, tool: madeBy(), language: USUAL_LANGUAGE.id, today: today() },
    ...{ models: everyModel(shelf), isChosen: shelf.models.isChosen === true, kind },
    packs: kind === 'row',
  };
}
