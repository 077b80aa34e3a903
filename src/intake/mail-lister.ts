/** Lists what is in saved messages, in a thread of its own: a message of a stranger may take for ever, and ends after its time. */
import type { Piscina } from 'piscina';
import { THREAD_ARGUMENTS } from './threads.js';

/** Milliseconds that one message may take. */
const TIME_LIMIT = 20_000;
/** Megabytes of objects that the thread may hold. */
const HEAP_LIMIT = 256;

/** Starts its thread with the first message, and ends it when it is closed. */
export class MailLister {
  #pool: Promise<Piscina<string, string[] | undefined>> | undefined;

  /** Names in a message; undefined where it can't be opened, so that whoever reads it says why. */
  async list(file: string): Promise<string[] | undefined> {
    const pool = await (this.#pool ??= started());
    return pool.run(file, { signal: AbortSignal.timeout(TIME_LIMIT) }).catch(() => undefined);
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await (await pool)?.destroy();
  }
}

async function started(): Promise<Piscina<string, string[] | undefined>> {
  const { Piscina } = await import('piscina');
  return new Piscina({
    filename: new URL('../intake/mail-worker.js', import.meta.url).href,
    maxThreads: 1,
    execArgv: THREAD_ARGUMENTS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT },
  });
}
