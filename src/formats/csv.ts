/** The only writer of CSV (RFC 4180): what strangers wrote stays text, wherever a spreadsheet cuts the line. */

/** What a cell of a table holds. */
export type CellOfTable = string | number | null;

/** Begins a file of CSV: without it, Excel takes the letters for those of the machine's own country. */
export const CSV_BEGIN = '\ufeff';

/** Ends a line of CSV. */
export const CSV_END = '\r\n';

/** One line of CSV, with its end. */
export function csvLine(values: readonly (CellOfTable | undefined)[]): string {
  // Not `map` and `join`: an export writes more than a hundred lines per assessment.
  let line = '';
  for (let i = 0; i < values.length; i += 1) line += i === 0 ? csvCell(values[i]) : `,${csvCell(values[i])}`;
  return line + CSV_END;
}

/** A whole file of CSV. */
export function csvFile(rows: readonly (readonly (CellOfTable | undefined)[])[]): string {
  return CSV_BEGIN + rows.map((row) => csvLine(row)).join('');
}

/**
 * A spreadsheet whose separator is not the comma cuts a quoted text too, and takes each piece for a cell: what would be a
 * formula is made plain by an apostrophe after each of them.
 */
const FORMULA = /(^|[;,\t\r\n|])([ \u00a0]*[=+\-@\uff0b\uff0d\uff1d\uff20])/g;
/** A tab or line break in front would be taken off, and what follows be a formula. */
const LED = /^(?=[\t\r\n])/;
/**
 * Controls but tab and line breaks, what turns the direction of all that follows, halves of a character, and what is no
 * character. A mark of the direction of its own place stays: texts from right to left have them.
 */
const NO_TEXT = /(?![\t\r\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** What may have to be replaced: all but printable ASCII, a bar, and what would begin a formula. */
const DOUBTFUL = /[^\x20-\x7b}~]|(?:^|[;,]) *[=+\-@]/;

/** Letters, digits and marks of which none begins a formula, ends a cell or is no text: most cells are nothing else. */
const HARMLESS = /^(?:[\w.:/()'][\w.:/()' -]*)?$/;

/** One cell of a line of CSV. */
export function csvCell(value: CellOfTable | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return String(value);
  if (HARMLESS.test(value)) return value;
  const plain = DOUBTFUL.test(value)
    ? value.replace(NO_TEXT, '\ufffd').replace(LED, "'").replace(FORMULA, "$1'$2")
    : value;
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
