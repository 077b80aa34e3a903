/**
 * The port behind which results are kept. Whoever keeps them, the same questions get the same answers, and nothing depends on
 * the order in which workbooks arrive, on how they are put into batches, or on how often they are seen:
 *
 * - A **file** is known by the digest of its bytes. Its row is kept when it is first seen and never changes.
 * - A file has **copies**: paths at which its bytes were found, each with the time at which the file there was last written.
 *   0 is no time; of several times for one path the earliest one that is not 0 counts.
 * - The **path** of a file is the least of its paths. Its **time** is the earliest of the times of its copies that are not 0, else 0:
 *   an old workbook that is sent again is not a new one.
 * - An **assessment** is a file whose row has the status `accepted`. Rows with the same `key` are of one organization.
 * - Of two assessments of one organization and date (`as_of`) the **newer** one has the later time; of the same time, the
 *   greater digest. **Version** 1 is the newest one of its organization, date and model, 2 the next, and so on; all but
 *   version 1 are superseded, and kept: who is assessed with two models on one date has two assessments.
 * - The **newest** assessments of an organization are version 1 of each model of its latest date. No date, `''`, is before
 *   all others, and so is one that is more than a year ahead: nobody has assessed that day. Once it is nearer it counts. Of
 *   several such days of one organization, and nothing else, the newer assessment counts.
 * - A **forgotten** file is known by its digest alone. Nothing else of it is kept, not even a path at which it is found
 *   again, until it is written with a row again.
 *
 * Paths, keys, dates and names are compared by code points, as UTF-8 bytes are and texts of JavaScript are not.
 *
 * All functions may throw a `Refusal`. `test/store/contract.ts` holds every implementation to all of this.
 */
import { CATALOGUE } from '../diagnostic/catalogue.js';
import { severityOf } from '../diagnostic/finding.js';
import { inWords, type Diagnostic, type Messages } from '../locale/message.js';
import type { IngestRecord } from './record.js';
import type { FileRow, KeptFinding, KeptRow, KeptStatus, Newest, ReturnedFile, RowAssessment, Sender } from './row.js';

export type { Newest };

/** One assessment as it is kept: what `assessmentIn` reads from its row, and what depends on the others. */
export interface StoredAssessment extends RowAssessment {
  readonly path: string;
  readonly version: number;
}

/** An organization that has an accepted workbook, in one spelling. */
export interface NamedOrganization {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}

/**
 * Something to be kept: a record, or a path at which known bytes were seen again. Without a digest (`''`) there is nothing to
 * know it by, and it is not kept; without a row it is one more copy of a file that is kept already, or will be.
 */
export type Entry<R extends KeptRow = FileRow> = Pick<IngestRecord<R>, 'path' | 'sha256' | 'modified' | 'row'>;

/** What is known of a file by its digest. */
export type KnownStatus = KeptStatus | 'forgotten';

/** Everything that is kept of one organization, in numbers. */
export interface KeptOrganization extends NamedOrganization {
  /** Latest date of its assessments that is not more than a year ahead; `''` where there is none. */
  readonly newest: string;
  readonly assessments: number;
  /** Workbooks that are kept and were not accepted. */
  readonly rejected: number;
  /** Where the workbook lies whose organization has no name; `''` of all others. */
  readonly path: string;
}

/** Results of many workbooks; see above for what the words mean. */
export interface Results {
  /** Keeps a batch: all of it or nothing. Others may write at the same time; nobody sees half a batch. */
  write(batch: readonly Entry<KeptRow>[]): Promise<void>;
  /** Status of the file with a digest, if it is kept or was forgotten. */
  statusOf(sha256: string): Promise<KnownStatus | undefined>;
  /** What was found in a file, as its row has it; nothing of a file that is not kept. */
  findingsOf(sha256: string): Promise<readonly KeptFinding[]>;
  /** Whom to write to about a file, as far as it says; nothing of a file that is not kept. */
  senderOf(sha256: string): Promise<Sender>;
  /** Every file that is kept, whatever became of it, by digest. May be left early. */
  returned(): AsyncIterable<ReturnedFile>;
  /** All assessments, or those of one organization: by key, date, model, then version, 1 first. May be left early. */
  assessments(key?: string): AsyncIterable<StoredAssessment>;
  /** All assessments, by digest: an order that says nothing of names. May be left early. */
  assessmentsByDigest(): AsyncIterable<StoredAssessment>;
  /** 64 hexadecimal digits that nobody can foresee, made with the store and never changed: what pseudonyms are made by. */
  secret(): Promise<string>;
  /** The newest assessments of each organization, in any order. */
  newest(): AsyncIterable<Newest>;
  /** How many assessments that are not superseded are none of the newest because they are of a day more than a year ahead. */
  ahead(): Promise<number>;
  /** Every spelling of every organization that has an assessment, once, by name and then unit. May be left early. */
  names(): AsyncIterable<NamedOrganization>;
  /** Every organization of which anything is kept, rejected workbooks among it, by the least of its names and the least of its units; in the order of names. May be left early. */
  organizations(): AsyncIterable<KeptOrganization>;
  /**
   * Removes all that is kept of an organization, and gives the number of its files. Their digests stay, so that the same
   * files are not taken in again; where they may come back, not even those.
   */
  forget(key: string, options: { readonly mayComeBack: boolean }): Promise<number>;
  /** Lets go of whatever keeps them; nothing is asked afterwards. */
  close(): Promise<void>;
}

/** A kept finding with its sentence. */
export function keptInWords(kept: KeptFinding, messages: Messages): Diagnostic {
  return 'message' in kept ? { affects: CATALOGUE[kept.code].affects, ...kept } : inWords(kept, messages);
}

/** How serious a kept finding is: as it was told, if it was. */
export function keptSeverity(kept: KeptFinding): Diagnostic['severity'] {
  return 'severity' in kept ? kept.severity : severityOf(kept);
}
