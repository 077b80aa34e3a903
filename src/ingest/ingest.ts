/** Many workbooks in, on all cores, within limits; results come out in the order of the input. */
import { Piscina } from 'piscina';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.js';
import type { Item } from './discover.js';
import { rejectedRecord, type IngestRecord } from './record.js';
import type { WorkerResult, WorkerStart } from './worker.js';

export interface IngestOptions extends WorkerStart {
  readonly jobs: number;
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  /** Megabytes of objects that one worker may hold. */
  readonly heapLimit: number;
}

export type Outcome =
  | { readonly is: 'read'; readonly record: IngestRecord }
  /** The store has these bytes already. */
  | { readonly is: 'unchanged'; readonly path: string; readonly sha256: string; readonly modified: number };

/** Files under way for each worker: enough to keep it busy, few enough to hold in memory. */
const AHEAD = 4;

/** One outcome for each item, in their order; of the same bytes twice, the later one is a duplicate. */
export async function* ingest(items: readonly Item[], options: IngestOptions): AsyncGenerator<Outcome> {
  const { jobs, timeLimit, heapLimit, modelFolder, model, known } = options;
  const pool = new Piscina<Item, WorkerResult>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: Math.min(jobs, Math.max(1, items.length)),
    maxThreads: jobs,
    idleTimeout: 60_000,
    // Node 20 dies when a module of ours is first tried as the older kind.
    execArgv: ['--no-experimental-require-module'],
    resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    workerData: { modelFolder, model, known } satisfies WorkerStart,
  });
  const run = async (item: Item): Promise<WorkerResult> => {
    try {
      return await pool.run(item, { signal: AbortSignal.timeout(timeLimit) });
    } catch (error) {
      return rejectedRecord(item.path, [whyNot(error, options)]);
    }
  };
  const seen = new Set<string>();
  const waiting: Promise<WorkerResult>[] = [];
  let next = 0;
  try {
    while (next < items.length || waiting.length > 0) {
      while (waiting.length < jobs * AHEAD) {
        const item = items[next];
        if (!item) break;
        next += 1;
        waiting.push(run(item));
      }
      const result = await waiting.shift();
      if (!result) continue;
      if ('known' in result) {
        yield { is: 'unchanged', path: result.path, sha256: result.known, modified: result.modified };
        continue;
      }
      const { sha256 } = result.report;
      const again = sha256 !== '' && seen.has(sha256);
      seen.add(sha256);
      yield { is: 'read', record: again ? { ...result, status: 'duplicate' } : result };
    }
  } finally {
    await pool.destroy();
  }
}

/** Why a worker gave no result. */
export function whyNot(
  error: unknown,
  { timeLimit, heapLimit }: Pick<IngestOptions, 'timeLimit' | 'heapLimit'>,
): Diagnostic {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'AbortError' || name === 'TimeoutError')
    return diagnose('too-slow', {}, { detail: `${timeLimit / 1000} s` });
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return diagnose('too-much-memory', {}, { detail: `${heapLimit} MB` });
  return diagnose('our-fault', {}, { detail: message ?? String(error) });
}
