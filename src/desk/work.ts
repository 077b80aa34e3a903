/** One turn of a program that works on a queue: the files that it took become what is kept of them, by the same rules as when they are taken in at once. */
import { append } from '../diagnostic/append.js';
import { find, type Finding } from '../diagnostic/finding.js';
import type { Clock } from './clock.js';
import { TRIES, type Ending, type Queue, type TakenFile, type TurnEnd } from './queue.js';
import type { Outcome } from './record.js';
import type { Entry, Results } from './results.js';
import type { KeptRow } from './row.js';
import type { Item } from './source.js';
import { takeIn, type Account, type IsKnown, type NotTaken } from './take-in.js';

/** Who takes part in a turn. */
export interface WorkingOn {
  readonly results: Pick<Results, 'statusOf' | 'findingsOf' | 'senderOf'>;
  /** Reads files, one outcome each, which has the file as its item; fewer where it was stopped. */
  readonly read: (files: readonly TakenFile[], isKnown: IsKnown) => AsyncIterable<Outcome<KeptRow>>;
  readonly clock: Clock;
  readonly allowAgain?: boolean;
  /** Is told of each file that was not taken in; `tried`: of one that is not even kept. */
  readonly refused?: (file: NotTaken, tried?: TakenFile) => void;
}

/** Thrown where reading was stopped: what was taken is given back. */
export class Unfinished extends Error {}

/** Reads files that were taken. Nothing is written here: what is to be kept is in the end of the turn. */
export async function workOn(
  taken: readonly TakenFile[],
  { results, read, clock, allowAgain = false, refused }: WorkingOn,
): Promise<{ end: TurnEnd; account: Account }> {
  const files = new Map<Item, TakenFile>(taken.map((file) => [file, file]));
  const entries: Entry<KeptRow>[] = [];
  const endings = new Map<string, Ending>();
  const fileOf = ({ item }: { readonly item?: Item }): TakenFile | undefined => item && files.get(item);
  const notKept = ({ id, trying, lost }: TakenFile, why: readonly Finding[]): void =>
    void endings.set(id, { is: 'not-kept', why, isLast: trying >= TRIES || lost >= TRIES });
  const account = await takeIn((isKnown) => outcomes(taken, read, isKnown), {
    results: {
      statusOf: (sha256) => results.statusOf(sha256),
      findingsOf: (sha256) => results.findingsOf(sha256),
      senderOf: (sha256) => results.senderOf(sha256),
      write: (batch) => {
        append(entries, batch);
        return Promise.resolve();
      },
    },
    ...{ clock, allowAgain },
    each: (outcome, isSettled) => {
      const file = fileOf(outcome);
      if (file && isSettled) endings.set(file.id, { is: outcome.status, sha256: outcome.sha256 });
      else if (file) notKept(file, []);
    },
    refused: (found) => {
      const file = fileOf(found);
      const isKept = !file || endings.get(file.id)?.is !== 'not-kept';
      // Reasons of what was kept before may be sentences; of what is not kept they are always findings.
      if (!isKept) notKept(file, found.findings as readonly Finding[]);
      refused?.(found, isKept ? undefined : file);
    },
  });
  if (endings.size < taken.length) throw new Unfinished('stopped');
  return { end: { entries, endings }, account };
}

/** How a program goes on from turn to turn. */
export interface WorkingThrough {
  readonly queue: Pick<Queue, 'turn' | 'left'>;
  /** Reads what was taken in one turn. */
  readonly work: (taken: readonly TakenFile[]) => Promise<TurnEnd>;
  /** Is told of each turn that is done, with the number of its files. */
  readonly done?: (files: number) => void;
  /** Ends as soon as nothing waits and nobody reads; otherwise it waits for more. */
  readonly untilEmpty: boolean;
  /** True: no other turn. */
  readonly isOver: () => boolean;
  /** Waits a little before it asks again. */
  readonly pause: () => Promise<void>;
}

/** Takes turns until it is over, or all is done. */
export async function workThrough({ queue, work, done, untilEmpty, isOver, pause }: WorkingThrough): Promise<void> {
  while (!isOver()) {
    const files = await queue.turn(TAKEN_AT_A_TIME, work);
    if (files > 0) done?.(files);
    else if (untilEmpty && (await queue.left()) === 0) return;
    else await pause();
  }
}

/** Files of one turn: enough to be kept together, few enough to be read again where a program was gone. */
const TAKEN_AT_A_TIME = 100;

/** What is read, and before it what is not read any more. */
async function* outcomes(
  taken: readonly TakenFile[],
  read: WorkingOn['read'],
  isKnown: IsKnown,
): AsyncGenerator<Outcome<KeptRow>> {
  const isGivenUp = ({ lost }: TakenFile): boolean => lost >= TRIES;
  for (const file of taken.filter(isGivenUp))
    yield unread(file, [find('ended-while-reading', {}, { count: file.lost })]);
  const readable = taken.filter((file) => !isGivenUp(file));
  if (readable.length > 0) yield* read(readable, isKnown);
}

/** What becomes of a file of which nothing could be read. */
export function unread(item: Item, findings: readonly Finding[]): Outcome {
  return {
    ...{ path: item.path, sha256: '', modified: 0, status: 'rejected', hasRemarks: false, hasErrors: false },
    ...{ findings, sender: {}, item },
  };
}
