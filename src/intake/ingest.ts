/** Many workbooks in, on all cores, within limits; results come out in the order of the input. */
import { ourFault, rejectedRecord, tooSlow, type Outcome } from '../desk/record.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { LANGUAGES, USUAL_LANGUAGE } from '../locale/languages.js';
import { Clock } from './clock.js';
import type { Item } from './discover.js';
import type { Task, WorkerStart } from './worker.js';

export interface IngestOptions extends Omit<WorkerStart, 'started'> {
  readonly jobs: number;
  /** Megabytes of objects that one worker may hold. */
  readonly heapLimit?: number;
}

/** More than any workbook within the limits of the reader needs. */
const HEAP_LIMIT = 256;
/** Files under way for each worker: enough to keep it busy, few enough to hold in memory. */
const AHEAD = 4;
/** Megabytes that a worker fills before it looks for what is no longer needed. */
const YOUNG = 48;

/** One outcome for each item, in their order. */
export async function* ingest(items: readonly Item[], options: IngestOptions): AsyncGenerator<Outcome> {
  const { jobs, heapLimit = HEAP_LIMIT, ...reading } = options;
  const { timeLimit, kind, language } = reading;
  const { messages } = LANGUAGES[language] ?? USUAL_LANGUAGE;
  const { Piscina } = await import('piscina');
  const clock = new Clock(jobs * AHEAD, timeLimit);
  const pool = new Piscina<Task, Outcome>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: Math.min(jobs, Math.max(1, items.length)),
    maxThreads: jobs,
    idleTimeout: 60_000,
    // Node 20 dies when a module of ours is first tried as the older kind.
    execArgv: ['--no-experimental-require-module'],
    resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: YOUNG },
    workerData: { ...reading, started: clock.started } satisfies WorkerStart,
  });
  const run = async (item: Item, slot: number): Promise<Outcome> => {
    const stop = clock.take(slot);
    try {
      return await pool.run({ item, slot }, { signal: stop });
    } catch (error) {
      return rejectedRecord(item.path, [whyNot(error, { timeLimit, heapLimit })], { kind, messages });
    } finally {
      clock.free(slot);
    }
  };
  const waiting: Promise<Outcome>[] = [];
  let next = 0;
  try {
    while (next < items.length || waiting.length > 0) {
      while (waiting.length < jobs * AHEAD) {
        const item = items[next];
        if (!item) break;
        next += 1;
        waiting.push(run(item, next % (jobs * AHEAD)));
      }
      const outcome = await waiting.shift();
      if (outcome) yield outcome;
    }
  } finally {
    // A pool that is destroyed while a worker hands over a result throws where nobody can catch it.
    clock.stopWaiting();
    await Promise.all(waiting);
    clock.stop();
    await pool.destroy();
  }
}

/** Why a worker gave no result. */
export function whyNot(
  error: unknown,
  { timeLimit, heapLimit }: Required<Pick<IngestOptions, 'timeLimit' | 'heapLimit'>>,
): Finding {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return tooSlow(timeLimit);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return find('too-much-memory', {}, { megabytes: heapLimit });
  return ourFault(error);
}
