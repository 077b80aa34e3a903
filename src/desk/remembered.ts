/** The port for what one run remembers: it may be more than memory holds. Kept for as long as the run takes, and for nobody else. */
import type { Finding } from '../diagnostic/finding.js';
import type { KeptStatus, Sender } from './row.js';

/** What is remembered of the bytes with one digest. */
export interface SeenFile {
  /** `before`: they were kept, or forgotten, at an earlier time. `now`: first found in this run. */
  readonly was: 'before' | 'now';
  /** What became of them; left out as long as nobody knows. */
  readonly is?: KeptStatus | 'forgotten';
  /** They are in the store by now, or will be, so that another path of them can be kept as well. */
  readonly isKept?: boolean;
  /** Of what was not taken in now: why, and whose it may be. What was kept before has that in the store. */
  readonly findings?: readonly Finding[];
  readonly sender?: Sender;
}

/** Values by key. */
export interface Remembered<T> {
  /** What is remembered by a key, if anything is. */
  get(key: string): T | undefined;
  /** In place of what was remembered by the key. */
  set(key: string, value: T): void;
  /** Lets go of all of it, and goes on with nothing. */
  clear(): void;
  /** Lets go of all of it. */
  close(): void;
}

/** In memory: for few files, and for hosts that have nothing else. */
export function rememberedInMemory<T>(): Remembered<T> {
  const values = new Map<string, T>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => values.set(key, value),
    clear: () => values.clear(),
    close: () => values.clear(),
  };
}
