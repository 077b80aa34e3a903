/** Workbooks as they come: from files and archives, or from what was dropped on a page. */

/** What lies at one place. */
export interface Sent {
  readonly bytes: Uint8Array;
  /** When it was last written, in milliseconds since 1970; 0 where that is not known. */
  readonly modified: number;
}

/** One workbook to take in: a file, or an entry of a zip archive. */
export interface Item {
  /** As it is shown: the path, or `batch.zip/inner/acme.xlsx`. */
  readonly path: string;
  readonly file: string;
  readonly entry?: string;
}
