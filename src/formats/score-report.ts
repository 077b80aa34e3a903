/** What `aismm score --json` prints for one file: score, identity and findings in one value. */
import type { Assessment } from '../assessment/assessment.js';
import type { Finding } from '../diagnostic/finding.js';
import type { Edition } from '../edition/edition.js';
import { inWords, type Diagnostic, type Messages } from '../locale/message.js';
import { reviewOf, type Review } from '../scoring/review.js';
import { readScore, type Score } from '../scoring/score.js';
import type { ReadWorkbook } from '../workbook/read.js';

/** Raised when a field of the report changes its meaning or goes. */
export const SCORE_SCHEMA_VERSION = 1 as const;

/** Which file a report is about. */
export interface FileIdentity {
  readonly file: string;
  /** Hexadecimal digest of the file's bytes. */
  readonly sha256: string;
}

/** What was read of one file, with its score. A file that is not one of ours has findings and no score. */
export type Scored = FileIdentity &
  Partial<
    Pick<Assessment, 'model' | 'organization' | 'selection' | 'conditions'> & {
      readonly edition: Edition;
      readonly review: Review;
    } & Score
  > & {
    readonly findings: readonly Finding[];
  };

/** The same with its findings in words. */
export type ScoreReport = { readonly schemaVersion: typeof SCORE_SCHEMA_VERSION } & Omit<Scored, 'findings'> & {
    readonly diagnostics: readonly Diagnostic[];
  };

/** Scores what was read; without `read` there is no score. */
export function scored(identity: FileIdentity, read: ReadWorkbook | undefined, findings: readonly Finding[]): Scored {
  if (!read) return { ...identity, findings };
  const { edition, assessment, issued } = read;
  const { model, selection, conditions } = assessment;
  const { name, unit } = assessment.organization;
  // Spaces around a name are nobody's meaning; the answers keep them, as they were typed.
  const organization = { ...assessment.organization, name: name.trim(), unit: unit.trim() };
  const score = readScore(issued.scoring.figures(assessment), selection);
  const review = reviewOf(assessment, score);
  return {
    ...identity,
    model,
    organization,
    selection,
    ...(conditions ? { conditions } : {}),
    edition,
    ...score,
    ...(review ? { review } : {}),
    findings,
  };
}

/** A report in the words of a language. */
export function scoreReport({ findings, ...rest }: Scored, messages: Messages): ScoreReport {
  return {
    schemaVersion: SCORE_SCHEMA_VERSION,
    ...rest,
    diagnostics: findings.map((finding) => inWords(finding, messages)),
  };
}
