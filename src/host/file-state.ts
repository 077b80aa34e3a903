/** How a file is at the moment, to tell whether it was replaced or changed. */
import { statSync } from 'node:fs';

export interface FileState {
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
  /** The number of the file on its disk: another file under the same name has another one. */
  readonly id: number;
  /** Its kind, and who may read it. */
  readonly mode: number;
}

/** Undefined if there is no file, or if it cannot be looked at. */
export function fileState(path: string): FileState | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() ? { size: stat.size, modified: stat.mtimeMs, id: stat.ino, mode: stat.mode } : undefined;
  } catch {
    return undefined;
  }
}
