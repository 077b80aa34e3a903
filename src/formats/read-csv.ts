/** The only reader of CSV: whatever separates the cells, with or without quotes, in the encodings that spreadsheets save. */
import { CsvError, parse } from 'csv-parse/sync';
import { find, type Parsed } from '../diagnostic/finding.js';
import { otherKind } from '../diagnostic/other-kind.js';
import { MAX_COLUMN } from '../grid/address.js';

/** One row, and the line of the file that it ends on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as a file has it. */
export interface CsvTable {
  readonly headings: CsvRow;
  /** Without blank rows. */
  readonly rows: readonly CsvRow[];
}

/** What a spreadsheet computes, or has saved of a formula that failed. */
const FORMULA = /^(?:=|#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!))/i;

/** True for a cell that is a formula or its error, and no value. */
export const isFormula = (text: string): boolean => FORMULA.test(text);

/** In the order of preference, where headings say nothing. */
const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Excel takes the separator from a first line such as `sep=;`. */
const NAMED_SEPARATOR = /^sep=(.)\r?\n/i;

/**
 * Reads a table. The separator is the one by which most headings are known ones: `isHeading` tells. Nothing is guessed of
 * letters: bytes that are neither UTF-8 nor marked UTF-16 are refused, since names would be spelled wrongly.
 */
export function readCsv(bytes: Uint8Array, isHeading: (text: string) => boolean): Parsed<CsvTable> {
  const kind = otherKind(bytes);
  if (kind) return { findings: [find('list-unreadable', {}, { problem: kind })] };
  const whole = decoded(bytes);
  if (whole === undefined) return { findings: [find('list-unreadable', {}, { problem: 'encoding' })] };
  if (/^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(whole))
    return { findings: [find('list-unreadable', {}, { problem: 'json' })] };
  const [line = '', named] = NAMED_SEPARATOR.exec(whole) ?? [];
  const text = whole.slice(line.length);
  const before = line === '' ? 0 : 1;
  try {
    const separator = named ?? separatorOf(text, isHeading);
    const columns = rowsOf(text, separator, 1)[0]?.cells.length ?? 0;
    if (columns > MAX_COLUMN) return { findings: [find('list-unreadable', {}, { problem: 'columns' })] };
    const [headings, ...rows] = rowsOf(text, separator).map((row) => ({ ...row, line: row.line + before }));
    return headings ? { value: { headings, rows }, findings: [] } : { findings: [find('list-empty', {})] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return { findings: [find('list-unreadable', {}, { problem: 'columns' })] };
    const at = typeof error['lines'] === 'number' ? { line: error['lines'] + before } : {};
    return { findings: [find('list-unreadable', at, { problem: 'quotes' })] };
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  try {
    return new TextDecoder(encoding || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function separatorOf(text: string, isHeading: (text: string) => boolean): string {
  let best: { readonly separator: string; readonly known: number } = { separator: SEPARATORS[0], known: 0 };
  for (const separator of SEPARATORS) {
    const known = headingsBy(text, separator).slice(0, MAX_COLUMN).filter(isHeading).length;
    if (known > best.known) best = { separator, known };
  }
  return best.separator;
}

/** None where quotes are only right with another separator. */
function headingsBy(text: string, separator: string): readonly string[] {
  try {
    return rowsOf(text, separator, 1)[0]?.cells ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [];
  }
}

/** Characters of all headings: as many columns as a spreadsheet has, with a few words each. A longer row is not taken apart to be refused. */
const LONGEST_HEADINGS = 32 * MAX_COLUMN;

/** The rows that are not blank, or the first ones. Throws a `CsvError` where quotes have no end, and where headings are too long. */
function rowsOf(text: string, separator: string, most = Infinity): CsvRow[] {
  const read = parse(text, {
    ...{ delimiter: separator, trim: true, info: true, relax_column_count: true, relax_quotes: true },
    ...{ skip_empty_lines: true, skip_records_with_empty_values: true },
    ...(Number.isFinite(most) ? { to: most, max_record_size: LONGEST_HEADINGS } : {}),
  });
  const rows = read as unknown as { readonly info: { readonly lines: number }; readonly record: string[] }[]; // by `info`
  return rows.map(({ info, record }) => ({ line: info.lines, cells: record }));
}
