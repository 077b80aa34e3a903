/** How a store is opened. */
export interface OpenStore {
  /** True makes one where there is none. */
  readonly create: boolean;
  /** For those who ask on another day. */
  readonly today?: () => Date;
}

/** How a queue is opened. */
export interface OpenQueue extends OpenStore {
  /** Seconds before a file that could not be kept is tried again. */
  readonly retryAfter?: number;
}
