/** A workbook where a text file is expected: people choose the file that they have open. */

/** How .xlsx files and all other zip archives begin, and how .xls files do. */
const BEGINS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** True for bytes that begin as a workbook or another archive; no text begins so. */
export const isWorkbookInstead = (bytes: Uint8Array): boolean =>
  BEGINS.some((begin) => begin.every((code, i) => bytes[i] === code));

/** The same of a text that was made of such bytes as UTF-8. */
export const isWorkbookAsText = (text: string): boolean => /^(?:PK\u0003\u0004|\ufffd\ufffd\u0011)/.test(text);
