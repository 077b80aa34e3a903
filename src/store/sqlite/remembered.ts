/** What one run remembers, in a file without a name that SQLite removes at once: it takes the disk's room, and nobody finds it. */
import { tmpdir } from 'node:os';
import Database from 'libsql';
import type { Remembered } from '../../desk/remembered.js';
import { asFault } from './store-fault.js';

/** Kilobytes of it that are in memory. */
const CACHE = 1_024;
/** Values that wait in memory, so that one that is soon set anew is written once, and many are written together. */
const WAITING = 500;

/** Opens an empty one. */
export function rememberedOnDisk<T>(): Remembered<T> {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asFault(error, tmpdir());
    }
  };
  const db = guard(() => new Database(''));
  return guard(() => {
    // Without it this build of SQLite keeps temporary tables in memory.
    db.exec('PRAGMA temp_store = FILE');
    db.exec('CREATE TEMP TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    db.exec(`PRAGMA temp.cache_size = -${CACHE}`);
    db.exec('PRAGMA temp.journal_mode = OFF');
    const get = db.prepare('SELECT CAST(value AS BLOB) AS value FROM remembered WHERE key = ?');
    const set = db.prepare('INSERT OR REPLACE INTO remembered (key, value) VALUES (?, ?)');
    const clear = db.prepare('DELETE FROM remembered');
    const waiting = new Map<string, string>();
    const write = (): void => {
      db.exec('BEGIN');
      for (const [key, value] of waiting) set.run(key, value);
      db.exec('COMMIT');
      waiting.clear();
    };
    return {
      get: (key) =>
        guard(() => {
          const known = waiting.get(key);
          if (known !== undefined) return JSON.parse(known) as T; // as it was set
          const found = get.get(key) as { readonly value: ArrayBuffer } | undefined;
          return found && (JSON.parse(new TextDecoder().decode(found.value)) as T); // as it was set
        }),
      set: (key, value) => {
        waiting.set(key, JSON.stringify(value));
        if (waiting.size >= WAITING) guard(write);
      },
      clear: () => {
        waiting.clear();
        guard(() => void clear.run());
      },
      close: () => void db.close(),
    };
  });
}
