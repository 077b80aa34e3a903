/**
 * The port behind which files wait to be taken in, by any number of programs on any number of machines:
 *
 * - A **waiting** file is known by its place. To add one that waits already changes nothing.
 * - In a **turn** a program takes some files, and ends all of them or none: what it keeps of them and what it says of each
 *   are one transaction. A program that is gone in the middle of its turn has taken nothing: others take the same files.
 * - A file that could not be kept is **tried** again, `TRIES` times in all. After that it is on the list of **failed** files,
 *   with its reason, and nobody takes it until it is added again.
 * - A file during which a program was gone is tried alone from then on, so that it costs no other file a try.
 *
 * All functions may throw a `Refusal`.
 */
import type { Finding } from '../diagnostic/finding.js';
import type { Outcome } from './record.js';
import type { Entry } from './results.js';
import type { KeptRow } from './row.js';

/** How often a file is tried. */
export const TRIES = 3;

/** Where a file was when it was added, as plain data: whoever takes it may be another program on another machine. */
export interface QueuedFile {
  /** As it is shown, and kept with the results. */
  readonly path: string;
  /** The whole path, so that it is found from every folder, or the address of an object: `s3://bucket/key`. */
  readonly file: string;
  /** Of a zip archive: the name of the workbook in it. */
  readonly entry?: string;
  /** Bytes and last change of the file, in milliseconds since 1970, as they were then; of an object its tag as well. */
  readonly size?: number;
  readonly modified?: number;
  readonly tag?: string;
}

/** A file that was taken. */
export interface TakenFile extends QueuedFile {
  readonly id: string;
  /** Which try this is; 1 is the first one. */
  readonly trying: number;
  /** How often a program was gone while it read this file alone. */
  readonly lost: number;
}

/** What became of a file: an outcome that is kept or needs no keeping, or why there is none, and whether that was the last try. */
export type Ending =
  | { readonly is: Outcome['status']; readonly sha256: string }
  | { readonly is: 'not-kept'; readonly why: readonly Finding[]; readonly isLast: boolean };

/** What a turn ends with. */
export interface TurnEnd {
  readonly entries: readonly Entry<KeptRow>[];
  /** One for each file that was taken, by id. */
  readonly endings: ReadonlyMap<string, Ending>;
}

/** A file that nobody takes any more. */
export interface FailedFile extends QueuedFile {
  readonly why: readonly Finding[];
  /** Milliseconds since 1970. */
  readonly failedAt: number;
}

/** What files ended with, each in numbers. */
export type EndCounts = Readonly<Record<Outcome['status'], number>>;

/** How far it all is. */
export interface QueueProgress {
  /** Nobody has taken them now; `retrying` of them were tried before. */
  readonly waiting: number;
  readonly retrying: number;
  /** Taken by a program that is there. */
  readonly reading: number;
  readonly failed: number;
  /** Since the queue was last empty when files were added. */
  readonly done: EndCounts;
  /** Programs that have files now. */
  readonly workers: number;
  /** Files that were ended in the last seconds, and how many seconds that are. */
  readonly recent: { readonly files: number; readonly seconds: number };
}

/** Files that wait; see above for what the words mean. */
export interface Queue {
  /** Adds files, all or none; gives how many of them did not wait already. They leave the list of failed files. */
  add(files: readonly QueuedFile[]): Promise<number>;
  /**
   * Takes up to `most` files, has `work` read them, and ends them. Gives how many were ended; 0: there are none to take
   * now. What `work` throws ends the turn as if nothing had been taken, and is thrown.
   */
  turn(most: number, work: (taken: readonly TakenFile[]) => Promise<TurnEnd>): Promise<number>;
  /** How many are not at their end: waiting, or taken by anybody. */
  left(): Promise<number>;
  progress(): Promise<QueueProgress>;
  /** Files that nobody takes any more, the last one first. May be left early. */
  failed(): AsyncIterable<FailedFile>;
  /** Lets go of whatever keeps them. */
  close(): Promise<void>;
}

/** Adds files as they come, so many at a time: there may be more than memory holds. */
export async function enqueue(
  files: AsyncIterable<QueuedFile>,
  { queue, added }: { readonly queue: Pick<Queue, 'add'>; readonly added: (n: { all: number; fresh: number }) => void },
): Promise<void> {
  let batch: QueuedFile[] = [];
  const add = async (): Promise<void> => {
    const all = batch.length;
    if (all > 0) added({ all, fresh: await queue.add(batch) });
    batch = [];
  };
  for await (const file of files) {
    batch.push(file);
    if (batch.length >= ADDED_AT_A_TIME) await add();
  }
  await add();
}

const ADDED_AT_A_TIME = 1_000;
