/** Why the operating system refuses a file: its code, for which each language has words. */
import type { SystemReason } from '../diagnostic/catalogue.js';

export function reasonOf(error: unknown): SystemReason {
  return (error as NodeJS.ErrnoException).code ?? '';
}
