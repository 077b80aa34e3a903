/** What becomes of one workbook: read, scored, and put into the words of whoever asked for it. */
import { find, type Finding } from '../diagnostic/finding.js';
import { SCORE_SCHEMA_VERSION, scored, scoreReport, type Scored } from '../formats/score-report.js';
import type { Shelf } from '../layout/shelf.js';
import type { Messages } from '../locale/message.js';
import type { Inflater } from '../xlsx/inflate.js';
import { readWorkbook } from '../workbook/read.js';
import { plainName, rowOf, statusOf, type FileRow } from './row.js';

/** `duplicate`: the same bytes as a file before it. */
export type Status = 'accepted' | 'rejected' | 'duplicate';

/** What the records are for: rows of a store, or lines of JSON. */
export type RecordKind = 'row' | 'line';

/** One workbook taken in. */
export interface IngestRecord {
  /** As it was found. */
  readonly path: string;
  /** `''` for a file of which nothing could be read. */
  readonly sha256: string;
  /** When the file was last written, in milliseconds since 1970. */
  readonly modified: number;
  readonly status: Status;
  /** Warnings and notes in an accepted one. */
  readonly remarks: number;
  /** Why it was rejected, also of a duplicate of a rejected one; empty for the others. */
  readonly findings: readonly Finding[];
  readonly row?: FileRow;
  /** As `score --json` has it, without its opening brace and first field: see `lineOf`. */
  readonly line?: string;
}

/** What a reading is told besides the bytes. */
export interface RecordContext {
  readonly shelf: Shelf;
  readonly kind: RecordKind;
  /** The sentences of findings in lines of JSON. */
  readonly messages: Messages;
  /** Name and version of this program. */
  readonly tool: string;
  /** How this host unpacks; left out, in plain code. */
  readonly inflater?: Inflater;
}

/** Reads and scores the bytes of one workbook. */
export function recordOf(
  bytes: Uint8Array,
  { path, sha256, modified }: { readonly path: string; readonly sha256: string; readonly modified: number },
  { shelf, kind, tool, messages, inflater }: RecordContext,
): IngestRecord {
  const { value, findings: found } = readWorkbook(bytes, shelf, inflater);
  // Only among many does it matter whose a workbook is.
  const isNameless = value !== undefined && plainName(value.assessment.organization.name) === '';
  const findings = isNameless
    ? [...found, find('organization-unnamed', { sheet: value.issued.words.sheets.profile })]
    : found;
  const report = scored({ file: path, sha256 }, value, findings);
  const answers = kind === 'row' ? Object.fromEntries(value?.assessment.answers ?? []) : {};
  return {
    ...recordFrom(report, { kind, messages }, () => rowOf(report, { answers, size: bytes.length, tool })),
    modified,
  };
}

/** The record of a file that gave nothing at all. With a digest it is kept, and not read again. */
export function rejectedRecord(
  path: string,
  findings: readonly Finding[],
  { kind, messages }: Pick<RecordContext, 'kind' | 'messages'>,
  known?: { readonly sha256: string; readonly size: number; readonly modified: number; readonly tool: string },
): IngestRecord {
  const report = scored({ file: path, sha256: known?.sha256 ?? '' }, undefined, findings);
  const row = known && (() => rowOf(report, { answers: {}, size: known.size, tool: known.tool }));
  return { ...recordFrom(report, { kind, messages }, row), modified: known?.modified ?? 0 };
}

/** What every report begins with; the status is put behind it. */
const HEAD = `{"schemaVersion":${SCORE_SCHEMA_VERSION},`;

function recordFrom(
  report: Scored,
  { kind, messages }: Pick<RecordContext, 'kind' | 'messages'>,
  row: (() => FileRow) | undefined,
): Omit<IngestRecord, 'modified'> {
  const status = statusOf(report);
  return {
    path: report.file,
    sha256: report.sha256,
    status,
    remarks: status === 'accepted' ? report.findings.length : 0,
    findings: status === 'accepted' ? [] : report.findings,
    ...(kind === 'row'
      ? row && { row: row() }
      : { line: JSON.stringify(scoreReport(report, messages)).slice(HEAD.length) }),
  };
}

/** The line of JSON that `ingest` prints for a record. */
export function lineOf({ status, line = '}' }: IngestRecord): string {
  return `${HEAD}"status":"${status}",${line}`;
}

/** Why a file that the tool itself stumbled over has no figures. */
export function ourFault(error: unknown): Finding {
  return find('our-fault', {}, { detail: error instanceof Error ? error.message : String(error) });
}

/** Why a file was given up; `limit` in milliseconds. */
export function tooSlow(limit: number): Finding {
  return find('too-slow', {}, { seconds: limit / 1000 });
}
