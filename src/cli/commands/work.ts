/** `aismm work`: takes workbooks from a queue, reads them, and stores the results, beside any number of others that do the same. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Argv, CommandModule } from 'yargs';
import {
  addAccount,
  emptyAccount,
  find,
  isAnyRejected,
  TRIES,
  TurnReader,
  Unfinished,
  workOn,
  workThrough,
  type Account,
  type NotTaken,
  type Queue,
  type Results,
  type Shelf,
  type TakenFile,
  type TurnEnd,
} from '../../node.js';
import { printReason, printReport } from '../ingest-report.js';
import { MODEL_OPTION } from '../model-option.js';
import { QUEUE_STORE_OPTION, withQueue } from '../queue.js';
import {
  ALLOW_AGAIN_OPTION,
  expectReading,
  JOBS_OPTION,
  readingOf,
  sensibleJobs,
  STRICT_OPTION,
  TIME_LIMIT_OPTION,
  type ReadingOptions,
} from '../reading-options.js';
import { withStore } from '../store.js';
import { EXIT, modelShelf, printFindings, printNote, Stop } from '../world.js';

interface Options extends ReadingOptions {
  store: string;
  untilEmpty: boolean;
}

export const work: CommandModule<object, Options> = {
  command: 'work',
  describe:
    'Read the workbooks in a queue, and store the results. Several machines can run this command at the same time',
  builder: (yargs) =>
    yargs
      .option('store', QUEUE_STORE_OPTION)
      .option('until-empty', {
        type: 'boolean',
        default: false,
        describe: 'Stop when the queue is empty. Without this option, aismm waits for more files',
      })
      .option('jobs', { ...JOBS_OPTION, alias: 'workers' })
      .option('allow-again', ALLOW_AGAIN_OPTION)
      .option('time-limit', TIME_LIMIT_OPTION)
      .option('strict', STRICT_OPTION)
      .option('model', MODEL_OPTION)
      .check(({ jobs, timeLimit }) => {
        expectReading({ jobs, timeLimit });
        return true;
      })
      .example(
        'aismm work --store postgres://assessor@db.example.com/results --until-empty',
        'Read the workbooks in the queue, and stop when the queue is empty',
      ) as unknown as Argv<Options>,
  handler: async (options) => {
    const { store } = options;
    const started = performance.now();
    const shelf = modelShelf(options.model);
    const ending = endOnSignal();
    const told: Told = { account: emptyAccount(), failed: 0, retried: 0 };
    await withStore(store, { create: true }, (results) =>
      withQueue(store, { create: true }, (queue) => workAll(options, { results, queue, shelf, ending, told })),
    );
    const { account, failed, retried } = told;
    printReport(account, {});
    if (retried + failed > 0) printNote(`${retried} files will be tried again, ${failed} files failed`);
    const { signal } = ending;
    const note = signal === undefined ? '' : ', interrupted, unfinished files remain in the queue';
    printNote(`${((performance.now() - started) / 1000).toFixed(1)} s${note}`);
    if (signal !== undefined) throw new Stop(signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated);
    if (isAnyRejected(account) || failed > 0) throw new Stop(EXIT.someRejected);
  },
};

/** What this program has done. */
interface Told {
  readonly account: Account;
  failed: number;
  retried: number;
}

interface Working {
  readonly results: Results;
  readonly queue: Queue;
  readonly shelf: Shelf;
  readonly ending: Ending;
  readonly told: Told;
}

/** Turns at the same time: while the results of one are kept, another one is read. */
const LANES = 2;
/** Milliseconds before an empty queue is asked again. */
const PAUSE = 500;
const LINE_EVERY = 1000;

async function workAll(options: Options, working: Working): Promise<void> {
  const jobs = sensibleJobs(options.jobs, 'work');
  const lanes = Math.min(LANES, jobs);
  const shares = Array.from({ length: lanes }, (_, i) => Math.floor((jobs + i) / lanes));
  const others = new AbortController();
  // Where one fails, the others give back what they have.
  const all = shares.map((share) =>
    workInLane({ ...options, jobs: share }, working, others).catch((error: unknown) => {
      others.abort();
      throw error;
    }),
  );
  const failure = (await Promise.allSettled(all)).find((each) => each.status === 'rejected');
  if (failure) throw failure.reason;
}

async function workInLane(options: Options, { results, queue, shelf, ending, told }: Working, others: AbortController) {
  const stop = AbortSignal.any([ending.now, others.signal]);
  const reader = new TurnReader(readingOf(options, shelf, 'row'), stop, ({ path }) =>
    printFindings([find('file-changed', { file: path })]),
  );
  let turn: Told = { account: emptyAccount(), failed: 0, retried: 0 };
  const workTurn = async (taken: readonly TakenFile[]): Promise<TurnEnd> => {
    const { end, account } = await workOn(taken, {
      results,
      read: (files, isKnown) => reader.read(files, isKnown),
      clock: () => performance.now(),
      allowAgain: options.allowAgain,
      refused: printRefused,
    });
    addAccount(turn.account, account);
    for (const ending of end.endings.values())
      if (ending.is === 'not-kept') turn[ending.isLast ? 'failed' : 'retried'] += 1;
    return end;
  };
  let done = 0;
  try {
    await workThrough({
      queue,
      work: workTurn,
      done: (files) => {
        addAccount(told.account, turn.account);
        told.failed += turn.failed;
        told.retried += turn.retried;
        turn = { account: emptyAccount(), failed: 0, retried: 0 };
        done += files;
        if (done % LINE_EVERY < files) printNote(`${done} files`);
      },
      untilEmpty: options.untilEmpty,
      isOver: () => ending.soon.aborted || others.signal.aborted,
      pause: () => wait(PAUSE, undefined, { signal: ending.soon }).catch(() => undefined),
    });
  } catch (error) {
    // What was not finished waits in the queue again.
    if (!(error instanceof Unfinished && stop.aborted)) throw error;
  } finally {
    await reader.close();
  }
}

/** The first reason of a file that was not taken in; of one that is not even kept, what becomes of it. */
function printRefused(file: NotTaken, tried?: TakenFile): void {
  printReason(file);
  if (!tried) return;
  const isLast = tried.trying >= TRIES || tried.lost >= TRIES;
  printNote(
    `  attempt ${Math.min(tried.trying, TRIES)} of ${TRIES}: ${isLast ? 'the file is now on the list of failed files (“aismm status --queue”)' : 'aismm will try again'}`,
  );
}

/** The end that was asked for. */
interface Ending {
  /** No other turn is begun. */
  readonly soon: AbortSignal;
  /** What is being read is given back. */
  readonly now: AbortSignal;
  /** What has asked for it. */
  readonly signal: NodeJS.Signals | undefined;
}

/** Milliseconds in which the files that were taken are finished; after that they are given back. */
const TIME_TO_FINISH = 5_000;
/** Milliseconds after which the process ends, whatever is still going on. */
const LAST_RESORT = 8_000;

/** The first signal lets the program finish or give back its files. The second one ends it at once, which gives them back as well. */
function endOnSignal(): Ending {
  const [soon, now] = [new AbortController(), new AbortController()];
  let heard: NodeJS.Signals | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => {
      heard ??= signal;
      soon.abort();
      setTimeout(() => now.abort(), TIME_TO_FINISH).unref();
      // A thread that waits for a disk can't be ended, and the process waits for it.
      setTimeout(() => process.kill(process.pid, signal), LAST_RESORT).unref();
    });
  }
  return {
    soon: soon.signal,
    now: now.signal,
    get signal() {
      return heard;
    },
  };
}
