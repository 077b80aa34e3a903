/** Opens a store, or what one run remembers; what keeps it is loaded only then. */
import type { Queue } from '../desk/queue.js';
import type { Results } from '../desk/results.js';
import type { OpenQueue, OpenStore } from './opening.js';
import type { Remembered } from '../desk/remembered.js';

/** True for the address of a PostgreSQL database. */
export function isDatabase(store: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(store);
}

/**
 * Opens the store in a file or in a PostgreSQL database; makes it where `create` says so.
 * @throws A `Refusal` where the file or the database cannot be used as a store.
 * @example
 * ```ts
 * const results = await openResults('results.sqlite', { create: true });
 * const shared = await openResults('postgres://assessor@db.example.com/results', { create: true });
 * ```
 */
export async function openResults(store: string, options: OpenStore): Promise<Results> {
  if (isDatabase(store)) {
    const { PostgresResults } = await import('./postgres/store.js');
    return PostgresResults.open(store, options);
  }
  const { SqliteResults } = await import('./sqlite/store.js');
  return SqliteResults.open(store, options);
}

/**
 * Opens the queue in a PostgreSQL database; makes it where `create` says so.
 * @throws A `Refusal` where the database cannot be used for a queue.
 */
export async function openQueue(address: string, options: OpenQueue): Promise<Queue> {
  const { PostgresQueue } = await import('./postgres/queue.js');
  return PostgresQueue.open(address, options);
}

/** Opens a memory for one run that takes no more of the computer's, however much is put in. */
export async function openRemembered<T>(): Promise<Remembered<T>> {
  const { rememberedOnDisk } = await import('./sqlite/remembered.js');
  return rememberedOnDisk<T>();
}
