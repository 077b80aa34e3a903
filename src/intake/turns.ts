/** Answers whether the bytes of files are known: in the order of the files, so that of two copies the first one is the one that is read. */
import type { IsKnown } from '../desk/take-in.js';

/** What a worker finds at the place of its file. */
export const ANSWER = { none: 0, read: 1, known: 2 } as const;

/** Sent by a worker that has the digest of a file, and waits. */
export interface Question {
  /** Which file it is: places are used again. */
  readonly turn: number;
  readonly sha256: string;
}

/** A file that has its turn. */
interface Open {
  sha256?: string;
  isOver: boolean;
  /** It has asked, or will not. */
  readonly settle: () => void;
}

export class Turns {
  /** By slot: what is said of the file in it. Read by the workers. */
  readonly answers: Int32Array;
  readonly #open = new Map<number, Open>();
  #count = 0;
  #last: Promise<void> = Promise.resolve();
  #isKnown: IsKnown;
  #failure: { readonly error: unknown } | undefined;

  constructor(slots: number, isKnown: IsKnown) {
    this.answers = new Int32Array(new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT));
    this.#isKnown = isKnown;
  }

  /** Gives the file in a slot its turn, after all that have one. */
  take(slot: number): number {
    const turn = (this.#count += 1);
    Atomics.store(this.answers, slot, ANSWER.none);
    const settled = new Promise<Open>((resolve) => {
      const open: Open = { isOver: false, settle: () => resolve(open) };
      this.#open.set(turn, open);
    });
    this.#last = this.#last.then(async () => {
      const open = await settled;
      if (open.sha256 === undefined) return;
      // Also of one that was given up: its copies need not be read either.
      const isKnown = await this.#ask(open.sha256);
      // The slot may be another file's by now.
      if (!open.isOver) this.#say(slot, isKnown);
    });
    return turn;
  }

  /** Asks for a file that no worker reads, after all that have their turn. */
  ask(sha256: string): Promise<boolean> {
    const answer = this.#last.then(() => this.#ask(sha256));
    this.#last = answer.then(() => undefined);
    return answer;
  }

  /** Hears what a worker asks; of a file that was given up nothing is said. */
  hear({ turn, sha256 }: Question): void {
    const open = this.#open.get(turn);
    if (!open) return;
    open.sha256 = sha256;
    open.settle();
  }

  /** The file asks nothing any more; gives its digest if it has asked. */
  end(turn: number): string | undefined {
    const open = this.#open.get(turn);
    if (!open) return undefined;
    open.isOver = true;
    open.settle();
    this.#open.delete(turn);
    return open.sha256;
  }

  /** From now on nothing has to be read: whoever waits is sent on. */
  leave(): void {
    this.#isKnown = () => Promise.resolve(true);
  }

  /** Throws what an answer has failed with. */
  expectSound(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async #ask(sha256: string): Promise<boolean> {
    try {
      return await this.#isKnown(sha256);
    } catch (error) {
      this.#failure ??= { error };
      this.leave();
      return true;
    }
  }

  #say(slot: number, isKnown: boolean): void {
    Atomics.store(this.answers, slot, isKnown ? ANSWER.known : ANSWER.read);
    Atomics.notify(this.answers, slot);
  }
}
