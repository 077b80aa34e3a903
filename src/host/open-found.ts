/** Opens a file that was found a moment ago, and may be something else by now. */
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import type { SystemReason } from '../diagnostic/catalogue.js';

/** Without it, to open a pipe waits for whoever writes into it. Windows has no such pipes in folders. */
const AT_ONCE = (constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0;

/** A file that is opened for reading; the caller closes it. Throws what the system says, or that it is no file. */
export function openFound(path: string): number {
  const file = openSync(path, constants.O_RDONLY | AT_ONCE);
  const found = fstatSync(file);
  if (found.isFile()) return file;
  closeSync(file);
  const code: SystemReason = found.isDirectory() ? 'EISDIR' : 'device';
  throw Object.assign(new Error(`no file: ${path}`), { code });
}
