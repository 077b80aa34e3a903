/** Why the operating system refuses a file: its code, for which each language has words. */
import type { SystemReason } from '../diagnostic/catalogue.js';

/** The code of an error that the system gave; `''` where it has none. */
export function reasonOf(error: unknown): SystemReason {
  return (error as NodeJS.ErrnoException).code ?? '';
}
