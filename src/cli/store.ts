/** The store that a command names: opened, used, closed; its faults end the command. */
import { ingestion } from '../node.js';
import { EXIT, printNote, Stop } from './world.js';

type Ingestion = Awaited<ReturnType<typeof ingestion>>;
type OpenStore = Awaited<ReturnType<Ingestion['SqliteResults']['open']>>;

export const STORE_OPTION = { type: 'string', describe: 'SQLite file with the results' } as const;

/** Runs `use` with the store, and closes it whatever happens. */
export async function withStore<T>(
  path: string,
  { create }: { readonly create: boolean },
  use: (store: OpenStore, parts: Ingestion) => Promise<T>,
): Promise<T> {
  const file = path.startsWith('file:') ? path.slice('file:'.length) : path;
  if (/^[a-z][a-z+]+:\/\//i.test(file)) {
    printNote(`“${path}” is a URL; results can be stored in an SQLite file only. Give a path, e.g. results.sqlite.`);
    throw new Stop(EXIT.usage);
  }
  const parts = await ingestion();
  const stop = (error: unknown): never => {
    if (error instanceof parts.StoreFault) throw new Stop(EXIT.inputErrors, [error.finding]);
    throw error;
  };
  const store = await parts.SqliteResults.open(file, { create }).catch(stop);
  try {
    return await use(store, parts).catch(stop);
  } finally {
    await store.close();
  }
}
