/** Many workbooks in, on all cores, within limits; results come out in the order of the input. */
import { setImmediate } from 'node:timers/promises';
import type { Piscina } from 'piscina';
import { ourFault, rejectedRecord, tooSlow, type Outcome, type RecordContext } from '../desk/record.js';
import type { Item, Sent } from '../desk/source.js';
import type { KeptRow } from '../desk/row.js';
import type { IsKnown } from '../desk/take-in.js';
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { sha256 as digestOf } from '../host/digest.js';
import { beginThreadsWith } from '../host/engine.js';
import { lettingGoEvery } from '../host/let-go.js';
import { dictionaryFor } from '../host/packing.js';
import type { Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import { noWorkbookAt } from './at-once.js';
import { Clock } from './clock.js';
import { Line } from './line.js';
import { ItemReader } from './read-item.js';
import { contextOf, likely, recordOfSent } from './outcome.js';
import { THREAD_ARGUMENTS } from './threads.js';
import { Turns, type Question } from './turns.js';
import type { Done, Task, WorkerStart } from './worker.js';

export interface IngestOptions extends Omit<WorkerStart, 'started' | 'answers' | 'dictionaries'> {
  readonly jobs: number;
  /** Rows are packed where they are read. Only for those who hand them to a store of this program: see `ReadyRow`. */
  readonly packs?: boolean;
  /** Megabytes of objects that one worker may hold. */
  readonly heapLimit?: number;
}

/** More than any workbook within the limits of the reader needs. */
const HEAP_LIMIT = 256;
/** Files under way for each worker: enough to keep it busy, few enough to hold in memory. */
const AHEAD = 4;
/** Files that are no workbooks and are refused in one go. */
const AT_ONCE = 100;
/** Milliseconds that files which were begun are given to finish when all of it ends before its time. */
const GRACE = 400;
/** Megabytes that a worker fills before it looks for what is no longer needed. Twice as many save a twelfth of the CPU, and take 45 MB of two workers. */
const YOUNG = 24;
/** Workbooks after which what is left of them is let go of: their rows wait so long that the engine takes them for what is needed. */
const LET_GO = 250;

/** Workers that read workbooks, and mark those that are given back; close them in the end. */
export class Workers {
  readonly #slots: number;
  /** The pool keeps no order among tasks that wait; a file that waits for its turn must not keep those before it from theirs. */
  readonly #line: Line;
  readonly #waiting: Promise<Outcome<KeptRow> | undefined>[] = [];
  /** Of files that no worker has to read. */
  readonly #reader = new ItemReader();
  readonly #letGoNowAndThen = lettingGoEvery(LET_GO);

  private constructor(
    private readonly options: Required<Pick<IngestOptions, 'timeLimit' | 'heapLimit'>> & IngestOptions,
    private readonly pool: Piscina<Task, Done>,
    private readonly clock: Clock,
    private readonly turns: Turns,
    private readonly context: RecordContext,
    private readonly stop: AbortSignal | undefined,
  ) {
    this.#slots = slotsOf(options);
    this.#line = new Line(options.jobs);
    stop?.addEventListener('abort', () => this.#endSoon(), { once: true });
  }

  /** Starts them; `isKnown` is asked about each file before it is read. `stop` ends all of it soon, whatever is being read. */
  static async start(given: IngestOptions, isKnown: IsKnown, stop?: AbortSignal): Promise<Workers> {
    const options = { heapLimit: HEAP_LIMIT, ...given };
    const { jobs, heapLimit, packs = false, ...reading } = options;
    const { Piscina } = await import('piscina');
    // One more for those that are marked.
    const clock = new Clock(slotsOf(options) + 1, options.timeLimit);
    const turns = new Turns(slotsOf(options), isKnown);
    beginThreadsWith(YOUNG);
    const pool = new Piscina<Task, Done>({
      filename: new URL('../intake/worker.js', import.meta.url).href,
      // Where there are no workbooks there is no need of any.
      minThreads: 0,
      maxThreads: jobs,
      idleTimeout: 60_000,
      execArgv: THREAD_ARGUMENTS,
      resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: YOUNG },
      workerData: {
        ...{ ...reading, started: clock.started, answers: turns.answers },
        ...(packs ? { dictionaries: dictionariesOf(options.models) } : {}),
      } satisfies WorkerStart,
    });
    pool.on('message', (question: Question) => turns.hear(question));
    return new Workers(options, pool, clock, turns, contextOf(options), stop);
  }

  /** One outcome for each item, in their order; none after the first that was stopped. */
  async *read(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Outcome<KeptRow>> {
    const waiting = this.#waiting;
    let [next, refused] = [0, 0];
    for await (const item of items) {
      const atOnce = await noWorkbookAt(item, this.#reader);
      waiting.push(atOnce ? this.#refuse(item, atOnce) : this.#read(item, (next += 1) % this.#slots));
      // Nothing else here waits for anything: whoever wants to stop it is heard now and then.
      if (atOnce && (refused += 1) % AT_ONCE === 0) await setImmediate();
      if (waiting.length < this.#slots) continue;
      const outcome = await waiting.shift();
      this.turns.expectSound();
      if (!outcome) return;
      yield outcome;
    }
    while (waiting.length > 0) {
      const outcome = await waiting.shift();
      this.turns.expectSound();
      if (!outcome) return;
      yield outcome;
    }
  }

  /** The marked copy of a workbook, within the limits that it was read in. Nothing where there are no answers to give back. */
  async mark(item: Item): Promise<Parsed<Uint8Array>> {
    if (await noWorkbookAt(item, this.#reader)) return { findings: [] };
    const slot = this.#slots;
    const stop = this.clock.take(slot);
    try {
      const copy = (await this.#run({ item, slot }, stop)) as Uint8Array | undefined; // as `doOne` gives it
      return { ...(copy ? { value: copy } : {}), findings: [] };
    } catch (error) {
      return { findings: [whyNot(error, this.options)] };
    } finally {
      this.clock.free(slot);
    }
  }

  /** The outcome of what is no workbook. */
  async #refuse(item: Item, { bytes, modified }: Sent): Promise<Outcome | undefined> {
    const { path } = item;
    const sent = { bytes, modified: likely(modified) };
    const sha256 = digestOf(bytes);
    const isKnown = await this.turns.ask(sha256);
    if (this.stop?.aborted === true) return undefined;
    if (isKnown) return { status: 'unchanged', path, sha256, modified: sent.modified, item };
    return { ...recordOfSent(sent, { path, sha256 }, this.context), item };
  }

  /** Nothing of a file that was stopped because all of it ends: it is as if it had never been found. */
  async #read(item: Item, slot: number): Promise<Outcome<KeptRow> | undefined> {
    const stop = this.clock.take(slot);
    const turn = this.turns.take(slot);
    try {
      const outcome = (await this.#run({ item, slot, turn }, stop)) as Outcome<KeptRow>; // as `doOne` gives it
      if ('findings' in outcome) this.#letGoNowAndThen();
      return { ...outcome, item };
    } catch (error) {
      const sha256 = this.turns.end(turn) ?? '';
      if (this.stop?.aborted === true && isStopped(error)) return undefined;
      const why = [whyNot(error, this.options)];
      return { ...rejectedRecord(item.path, why, this.context, { sha256 }), item };
    } finally {
      this.turns.end(turn);
      this.clock.free(slot);
    }
  }

  #run(task: Task, signal: AbortSignal): Promise<Done> {
    return this.#line.run(() => this.pool.run(task, { signal }));
  }

  /** Lets those finish that were begun, for a moment: one may never end. */
  #endSoon(): void {
    this.turns.leave();
    this.clock.stopWaiting();
    setTimeout(() => this.clock.stopBegun(), GRACE).unref();
  }

  /** Ends all. A pool that is destroyed while a worker hands over a result throws where nobody can catch it. */
  async close(): Promise<void> {
    this.#endSoon();
    await Promise.all(this.#waiting);
    this.clock.stop();
    this.#reader.close();
    await this.pool.destroy();
  }
}

/** What rows of some models are packed with, by the names of the models. */
const dictionariesOf = (models: readonly Model[]): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(
    [...new Set(models.map((each) => modelName(each)))].map((name) => [name, Buffer.from(dictionaryFor(name))]),
  );

const slotsOf = ({ jobs }: IngestOptions): number => jobs * AHEAD;

/**
 * One outcome for each item, in their order, by workers of its own. A file that cannot be read is an outcome, too.
 * @throws What `items` or `isKnown` throw, and an `Error` where no worker can be started.
 * @example
 * ```ts
 * for await (const outcome of ingest(discover(['returned']), options)) console.log(lineOf(outcome));
 * ```
 */
export async function* ingest(
  items: Iterable<Item> | AsyncIterable<Item>,
  { isKnown = () => Promise.resolve(false), ...options }: Omit<IngestOptions, 'packs'> & { readonly isKnown?: IsKnown },
): AsyncGenerator<Outcome> {
  const workers = await Workers.start(options, isKnown);
  try {
    yield* workers.read(items) as AsyncGenerator<Outcome>; // rows are packed for those who ask for it
  } finally {
    await workers.close();
  }
}

function isStopped(error: unknown): boolean {
  const { name } = error as { name?: string };
  return name === 'AbortError' || name === 'TimeoutError';
}

/** Why a worker gave no result. */
export function whyNot(
  error: unknown,
  { timeLimit, heapLimit }: Required<Pick<IngestOptions, 'timeLimit' | 'heapLimit'>>,
): Finding {
  const { code } = error as { code?: string };
  if (isStopped(error)) return tooSlow(timeLimit);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return find('too-much-memory', {}, { megabytes: heapLimit });
  return ourFault(error);
}
