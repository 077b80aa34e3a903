/** The queue in the database of a store: opened, used, closed. */
import { isDatabase, openQueue, type Queue } from '../node.js';
import { Usage } from './world.js';

export const QUEUE_STORE_OPTION = {
  type: 'string',
  requiresArg: true,
  demandOption: true,
  describe: 'Store: a PostgreSQL database (postgres://user@host/database)',
} as const;

/** Throws where a store has no queue. */
export function expectDatabase(store: string): void {
  if (!isDatabase(store) || !URL.canParse(store)) {
    // An address may contain a password.
    throw new Usage(
      'Invalid --store: a queue needs a PostgreSQL database. Use postgres://user@host/database. “aismm ingest” does not need a queue.',
    );
  }
}

/** Runs `use` with the queue, and closes it whatever happens. */
export async function withQueue<T>(
  store: string,
  options: { readonly create: boolean },
  use: (queue: Queue) => Promise<T>,
): Promise<T> {
  const queue = await openQueue(store, options);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}
