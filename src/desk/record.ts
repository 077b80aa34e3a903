/** What becomes of one workbook: read, scored, and put into the words of whoever asked for it. */
import { jsonText } from '../diagnostic/json-text.js';
import type { Answer } from '../assessment/assessment.js';
import { find, hasErrors, type Finding } from '../diagnostic/finding.js';
import { SCORE_SCHEMA_VERSION, scored, scoreReport, type Scored } from '../formats/score-report.js';
import type { Shelf } from '../layout/shelf.js';
import type { Messages } from '../locale/message.js';
import { objectivesOf, type ControlObjective } from '../model/model.js';
import { isOtherEdition } from '../model/named.js';
import { isAskedOf } from '../scoring/given.js';
import type { ReadWorkbook } from '../workbook/read.js';
import { readClosely, type Reading } from './read-closely.js';
import {
  plainName,
  rowOf,
  senderIn,
  statusOf,
  type FileRow,
  type KeptRow,
  type KeptStatus,
  type Sender,
} from './row.js';
import type { Item, Sent } from './source.js';

/** `duplicate`: the same bytes as a file before it in this run. `unchanged`: kept, or forgotten, at an earlier time. */
export type Status = KeptStatus | SeenAgain['status'];

/** What the records are for: rows of a store, or lines of JSON. */
export type RecordKind = 'row' | 'line';

/** One workbook taken in. */
export interface IngestRecord<R extends KeptRow = FileRow> {
  /** As it was found. */
  readonly path: string;
  /** `''` for a file of which nothing could be read. */
  readonly sha256: string;
  /** When the file was last written, in milliseconds since 1970. */
  readonly modified: number;
  readonly status: KeptStatus;
  /** In an accepted one: whether anything was found at all, and whether there was an error in it that affects no score. */
  readonly hasRemarks: boolean;
  readonly hasErrors: boolean;
  /** Whether it was built for another version of the model than the one that was asked for. */
  readonly isOfOtherVersion?: boolean;
  /** Why it was rejected or set aside; empty for the others. */
  readonly findings: readonly Finding[];
  /** Who may have sent what was rejected or set aside. */
  readonly sender: Sender;
  readonly row?: R;
  /** As `score --json` has it, without its opening brace and first field: see `lineOf`. */
  readonly line?: string;
  /** Where it lies, for whoever has to look at it again. */
  readonly item?: Item;
}

/** Bytes that are known already, found at a path; they are not read again. */
export interface SeenAgain {
  readonly status: 'duplicate' | 'unchanged';
  readonly path: string;
  readonly sha256: string;
  readonly modified: number;
  readonly item?: Item;
}

/** What became of one file. */
export type Outcome<R extends KeptRow = FileRow> = IngestRecord<R> | SeenAgain;

/** What a reading is told besides the bytes. */
export interface RecordContext extends Reading {
  readonly shelf: Shelf;
  readonly kind: RecordKind;
  /** The sentences of findings in lines of JSON. */
  readonly messages: Messages;
  /** Name and version of this program. */
  readonly tool: string;
  /** Rejects for every error, also for one that affects no score. */
  readonly strict?: boolean;
}

/** Reads and scores the bytes of one workbook. */
export function recordOf(
  bytes: Uint8Array,
  { path, sha256, modified, mailedBy }: Pick<IngestRecord, 'path' | 'sha256' | 'modified'> & MailedBy,
  { shelf, kind, tool, messages, strict = false, ...reading }: RecordContext,
): IngestRecord {
  const { value, findings: found } = readClosely(bytes, shelf, reading);
  // Only among many does it matter whose a workbook is.
  const isAnswered = !found.some(({ code }) => code === 'nothing-answered');
  const isNameless = value !== undefined && isAnswered && plainName(value.assessment.organization.name) === '';
  const { handOver } = value?.edition ?? {};
  const findings = [
    ...found,
    ...(isNameless ? [find('organization-unnamed', { sheet: value.issued.words.sheets.profile })] : []),
    ...(handOver ? [find('part-alone', {}, { found: handOver.to })] : []),
  ];
  const report = scored({ file: path, sha256 }, value, findings);
  const status = statusOf(report, { strict });
  const { answers = new Map<string, Answer>(), feedback = [] } = value?.assessment ?? {};
  const row = (): FileRow =>
    rowOf(ofWhole(report, value, shelf), {
      ...{
        status,
        answers: Object.fromEntries(answers),
        feedback,
        size: bytes.length,
        tool,
        token: value?.addressed?.token,
        part: handOver?.to,
        mailedBy,
      },
    });
  const { usual, isChosen } = shelf.models;
  const isOther = isChosen === true && value !== undefined && isOtherEdition(value.model, usual);
  const record = recordFrom(report, { status, kind, messages, mailedBy }, row);
  return { ...record, modified, ...(isOther ? { isOfOtherVersion: true } : {}) };
}

/**
 * Among many an assessment is as complete as the whole model says: one of a part, such as a quick scan, has answered a part.
 * What it does not ask is as open as what it leaves blank.
 */
function ofWhole(report: Scored, read: ReadWorkbook | undefined, { models }: Shelf): Scored {
  const { program } = report;
  const { edition, assessment } = read ?? {};
  const whole = edition && models.find(edition.model, edition.version, edition.language);
  if (!program || !whole || !assessment || program.completeness === null) return report;
  const all = objectivesOf(whole);
  if (all.length === report.objectives?.length) return report;
  const states = new Map(report.objectives?.map(({ id, state }) => [id, state]));
  const applies = (objective: ControlObjective): boolean =>
    states.has(objective.id) ? states.get(objective.id) !== 'excluded' : isAskedOf(objective, assessment);
  const applicable = all.filter(applies).length;
  const completeness = applicable === 0 ? null : (program.completeness * program.applicable) / applicable;
  return { ...report, program: { ...program, completeness } };
}

/** Who has sent it, of what came in a message. */
interface MailedBy {
  readonly mailedBy?: Sent['mailedBy'] | undefined;
}

/** What is known of a file that gave nothing: its bytes may be known by their digest alone. */
export interface Unread extends MailedBy {
  readonly sha256: string;
  readonly modified?: number;
  /** Given, it is kept, and not read again. */
  readonly kept?: { readonly size: number; readonly tool: string };
}

/** The record of a file that gave nothing at all. */
export function rejectedRecord(
  path: string,
  findings: readonly Finding[],
  { kind, messages }: Pick<RecordContext, 'kind' | 'messages'>,
  { sha256, modified = 0, mailedBy, kept }: Unread = { sha256: '' },
): IngestRecord {
  const report = scored({ file: path, sha256 }, undefined, findings);
  const status = 'rejected';
  const row = kept && (() => rowOf(report, { ...kept, status, mailedBy, answers: {}, feedback: [] }));
  return { ...recordFrom(report, { status, kind, messages, mailedBy }, row), modified };
}

/** What every report begins with; the status is put behind it. */
const HEAD = `{"schemaVersion":${SCORE_SCHEMA_VERSION},`;

function recordFrom(
  report: Scored,
  {
    status,
    kind,
    messages,
    mailedBy,
  }: Pick<RecordContext, 'kind' | 'messages'> & MailedBy & { readonly status: KeptStatus },
  row: (() => FileRow) | undefined,
): Omit<IngestRecord, 'modified'> {
  const { file: path, sha256, organization, findings } = report;
  const isAccepted = status === 'accepted';
  return {
    ...{ path, sha256, status },
    hasRemarks: isAccepted && findings.length > 0,
    hasErrors: isAccepted && hasErrors(findings),
    findings: isAccepted ? [] : findings,
    sender: isAccepted ? {} : senderIn(organization, mailedBy),
    ...(kind === 'row'
      ? row && { row: row() }
      : { line: jsonText({ ...scoreReport(report, messages), mailedBy }).slice(HEAD.length) }),
  };
}

/** The line of JSON that `ingest` prints for a file. Of bytes that are known already it says no more than which: they were not read again. */
export function lineOf(outcome: Outcome<KeptRow>): string {
  const { status, path: file, sha256 } = outcome;
  const rest = 'line' in outcome && outcome.line ? outcome.line : jsonText({ file, sha256 }).slice(1);
  return `${HEAD}"status":"${status}",${rest}`;
}

/** Why a file that the tool itself stumbled over has no figures. */
export function ourFault(error: unknown): Finding {
  return find('our-fault', {}, { detail: error instanceof Error ? error.message : String(error) });
}

/** Why a file was given up; `limit` in milliseconds. */
export function tooSlow(limit: number): Finding {
  return find('too-slow', {}, { seconds: limit / 1000 });
}
