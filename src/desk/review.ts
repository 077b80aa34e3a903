/** An answered workbook once more, with the columns in which an assessor says what they think of each answer. */
import { LAYOUT } from '../edition/edition.js';
import type { Shelf } from '../layout/shelf.js';
import { planWorkbook } from '../workbook/plan.js';
import type { ReadWorkbook } from '../workbook/read.js';
import { writeXlsx } from '../xlsx/write.js';

/** What of a reading is written again. */
export type Reviewable = Pick<ReadWorkbook, 'edition' | 'assessment' | 'addressed'>;

/**
 * The bytes of the workbook for a review: everything that was answered, with its token. Whatever layout the answers came in, it has
 * today's. `tool`: this program. undefined where the shelf no longer has the edition.
 */
export async function forReview(
  { edition, assessment, addressed }: Reviewable,
  shelf: Shelf,
  tool: string,
): Promise<Uint8Array | undefined> {
  const issued = shelf.issued({ ...edition, layout: LAYOUT, review: true, tool });
  return issued && writeXlsx(planWorkbook(issued, { assessment, addressed }));
}
