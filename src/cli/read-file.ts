/** Reads one workbook from disk for the commands that take workbooks. */
import { readWorkbook, sha256, type Finding, type ReadWorkbook, type Shelf } from '../node.js';
import { readBytes } from './world.js';

export interface WorkbookFile {
  readonly file: string;
  /** `''` where the file could not be read. */
  readonly sha256: string;
  readonly read: ReadWorkbook | undefined;
  readonly findings: readonly Finding[];
}

export function readWorkbookFile(file: string, shelf: Shelf): WorkbookFile {
  const named = (findings: readonly Finding[]): Finding[] => findings.map((each) => ({ ...each, file }));
  const bytes = readBytes(file);
  if (!bytes.value) return { file, sha256: '', read: undefined, findings: named(bytes.findings) };
  const { value, findings } = readWorkbook(bytes.value, shelf);
  return { file, sha256: sha256(bytes.value), read: value, findings: named(findings) };
}
