/** The queue in the database of a store: opened, used, closed. */
import { openQueue, type Queue } from '../node.js';

export const QUEUE_STORE_OPTION = {
  type: 'string',
  requiresArg: true,
  demandOption: true,
  describe: 'Store: a PostgreSQL database (postgres://user@host/database)',
} as const;

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
