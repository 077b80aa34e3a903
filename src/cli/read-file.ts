/** Reads one workbook from disk for the commands that take workbooks. */
import {
  readNamed,
  readClosely,
  sha256,
  today,
  type Finding,
  type Parsed,
  type Reading,
  type ReadWorkbook,
  type Shelf,
} from '../node.js';

export interface WorkbookFile {
  readonly file: string;
  /** `''` where the file could not be read. */
  readonly sha256: string;
  readonly read: ReadWorkbook | undefined;
  readonly findings: readonly Finding[];
}

/** `read`: with `checkWorkbook`, what was changed besides the answers is found as well. */
export function readWorkbookFile(
  file: string,
  shelf: Shelf,
  read: (bytes: Uint8Array, shelf: Shelf, reading: Reading) => Parsed<ReadWorkbook> = readClosely,
): WorkbookFile {
  const { value: bytes, findings: unread } = readNamed(file);
  if (!bytes) return { file, sha256: '', read: undefined, findings: unread };
  const { value, findings } = read(bytes, shelf, { today: today() });
  return { file, sha256: sha256(bytes), read: value, findings: findings.map((each) => ({ ...each, file })) };
}
