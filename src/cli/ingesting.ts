/** Many workbooks into a store, or as lines of JSON: once, or for as long as a folder is watched. */
import { setImmediate } from 'node:timers/promises';
import {
  discover,
  isAnyFound,
  isAnyRejected,
  lineOf,
  openRemembered,
  takeIn,
  watch,
  Workers,
  type Finding,
  type IsKnown,
  type KeptInput,
  type KeptRow,
  type Outcome,
  type Results,
  type SeenFile,
  type SeenState,
  type Shelf,
} from '../node.js';
import { NO_WORKBOOKS, printReason, printReport, skippedInside } from './ingest-report.js';
import { Progress } from './progress.js';
import { readingOf, type ReadingOptions } from './reading-options.js';
import { openCopies, openRejects, type Copies } from './rejected-files.js';
import { printData, printFindings, printNote } from './world.js';

/** What `aismm ingest` is given. */
export interface IngestingOptions extends ReadingOptions {
  paths: string[];
  store: string | undefined;
  rejects: string | undefined;
  annotateRejects: string | undefined;
  watch: boolean;
  force: boolean;
}

/** What the command has opened for it. */
interface Ingesting {
  readonly shelf: Shelf;
  readonly stop: AbortSignal;
  readonly input: KeptInput | undefined;
}

/** What came of all of it. */
interface Ended {
  readonly isAnyRejected: boolean;
  /** Paths that lead to nothing, and folders that can't be read. */
  readonly unreachable: number;
}

/** Reads everything into the store; without one, records go to standard output. Whatever is not taken in is told as it comes. */
export async function ingestInto(
  results: Results | undefined,
  { paths, jobs, timeLimit, strict, allowAgain, shelf, stop, input, ...options }: IngestingOptions & Ingesting,
): Promise<Ended> {
  const reading = readingOf({ jobs, strict, timeLimit }, shelf, results ? 'row' : 'line');
  const standardInput = input?.file;
  const progress = options.watch
    ? Progress.endless()
    : await Progress.of(await howMany(discover(paths, { standardInput }), stop));
  const ended = { isAnyRejected: false, unreachable: 0 };
  let skipped = 0;
  const heard = {
    report: (finding: Finding): void => {
      ended.unreachable += 1;
      progress.aside(() => printFindings([finding]));
    },
    skip: (inside?: string): void => {
      skipped += 1;
      if (inside !== undefined) progress.aside(() => printNote(skippedInside(inside)));
    },
  };
  const seen = await openRemembered<SeenFile>();
  const states = await openRemembered<SeenState>();
  const rejects = openRejects(options);
  let isKnown: IsKnown = () => Promise.resolve(false);
  let workers: Workers | undefined;
  let copies: Copies | undefined;
  try {
    copies =
      options.annotateRejects === undefined
        ? undefined
        : await openCopies(options.annotateRejects, { ...options, stop });
    const rounds = options.watch
      ? watch(paths, { ...heard, seen: states, stop })
      : [discover(paths, { ...heard, standardInput })];
    for await (const items of rounds) {
      const read = async function* (asked: IsKnown): AsyncGenerator<Outcome<KeptRow>> {
        isKnown = asked;
        workers ??= await Workers.start(reading, (sha256) => isKnown(sha256), stop);
        yield* workers.read(items);
      };
      const account = await takeIn(read, {
        ...{ results, seen, stop, allowAgain },
        clock: () => performance.now(),
        each: (outcome) => {
          progress.step();
          if (!results && outcome.status !== 'unchanged') printData(lineOf(outcome));
        },
        refused: async (file) => {
          progress.aside(() => printReason(file));
          rejects?.add(file);
          if (workers && file.is === 'rejected') await copies?.give(file, workers, progress);
        },
      });
      // What is in the store may be forgotten before the next look; without a store, nothing else knows what was printed.
      if (results && isAnyFound(account)) seen.clear();
      ended.isAnyRejected ||= isAnyRejected(account);
      progress.stop();
      if (!options.watch || isAnyFound(account)) printReport(account, { skipped });
      if (!options.watch && !stop.aborted && !isAnyFound(account)) printNote(NO_WORKBOOKS);
      skipped = 0;
    }
    rejects?.finish();
    return ended;
  } catch (error) {
    rejects?.abandon();
    throw error;
  } finally {
    await workers?.close();
    progress.stop();
    seen.close();
    states.close();
    copies?.close();
  }
}

/** Files that are counted before anything else is heard. */
const COUNTED_AT_ONCE = 500;

/** Counts without holding: there may be more than memory holds. */
async function howMany(items: AsyncIterable<unknown>, stop: AbortSignal): Promise<number> {
  const iterator = items[Symbol.asyncIterator]();
  let n = 0;
  while (!stop.aborted && !(await iterator.next()).done) {
    n += 1;
    if (n % COUNTED_AT_ONCE === 0) await setImmediate();
  }
  return n;
}
