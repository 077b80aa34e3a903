/** A file of another kind where a text file is expected: people choose the file that they have open. */

/** A workbook or another archive, a PDF document, or bytes that are no text. */
export type OtherKind = 'workbook' | 'pdf' | 'binary';

/** How files begin: zip archives such as .xlsx files, compound files such as .xls files, and PDF documents. */
export const BEGINS = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  compound: [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const;
/** True for bytes that begin with these. */
export const beginsWith = (bytes: Uint8Array, codes: readonly number[]): boolean =>
  codes.every((code, i) => bytes[i] === code);

/** Bytes that are looked at; a text in UTF-16 has zero bytes, and begins with a mark. */
const LOOKED_AT = 1024;

/** What the bytes are if they are no text. */
export function otherKind(bytes: Uint8Array): OtherKind | undefined {
  if (beginsWith(bytes, BEGINS.zip) || beginsWith(bytes, BEGINS.compound)) return 'workbook';
  if (beginsWith(bytes, BEGINS.pdf)) return 'pdf';
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isMarked && bytes.subarray(0, LOOKED_AT).includes(0) ? 'binary' : undefined;
}

/** The same of a text that was made of such bytes as UTF-8. */
export function otherKindOfText(text: string): OtherKind | undefined {
  if (/^(?:PK\u0003\u0004|\ufffd\ufffd\u0011)/.test(text)) return 'workbook';
  if (text.startsWith('%PDF')) return 'pdf';
  return text.slice(0, LOOKED_AT).includes('\0') ? 'binary' : undefined;
}
