/** The port behind which results are kept: whoever keeps them, the same questions get the same answers. */
import type { Answer, Organization } from '../assessment/assessment.js';
import type { Finding } from '../diagnostic/finding.js';
import { inWords, type Diagnostic, type Messages } from '../locale/message.js';
import type { Counted } from '../scoring/portfolio.js';
import type { State } from '../scoring/rules.js';
import type { IngestRecord } from './record.js';
import type { FileRow, StoredScores } from './row.js';

/** One accepted workbook as it is kept. */
export interface StoredAssessment {
  readonly sha256: string;
  readonly path: string;
  /** Id and version of the model it was made from, e.g. `aismm 1.0`. */
  readonly model: string;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly asOf: string;
  /** 1 is the newest workbook of its organization and date. */
  readonly version: number;
  readonly maturity: number | null;
  readonly completeness: number | null;
  readonly organization: Organization;
  readonly scores: StoredScores;
  /** By objective id. */
  readonly states: Readonly<Record<string, State>>;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** What portfolio figures need of one organization's newest workbook, and no more. */
export type Newest = Counted & { readonly key: string; readonly model: string };

/** An organization that has an accepted workbook, in one spelling. */
export interface NamedOrganization {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}

/** Something to be kept: a record, or a path at which known bytes were seen again. */
export type Entry = IngestRecord | { readonly path: string; readonly sha256: string; readonly modified: number };

/** A finding; what was kept by versions before 0.2 has its sentence already. */
export type KeptFinding = Finding | Diagnostic;

/** Results of many workbooks, each kept once for the same bytes. Nothing depends on the order of arrival. */
export interface Results {
  /** Keeps a batch: all of it or nothing. */
  write(batch: readonly Entry[]): Promise<void>;
  /** Status of every file that is kept, by its digest. */
  known(): Promise<ReadonlyMap<string, FileRow['status']>>;
  /** What was found in a file that is kept. */
  findingsOf(sha256: string): Promise<readonly KeptFinding[]>;
  /** Accepted workbooks, all or those of one organization, ordered by organization, date and version. */
  assessments(key?: string): AsyncIterable<StoredAssessment>;
  /** The newest workbook of each organization, in any order. */
  newest(): AsyncIterable<Newest>;
  /** Every organization that has an accepted workbook, in every spelling, by name and unit. */
  names(): Promise<readonly NamedOrganization[]>;
  /** Lets go of whatever keeps them. */
  close(): Promise<void>;
}

/** A kept finding with its sentence. */
export function keptInWords(kept: KeptFinding, messages: Messages): Diagnostic {
  return 'message' in kept ? kept : inWords(kept, messages);
}
