/** The bytes of a workbook. */
import { hasReview } from '../assessment/review.js';
import { issue, type IssueOptions } from '../layout/shelf.js';
import type { Model } from '../model/model.js';
import { writeXlsx } from '../xlsx/write.js';
import { planWorkbook, type Filling } from './plan.js';

/** What goes into a workbook. One with a review has the columns for it, whatever is said of that. */
export interface WriteOptions extends IssueOptions, Filling {
  readonly model: Model;
}

/**
 * The bytes of the workbook. The same options give the same bytes.
 * @example
 * ```ts
 * const bytes = await writeWorkbook({ model: models.usual, tool: 'my tool 1.0' });
 * ```
 */
export async function writeWorkbook({ model, ...options }: WriteOptions): Promise<Uint8Array> {
  const { assessment } = options;
  const review = options.review === true || (assessment !== undefined && hasReview(assessment));
  return writeXlsx(planWorkbook(issue(model, { ...options, review }), options));
}
