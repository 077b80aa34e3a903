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
  /** When anything about it was changed, in milliseconds since 1970: no program can set this back. */
  readonly changed: number;
}

/** Undefined if there is no file, or if it cannot be looked at. */
export function fileState(path: string): FileState | undefined {
  try {
    const stat = statSync(path);
    const { size, mtimeMs: modified, ino: id, mode, ctimeMs: changed } = stat;
    return stat.isFile() ? { size, modified, id, mode, changed } : undefined;
  } catch {
    return undefined;
  }
}
