/** The port from which workbooks come: files and archives, or what was dropped on a page. */
import type { Parsed } from '../diagnostic/finding.js';

/** What lies at one place. */
export interface Sent {
  readonly bytes: Uint8Array;
  /** When it was last written, in milliseconds since 1970; 0 where that is not known. */
  readonly modified: number;
}

/** Gives what lies at a path, as the records name it; the reason where there is nothing. */
export type Source = (path: string) => Parsed<Sent> | Promise<Parsed<Sent>>;
