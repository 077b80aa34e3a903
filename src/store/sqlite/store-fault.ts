/** Why a file can't be used as a store: what SQLite says, and what the disk says where SQLite does not know. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreReason } from '../../diagnostic/catalogue.js';
import { StoreFault } from '../fault.js';

/** By the primary result codes of SQLite, which are the lowest byte of the others. */
const REASONS: Readonly<Record<number, StoreReason>> = {
  // A question of ours that it does not understand: its tables are not what they were.
  1: 'damaged',
  3: 'not-permitted',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'unresponsive',
  11: 'damaged',
  13: 'full',
  14: 'unopenable',
  26: 'not-sqlite',
};
const BUSY = new Set([5, 6]);
const READ_ONLY = 8;
/** Codes that SQLite gives for a disk that was full when it needed a file beside the store. */
const MAY_BE_FULL = new Set([10, 14]);
/** Less than this is no room for one page and the files beside the store. */
const NEXT_TO_NOTHING = 64 * 1024;

/** Runs `work`, and says what is wrong with the store where that is why it failed. */
export async function faults<T>(file: string, work: () => T): Promise<T> {
  try {
    return await Promise.resolve(work());
  } catch (error) {
    throw asFault(error, file);
  }
}

/** A fault of the store in words; any other error as it is. */
export function asFault(error: unknown, file: string): unknown {
  if (error instanceof StoreFault) return error;
  const { message = '', rawCode } = error as { message?: string; rawCode?: number };
  // Where the file can't even be opened the code stands in the message alone.
  const code = rawCode ?? Number(/unable to open connection .*: (\d+)/i.exec(message)?.[1] ?? NaN);
  const primary = code & 0xff;
  if (MAY_BE_FULL.has(primary) && isFull(file)) return new StoreFault('full', file);
  // A code beyond the primary one: read-only is not the store but the place, and files beside it are needed.
  if (primary === READ_ONLY && code !== READ_ONLY) return new StoreFault('stopped-beside', file);
  const reason = REASONS[primary];
  if (reason !== undefined) return new StoreFault(reason, file);
  return /sqlite|database/i.test(message) ? new StoreFault({ other: message }, file) : error;
}

/** True where another program is at work in the store just now. */
export function isBusy(error: unknown): boolean {
  return BUSY.has(((error as { rawCode?: number }).rawCode ?? 0) & 0xff);
}

/** Reads what stands in a row; SQLite has no check sums, so that damage may show here first. */
export function decoded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // A fault that SQLite tells of has a reason of its own.
    throw (error as { rawCode?: number }).rawCode === undefined ? new StoreFault('damaged', file) : error;
  }
}

function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < NEXT_TO_NOTHING;
  } catch {
    return false;
  }
}
