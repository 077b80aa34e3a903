/** Reads one workbook from disk for the commands that take workbooks. */
import { readWorkbook, type Diagnostic, type ModelShelf, type ReadWorkbook } from '../index.js';
import { readBytes, sha256 } from './world.js';

export interface WorkbookFile {
  readonly file: string;
  /** `''` where the file could not be read. */
  readonly sha256: string;
  readonly read: ReadWorkbook | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function readWorkbookFile(file: string, shelf: ModelShelf): WorkbookFile {
  const named = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.map((each) => ({ ...each, file }));
  const bytes = readBytes(file);
  if (!bytes.value) return { file, sha256: '', read: undefined, diagnostics: named(bytes.diagnostics) };
  const { value, diagnostics } = readWorkbook(bytes.value, shelf);
  return { file, sha256: sha256(bytes.value), read: value, diagnostics: named(diagnostics) };
}
