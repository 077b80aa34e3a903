/** What may be the name of a store: of a file, or the address of a database. */
import { isDatabase, STANDARD_STREAM } from '../node.js';
import { kindByName } from './file-kinds.js';
import { Usage } from './rim.js';

/** The file that a store is in, as SQLite takes it; an address as it is. */
export const fileOfStore = (store: string): string => store.replace(/^file:/, '');

/** Throws `Usage` where no store can have the name. */
export function expectStoreName(option: string, store: string): void {
  if (store === STANDARD_STREAM)
    throw new Usage(`Invalid ${option} "-". Use a file, because the store cannot be standard input or output.`);
  const file = fileOfStore(store);
  if (/^[a-z][a-z+]+:\/\//i.test(file) && !(isDatabase(file) && URL.canParse(file))) {
    // An address may contain a password.
    throw new Usage(
      `Invalid ${option}: this is not the address of a PostgreSQL database. Use a path such as results.sqlite, or postgres://user@host/database.`,
    );
  }
  if (!isDatabase(file) && (kindByName(file) ?? 'sqlite') !== 'sqlite')
    throw new Usage(`Invalid ${option} "${store}". Use a name such as results.sqlite.`);
}
