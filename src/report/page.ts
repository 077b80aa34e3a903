/** What every part of the report's page is made from, and what several of them show. */
import type { Assessment } from '../assessment/assessment.js';
import type { ReportWords } from '../locale/en/report.js';
import type { Diagnostic } from '../locale/message.js';
import type { Model } from '../model/model.js';
import type { ObjectiveFacts, ReportFacts } from './facts.js';

/** What a page is made from. */
export interface Page {
  readonly facts: ReportFacts;
  readonly model: Model;
  readonly assessment: Assessment;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: { readonly file: string; readonly sha256: string };
  /** What holds each category, by code: `whyLevel`. */
  readonly held: ReadonlyMap<string, { readonly ids: readonly string[]; readonly level: number | undefined }>;
  readonly words: ReportWords;
}

/** The highest level. */
export const topOf = (model: Model): number => model.levels.length;

/** A due date in words, and whether it has passed. */
export function dueOf({ due, daysLate }: ObjectiveFacts, { words: w }: Page): object {
  const isLate = daysLate !== null && daysLate > 0;
  const day = w.shortDay(due);
  return { isLate, due: due === '' ? w.things.noDate : isLate ? w.things.overdue(day) : day, iso: due };
}
