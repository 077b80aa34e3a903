/** Counts the time of each file from when a worker begins with it: those that wait behind a slow one are not to blame. */

/** Milliseconds between two looks at the time. */
const LOOK_EVERY = 100;

/** In place of a time: the worker has finished with the file, so that it must not be stopped any more. */
export const FINISHED = -1;

/** In place of a time: the worker waits to be told whether the file has to be read, which is no time of the file. */
export const ASKING = -2;

export class Clock {
  /** When the file in each slot was begun, in milliseconds since 1970; 0 while it waits, `ASKING`, `FINISHED` at the end. Written by the workers. */
  readonly started: Float64Array;
  readonly #stops: (AbortController | undefined)[];
  readonly #timer: NodeJS.Timeout;

  constructor(slots: number, limit: number) {
    this.started = new Float64Array(new SharedArrayBuffer(slots * Float64Array.BYTES_PER_ELEMENT));
    this.#stops = Array.from({ length: slots });
    this.#timer = setInterval(
      () => {
        const now = Date.now();
        this.started.forEach((start, slot) => {
          if (start > 0 && now - start > limit) this.#stops[slot]?.abort();
        });
      },
      Math.max(1, Math.min(LOOK_EVERY, limit)),
    );
  }

  /** Gives a file its slot; the signal stops it when its time is up. */
  take(slot: number): AbortSignal {
    this.started[slot] = 0;
    const stop = new AbortController();
    this.#stops[slot] = stop;
    return stop.signal;
  }

  free(slot: number): void {
    this.#stops[slot] = undefined;
  }

  /** Stops the files that wait; those that were begun are left to their workers. */
  stopWaiting(): void {
    this.started.forEach((start, slot) => {
      if (start === 0) this.#stops[slot]?.abort();
    });
  }

  /** Stops all files that are not finished, also those that are being read. */
  stopBegun(): void {
    this.started.forEach((start, slot) => {
      if (start !== FINISHED) this.#stops[slot]?.abort();
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
