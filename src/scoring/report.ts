/** What `aismm score --json` prints for one file: score, identity and diagnostics in one value. */
import type { Assessment } from '../assessment/fields.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Model } from '../model/schema.js';
import { scoreAssessment, type Score } from './score.js';

/** Raised when a field of the report changes its meaning or goes. */
export const SCORE_SCHEMA_VERSION = 1 as const;

/** Which file a report is about. */
export interface FileIdentity {
  readonly file: string;
  /** Hexadecimal digest of the file's bytes. */
  readonly sha256: string;
}

/** A file that is not one of ours has diagnostics and no score. */
export type ScoreReport = { readonly schemaVersion: typeof SCORE_SCHEMA_VERSION } & FileIdentity &
  Partial<Pick<Assessment, 'model' | 'organization' | 'selection'> & Score> & {
    readonly diagnostics: readonly Diagnostic[];
  };

/** Puts a report together; without `read` there is no score. */
export function scoreReport(
  identity: FileIdentity,
  read: { readonly model: Model; readonly assessment: Assessment } | undefined,
  diagnostics: readonly Diagnostic[],
): ScoreReport {
  const head = { schemaVersion: SCORE_SCHEMA_VERSION, ...identity };
  if (!read) return { ...head, diagnostics };
  const { model, organization, selection } = read.assessment;
  return { ...head, model, organization, selection, ...scoreAssessment(read.model, read.assessment), diagnostics };
}
