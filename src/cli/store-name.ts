/** What may be the name of a store: of a file, or the address of a database. */
import { isDatabase, STANDARD_STREAM } from '../node.js';
import { kindByName } from './file-kinds.js';
import { Usage } from './rim.js';

/** The file that a store is in, as SQLite takes it; an address as it is. */
export const fileOfStore = (store: string): string => store.replace(/^file:/, '');

const isAddress = (store: string): boolean => isDatabase(store) && URL.canParse(store) && !/:\/*$/.test(store);

/** An address may contain a password, so it is not repeated. */
const noAddress = (option: string, use: string): Usage =>
  new Usage(`Invalid ${option}: this is not a valid address of a PostgreSQL database. Use ${use}.`);
const ADDRESS = 'postgres://user@host/database';

/** Throws `Usage` where a store has no queue. */
export function expectDatabase(option: string, store: string): void {
  if (isAddress(store)) return;
  if (isDatabase(store)) throw noAddress(option, ADDRESS);
  throw new Usage(
    `Invalid ${option}: a queue needs a PostgreSQL database. Use ${ADDRESS}. “aismm ingest” does not need a queue.`,
  );
}

/** Throws `Usage` where no store can have the name. */
export function expectStoreName(option: string, store: string): void {
  if (store === STANDARD_STREAM)
    throw new Usage(`Invalid ${option} "-". Use a file, because the store cannot be standard input or output.`);
  const file = fileOfStore(store);
  if (/^(?:postgres(?:ql)?:|[a-z][a-z0-9+.-]+:\/\/)/i.test(file) && !isAddress(file))
    throw noAddress(option, `a path such as results.sqlite, or ${ADDRESS}`);
  if (!isDatabase(file) && (kindByName(file) ?? 'sqlite') !== 'sqlite')
    throw new Usage(`Invalid ${option} "${store}". Use a name such as results.sqlite.`);
}
