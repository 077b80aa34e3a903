/** Opens a store; what keeps it is loaded only then. */
import type { Results } from '../desk/results.js';
import type { OpenStore } from './sqlite/store.js';

/** Opens the store in a file; makes it where `create` says so. Throws a `Refusal` where it can't be used. */
export async function openResults(file: string, options: OpenStore): Promise<Results> {
  const { SqliteResults } = await import('./sqlite/store.js');
  return SqliteResults.open(file, options);
}
