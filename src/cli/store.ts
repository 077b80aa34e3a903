/** The store that a command names: opened, used, closed. */
import { openResults, type Results } from '../node.js';
import { fileOfStore } from './store-name.js';

export const STORE_OPTION = {
  type: 'string',
  describe: 'Store: an SQLite file, or a PostgreSQL database (postgres://user@host/database)',
} as const;

/** Runs `use` with the store, and closes it whatever happens. Its name was judged with the other options. */
export async function withStore<T>(
  path: string,
  options: { readonly create: boolean },
  use: (results: Results) => Promise<T>,
): Promise<T> {
  const results = await openResults(fileOfStore(path), options);
  try {
    return await use(results);
  } finally {
    await results.close();
  }
}
