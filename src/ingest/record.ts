/** What is kept of one workbook: its identity, what was read, what it is worth. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Answer } from '../assessment/fields.js';
import { scoreReport, type ScoreReport } from '../scoring/report.js';
import { readWorkbook, type ModelShelf } from '../workbook/read.js';

export type Status = 'accepted' | 'rejected' | 'duplicate';

export interface IngestRecord {
  readonly status: Status;
  /** As `score --json` has it; `file` is the path. */
  readonly report: ScoreReport;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly size: number;
  /** When the file was last written, in milliseconds since 1970. */
  readonly modified: number;
}

/** Rejected is what has an error in it: its figures can't be relied on until it is mended. */
export function recordOf(
  bytes: Uint8Array,
  identity: { readonly path: string; readonly sha256: string; readonly modified: number },
  shelf: ModelShelf,
): IngestRecord {
  const { value, diagnostics } = readWorkbook(bytes, shelf);
  const report = scoreReport({ file: identity.path, sha256: identity.sha256 }, value, diagnostics);
  return {
    status: value && !hasErrors(diagnostics) ? 'accepted' : 'rejected',
    report,
    answers: Object.fromEntries(value?.assessment.answers ?? []),
    size: bytes.length,
    modified: identity.modified,
  };
}

/** The record of a file that gave nothing at all. */
export function rejectedRecord(path: string, diagnostics: readonly Diagnostic[], sha256 = ''): IngestRecord {
  const report = scoreReport({ file: path, sha256 }, undefined, diagnostics);
  return { status: 'rejected', report, answers: {}, size: 0, modified: 0 };
}

/** Case, width and spaces of name and unit don't make another organization. */
export function organizationKey({ name, unit }: { readonly name: string; readonly unit: string }): string {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return `${plain(name)}|${plain(unit)}`;
}
