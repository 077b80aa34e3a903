/** Workbooks as they come: from files and archives, or from what was dropped on a page. */

/** What lies at one place. */
export interface Sent {
  readonly bytes: Uint8Array;
  /** When it was last written, in milliseconds since 1970; 0 where that is not known. */
  readonly modified: number;
  /** The address that it was sent from, of what was attached to a message. Anyone can write any address. */
  readonly mailedBy?: string;
}

/** One workbook to take in: a file, an entry of a zip archive, or an attachment of a message. */
export interface Item {
  /** As it is shown: the path, `batch.zip/inner/acme.xlsx`, or `answer.eml/acme.xlsx`. */
  readonly path: string;
  readonly file: string;
  readonly entry?: string;
}
