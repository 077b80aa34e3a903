/** Waiting for a pipe or a person: what nothing but a signal may end. */

const ENDING = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does what may wait for ever. Meanwhile Ctrl+C and SIGTERM end the process as they do without listeners, because a listener
 * would be called only when the waiting is over.
 * @throws What `wait` throws.
 */
export function interruptibly<T>(wait: () => T): T {
  const heard = ENDING.map((signal) => [signal, process.rawListeners(signal)] as const);
  for (const [signal] of heard) process.removeAllListeners(signal);
  try {
    return wait();
  } finally {
    for (const [signal, listeners] of heard)
      for (const listener of listeners) process.on(signal, listener as NodeJS.SignalsListener);
  }
}
