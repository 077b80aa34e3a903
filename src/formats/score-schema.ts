/** The shape of what `aismm score --json` prints, for programs that read it. A test holds it to the types that make it. */
import { z } from 'zod';
import { diagnosticSchema } from './diagnostic-schema.js';
import type { Organization } from '../assessment/assessment.js';
import { FIELDS, REVIEW_CODES, type Field } from '../assessment/fields.js';
import { SPLITS } from '../edition/edition.js';
import { SCORE_SCHEMA_VERSION } from './score-report.js';
import { STATES } from '../scoring/rules.js';

const id = z.string().min(1);
const level = z.int().min(1).max(5).nullable();
const share = z.number().min(0).max(1).nullable();
const maturity = z.number().min(1).max(5).nullable();
const count = z.int().min(0);

/** Programs that compare it with an answer have to know that the words differ. */
const state = z
  .enum(STATES)
  .describe(
    'The state of the objective, which can differ from its answer. The state of the answer "not-met" is "unmet". The state of "not-applicable" with a reason is "excluded". Without an answer, the measured value determines the state.',
  );

const groupSchema = z.strictObject({
  maturity,
  floor: level,
  completeness: share,
  evidencedMaturity: maturity,
  plannedMaturity: maturity,
  evidencedShare: share,
  /** Only where an assessor reviewed the answers. */
  reviewedMaturity: maturity.optional(),
  undisputedMaturity: maturity.optional(),
  belowTarget: count,
  applicable: count,
});

const categorySchema = z.strictObject({
  id,
  level,
  progress: share,
  maturity,
  potential: level,
  evidencedLevel: level,
  plannedLevel: level,
  /** Only where an assessor reviewed the answers. */
  reviewedLevel: level.optional(),
  undisputedLevel: level.optional(),
  completeness: share,
  target: level,
  gap: z.int().min(0).max(4).nullable(),
  weight: z.number().positive(),
  applicable: count,
});

/** The results of the program, its domains, categories and deployment types. */
export const resultsShape = {
  program: groupSchema,
  domains: z.array(groupSchema.extend({ id })),
  categories: z.array(categorySchema),
  deployments: z.array(z.strictObject({ id, program: groupSchema, categories: z.array(categorySchema) })),
};

const scoreSchema = z.strictObject({
  ...resultsShape,
  objectives: z.array(z.strictObject({ id, state, excludedBy: z.literal('condition').optional() })),
  roadmap: z.array(id),
});

/** Fields of the first layout are always there. */
const organizationShape = Object.fromEntries(
  Object.entries<Field>(FIELDS.organization).map(([name, { since }]) => [
    name,
    since === undefined ? z.string() : z.string().optional(),
  ]),
) as {
  [F in keyof Organization]-?: undefined extends Organization[F] ? z.ZodOptional<z.ZodString> : z.ZodString;
}; // one entry for each of its fields

/** The organization of an assessment. */
export const organizationSchema = z.strictObject(organizationShape);

const partSchema = z.strictObject({
  categories: z.array(id),
  deployments: z.array(id),
  quick: z.literal(true).optional(),
  /** Where it is not all objectives of those categories. */
  objectives: z.array(id).optional(),
});

/** One file's report. A file that is not one of ours has diagnostics and no score. */
export const scoreReportSchema = scoreSchema
  .extend({
    model: z.strictObject({ id, version: z.string() }),
    organization: organizationSchema,
    selection: z.array(id),
    /** Whether each condition holds; absent counts as true. */
    conditions: z.record(z.string(), z.boolean()),
    /** What an assessor said of the answers, where one did. */
    review: z.strictObject({
      agreed: count,
      notAgreed: count,
      questions: count,
      reviewed: count,
      answered: count,
      agreedShare: z.number().min(0).max(1),
      differences: z.array(
        z.strictObject({ id, review: z.enum(REVIEW_CODES).exclude(['agreed']), remark: z.string() }),
      ),
    }),
    /** What the workbook was issued as. */
    edition: z.strictObject({
      model: id,
      version: z.string(),
      language: id,
      layout: z.int().min(1),
      part: partSchema,
      /** Whose part of a workbook it is, and what the whole asks. */
      handOver: z.strictObject({ to: z.string(), by: z.enum(SPLITS), of: partSchema }).optional(),
      /** Rows of the sheet Conflicts. */
      conflicts: count.optional(),
      /** Has columns for an assessor. */
      review: z.literal(true).optional(),
      companion: z.string().optional(),
      tool: z.string(),
    }),
  })
  .partial()
  .extend({
    schemaVersion: z.literal(SCORE_SCHEMA_VERSION),
    file: z.string(),
    /** Empty where the file could not be read. */
    sha256: z.string().regex(/^([0-9a-f]{64})?$/),
    diagnostics: z.array(diagnosticSchema),
  });
