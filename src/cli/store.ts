/** The store that a command names: opened, used, closed. */
import { isDatabase, openResults, STANDARD_STREAM, type Results } from '../node.js';
import { kindByName } from './file-kinds.js';
import { Usage } from './rim.js';

export const STORE_OPTION = {
  type: 'string',
  describe: 'Store: an SQLite file, or a PostgreSQL database (postgres://user@host/database)',
} as const;

/** Runs `use` with the store, and closes it whatever happens. */
export async function withStore<T>(
  path: string,
  options: { readonly create: boolean },
  use: (results: Results) => Promise<T>,
): Promise<T> {
  if (path === STANDARD_STREAM)
    throw new Usage('Invalid --store "-". Use a file, because the store cannot be standard input or output.');
  const file = path.startsWith('file:') ? path.slice('file:'.length) : path;
  if (/^[a-z][a-z+]+:\/\//i.test(file) && !(isDatabase(file) && URL.canParse(file))) {
    // An address may contain a password.
    throw new Usage(
      'Invalid --store: this is not the address of a PostgreSQL database. Use a path such as results.sqlite, or postgres://user@host/database.',
    );
  }
  if (!isDatabase(file) && (kindByName(file) ?? 'sqlite') !== 'sqlite')
    throw new Usage(`Invalid --store "${path}". Use a name such as results.sqlite.`);
  const results = await openResults(file, options);
  try {
    return await use(results);
  } finally {
    await results.close();
  }
}
