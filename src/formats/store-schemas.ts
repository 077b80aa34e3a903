/** The shapes of what commands print as JSON about stores and lists of organizations. A test holds each to the type that makes it. */
import { z } from 'zod';
import { REASONS } from '../scoring/comparison.js';
import { GROUPINGS } from '../scoring/portfolio.js';
import { STATES } from '../scoring/rules.js';
import { diagnosticSchema } from './diagnostic-schema.js';
import { scoreReportSchema } from './score-schema.js';

const count = z.int().min(0);
const id = z.string().min(1);
const schemaVersion = z.literal(1);
const share = z.number().min(0).max(1).nullable();
const figure = z.number().nullable();
const day = z.string().describe('A day such as 2026-11-30, or "" if there is none.');
const digest = z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the file.'); // prettier-ignore
const fewer = 'null if there are too few organizations, or no value.';

const distribution = z.strictObject({
  ...{ n: count, mean: figure, min: figure, q1: figure, median: figure, q3: figure, max: figure },
});
const levels = distribution.extend({
  levels: z.record(z.string(), count).describe('Number of organizations at each level.'),
});
const editionCount = z.strictObject({ model: id, version: id, n: count });
const some = { counted: count, answers: count.nullable(), kept: count.nullable(), share };
const moves = { up: count.nullable(), same: count.nullable(), down: count.nullable() };

/** What is printed by `aismm portfolio --json`. */
export const portfolioSchema = z
  .strictObject({
    schemaVersion,
    n: count.describe('Number of organizations, each with its newest assessment.'),
    program: levels,
    completeness: distribution,
    minComplete: z
      .number()
      .min(0)
      .max(1)
      .describe('Minimum share of answered objectives for an organization to be included.'),
    incomplete: count.describe('Number of organizations that are excluded because they have too few answers.'),
    domains: z.array(levels.extend({ id })),
    categories: z.array(levels.extend({ id })),
    least: count.optional().describe('Results for fewer organizations are not shown.'),
    weakest: z.array(id).describe('Categories by mean maturity, lowest first.'),
    unmet: z
      .array(z.strictObject({ objective: id, n: count, applicable: count, share: z.number().min(0).max(1) }))
      .describe('Objectives that are most often not met.'),
    groups: z.array(
      z.strictObject({
        ...{ by: z.enum(GROUPINGS), key: z.string(), n: count },
        program: distribution.nullable().describe('null if there are too few organizations.'),
      }),
    ),
    model: z.strictObject({ id, version: id }),
    leftOut: z.array(editionCount).describe('Organizations that are excluded because of their edition.'),
    ahead: count.describe('Assessments that are excluded because of a date more than one year in the future.'),
    pooled: z.array(editionCount).optional().describe('With --pool: the combined editions.'),
    translated: z
      .strictObject({
        ...{ n: count, ...some },
        editions: z.array(editionCount.extend({ ...some, objectives: count, holding: count })),
      })
      .optional()
      .describe('With --as: the answers of older editions that are still valid.'),
    evidence: distribution.optional().describe('Share of met objectives with evidence.'),
    change: z
      .strictObject({
        ...{ n: count, program: distribution, ...moves },
        categories: z.array(z.strictObject({ id, n: count, mean: figure, ...moves })),
      })
      .optional()
      .describe('Change compared with about one year earlier.'),
  })
  .describe('Combined results of all organizations in a store.');

/** What is printed by `aismm show --json`. */
export const historySchema = z
  .strictObject({
    schemaVersion,
    organization: z.string(),
    unit: z.string(),
    history: z
      .array(
        z.strictObject({
          ...{ asOf: day, maturity: figure, completeness: share, path: id, sha256: digest },
          superseded: z.boolean().describe('True if a newer workbook of the same date exists.'),
          model: z.strictObject({ id, version: id }),
          part: z
            .strictObject({ objectives: count, of: count })
            .optional()
            .describe(
              'Objectives of the workbook and of the whole model, if the workbook contains a part of the model.',
            ),
          change: z
            .strictObject({
              asked: z
                .strictObject({ before: count, now: count })
                .optional()
                .describe('Numbers of objectives, if the two workbooks contain different parts of the model.'),
              maturity: figure,
              categories: z.array(z.strictObject({ id, by: z.number() })),
              objectives: z.array(
                z.strictObject({ id, from: z.enum(STATES), to: z.enum(STATES), why: z.array(z.enum(REASONS)) }),
              ),
            })
            .optional()
            .describe('Change compared with the previous assessment.'),
          carried: z
            .strictObject({ answers: count, kept: count, share, maturity: figure, completeness: share })
            .optional()
            .describe('Answers of the previous assessment that are still valid in a newer edition.'),
          diagnostics: z.array(diagnosticSchema),
        }),
      )
      .describe('Assessments, oldest first.'),
    percentile: figure.describe(fewer),
    peers: z.array(
      z.strictObject({
        by: z.enum(['all', 'industry', 'size', 'region']),
        key: z.string(),
        n: count,
        percentile: figure.describe(fewer),
      }),
    ),
    leftOut: z.array(editionCount).describe('Other organizations that were assessed with a different edition.'),
    incomplete: count.describe('Number of other organizations with too few answers.'),
  })
  .describe('The history of one organization, and its rank among the other organizations.');

const mailedBy = z
  .string()
  .optional()
  .describe('Sender address of the e-mail message that the workbook was attached to. Sender addresses can be forged.');

/** One line that `aismm ingest` prints without a store. */
export const recordSchema = scoreReportSchema
  .partial({ diagnostics: true })
  .extend({ status: z.enum(['accepted', 'rejected', 'blank', 'duplicate', 'unchanged']), mailedBy })
  .describe(
    'One file, with its status and the fields of `score --json`. For a duplicate, only the file and its digest are included, because the file was not read again.',
  );

/** What is written by `aismm ingest --rejects FILE.json`. */
export const rejectsSchema = z
  .strictObject({
    schemaVersion,
    diagnostics: z.array(
      diagnosticSchema.extend({
        ...{ organization: z.string().optional(), unit: z.string().optional() },
        ...{ assessor: z.string().optional(), contact: z.string().optional(), mailedBy },
      }),
    ),
  })
  .describe('All findings for rejected workbooks, with the people to contact.');

/** What is printed by `aismm status --json`. */
export const statusSchema = z
  .strictObject({
    schemaVersion,
    date: day,
    counts: z.strictObject({
      ...{ rows: count, complete: count, partial: count, blank: count, rejected: count, missing: count, parts: count },
      ...{ late: count, strangers: count, earlier: count },
    }),
    rows: z
      .array(
        z.strictObject({
          line: z.int().min(1).describe('Line of the row in the list.'),
          ...{ organization: z.string(), unit: z.string(), contact: z.string(), due: day },
          state: z.enum(['rejected', 'missing', 'parts', 'blank', 'partial', 'complete']),
          isLate: z.boolean(),
          answered: share.describe(
            'Share of applicable objectives that are answered. null if no workbook was accepted.',
          ),
          open: count.nullable().describe('Number of objectives without an answer.'),
          maturity: z.number().nullable().describe('Maturity of the accepted workbook.'),
          floor: z.int().nullable().describe('Lowest level of the accepted workbook.'),
          file: z.string().describe('The file that aismm used, or "" if there is none.'),
          files: count.describe('Number of returned files for this row.'),
          parts: count.describe('Number of these files that are only parts of the workbook.'),
          matchedBy: z.enum(['token', 'name', 'file']).nullable(),
          reasons: z.array(diagnosticSchema).describe('Why the workbook was rejected.'),
        }),
      )
      .describe('Rows of the list, with the most urgent rows first.'),
    strangers: z
      .array(
        z.strictObject({
          ...{ file: z.string(), organization: z.string(), unit: z.string(), contact: z.string() },
          status: z.enum(['accepted', 'rejected', 'blank']),
        }),
      )
      .describe('Files that do not belong to any row.'),
  })
  .describe('The status of each row of a list of organizations.');

/** What is printed by `aismm status --queue --json`. */
export const queueSchema = z
  .strictObject({
    schemaVersion,
    done: count.describe('Number of files that were read since files were added to an empty queue.'),
    left: count.describe('Number of files that are not done: waiting and reading.'),
    waiting: count,
    retrying: count.describe('Number of waiting files that were tried before.'),
    reading: count.describe('Number of files that programs are currently reading.'),
    failed: count.describe('Number of failed files, which are not tried again.'),
    programs: count.describe('Number of programs that are currently reading files.'),
    counts: z.strictObject({ accepted: count, rejected: count, blank: count, duplicate: count, unchanged: count }),
    rate: z.number().nullable().describe('Files per second during the last minute. null if no file was read.'),
    secondsLeft: z
      .number()
      .nullable()
      .describe('Seconds until all files are done at the current rate. null if unknown.'),
    failures: z
      .array(z.strictObject({ file: z.string(), failedAt: z.iso.datetime(), diagnostics: z.array(diagnosticSchema) }))
      .describe('The failed files with the reasons, most recent first.'),
  })
  .describe('The progress of a queue and the failed files.');
