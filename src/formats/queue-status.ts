/** How far a queue is, as JSON and as lines for people. */
import type { Finding } from '../diagnostic/finding.js';
import { inWords, type Diagnostic, type Messages } from '../locale/message.js';

/** Files by what became of them. */
export interface QueueCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly blank: number;
  readonly duplicate: number;
  readonly unchanged: number;
}

/** A queue as whoever keeps it tells it. */
export interface ToldQueue {
  readonly waiting: number;
  readonly retrying: number;
  readonly reading: number;
  readonly failed: number;
  readonly workers: number;
  readonly done: QueueCounts;
  readonly recent: { readonly files: number; readonly seconds: number };
}

/** A file on the list of failed files. */
export interface ToldFailure {
  readonly path: string;
  readonly why: readonly Finding[];
  /** Milliseconds since 1970. */
  readonly failedAt: number;
}

/** What `aismm status --queue --json` prints. */
export interface QueueStatus {
  readonly schemaVersion: 1;
  readonly done: number;
  readonly left: number;
  readonly waiting: number;
  readonly retrying: number;
  readonly reading: number;
  readonly failed: number;
  readonly programs: number;
  readonly counts: QueueCounts;
  /** Files per second. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly failures: readonly {
    readonly file: string;
    readonly failedAt: string;
    readonly diagnostics: readonly Diagnostic[];
  }[];
}

/** A rate of fewer seconds says little. */
const LEAST_SECONDS = 1;

/** The status of a queue, with the reasons of failed files in words. */
export function queueStatus(told: ToldQueue, failures: readonly ToldFailure[], messages: Messages): QueueStatus {
  const { waiting, retrying, reading, failed, workers: programs, done: counts, recent } = told;
  const { accepted, rejected, blank, duplicate, unchanged } = counts;
  const done = accepted + rejected + blank + duplicate + unchanged;
  const left = waiting + reading;
  const rate = recent.seconds >= LEAST_SECONDS && recent.files > 0 ? recent.files / recent.seconds : null;
  return {
    schemaVersion: 1,
    ...{ done, left, waiting, retrying, reading, failed, programs, counts, rate },
    secondsLeft: left === 0 ? 0 : rate === null ? null : left / rate,
    failures: failures.map(({ path, why, failedAt }) => ({
      file: path,
      failedAt: new Date(failedAt).toISOString(),
      diagnostics: why.map((each) => inWords(each, messages)),
    })),
  };
}
