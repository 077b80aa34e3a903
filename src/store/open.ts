/** Opens a store, or what one run remembers; what keeps it is loaded only then. */
import type { Results } from '../desk/results.js';
import type { Remembered } from '../desk/remembered.js';
import type { OpenStore } from './sqlite/store.js';

/**
 * Opens the store in a file; makes it where `create` says so.
 * @throws A `Refusal` where the file cannot be used as a store.
 * @example
 * ```ts
 * const results = await openResults('results.sqlite', { create: true });
 * ```
 */
export async function openResults(file: string, options: OpenStore): Promise<Results> {
  const { SqliteResults } = await import('./sqlite/store.js');
  return SqliteResults.open(file, options);
}

/** Opens a memory for one run that takes no more of the computer's, however much is put in. */
export async function openRemembered<T>(): Promise<Remembered<T>> {
  const { rememberedOnDisk } = await import('./sqlite/remembered.js');
  return rememberedOnDisk<T>();
}
