/** The shapes of what commands print as JSON besides scores and models. A test holds each to the type that makes it. */
import { z } from 'zod';
import { SUCCESSIONS } from '../model/schema.js';
import { CATEGORY_FIGURES, GROUP_FIGURES, REASONS } from '../scoring/comparison.js';
import { STATES } from '../scoring/rules.js';
import { diagnosticSchema } from './diagnostic-schema.js';

const count = z.int().min(0);
const day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/).describe('A day such as 2026-11-30, or "" if there is none.'); // prettier-ignore
const schemaVersion = z.literal(1);
const edition = z
  .strictObject({ id: z.string().min(1), version: z.string().min(1) })
  .describe('One edition of a model.');
const ids = z.array(z.string().min(1));

/** What is printed by `aismm check --json`. */
export const checkSchema = z
  .strictObject({ schemaVersion, diagnostics: z.array(diagnosticSchema) })
  .describe('All errors, warnings and notes of the files, in the order of the files.');

/** What is printed by `aismm organizations --json`. */
export const organizationsSchema = z
  .strictObject({
    schemaVersion,
    organizations: z.array(
      z.strictObject({
        name: z.string(),
        unit: z.string(),
        newest: day.describe('Latest assessment date, or "" if no assessment has a date.'),
        assessments: count,
        rejected: count.describe('Number of stored workbooks that were not accepted.'),
        path: z.string().min(1).optional().describe('Path of a workbook without an organization name.'),
      }),
    ),
  })
  .describe('Every organization with stored data.');

/** What is printed by `aismm feedback --format json`. */
export const feedbackSchema = z
  .strictObject({
    schemaVersion,
    remarks: count,
    editions: z.array(
      z.strictObject({
        model: z.string().min(1).describe('Edition of the model, such as "aismm 1.1".'),
        remarks: count,
        objectives: z.array(
          z.strictObject({
            objective: z.string().describe('Id of the objective, or "" for the whole model.'),
            title: z.string(),
            kinds: z.array(
              z.strictObject({
                kind: z.string(),
                remarks: z.array(
                  z.strictObject({
                    comment: z.string(),
                    asOf: day,
                    assessment: z.string().min(1).describe('First digits of the workbook digest.'),
                    workbooks: z.int().min(1).describe('Number of workbooks with the same remark.'),
                  }),
                ),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .describe('Remarks on the model, without names of organizations.');

const effect = z.enum(['breaking', 'safe']).describe('Whether a person must review an old answer.');
const reach = z
  .strictObject({
    direction: z.enum(['at-least', 'at-most']),
    threshold: z.number(),
    unit: z.enum(['percent', 'count', 'days', 'hours', 'minutes']),
    decides: z.boolean(),
  })
  .nullable();
const step = { effect, from: z.string().min(1), to: z.string().min(1) };

/** What is printed by `aismm model diff --json`. */
export const modelDiffSchema = z
  .strictObject({
    schemaVersion,
    from: edition,
    to: edition,
    declared: z.boolean().describe('False if there is no changes.yaml, so that only ids and texts were compared.'),
    counts: z.strictObject({
      ...{ before: count, now: count, kept: count, hold: count, again: count, dropped: count, added: count },
    }),
    changes: z.array(
      z.union([
        z.strictObject({ is: z.literal('added'), effect, to: z.string().min(1) }),
        z.strictObject({
          is: z.enum(['dropped', 'reworded', 'moved', 'split', 'merged']),
          effect,
          from: z.string().min(1),
          to: ids,
          why: z.array(z.string()),
        }),
        z.strictObject({ is: z.literal('level'), before: z.number(), now: z.number(), ...step }),
        z.strictObject({ is: z.literal('threshold'), before: reach, now: reach, ...step }),
        z.strictObject({ is: z.enum(['deployments', 'conditions', 'mappings']), added: ids, removed: ids, ...step }),
      ]),
    ),
  })
  .describe('The changes between two editions of a model.');

const migrationCounts = z.strictObject({ answers: count, kept: count, review: count, dropped: count });
const move = z.strictObject({
  of: z.enum(['program', 'domain', 'category']),
  id: z.string().describe('Code of the domain or category, or "" for the program.'),
  figure: z.enum([...new Set([...GROUP_FIGURES, ...CATEGORY_FIGURES])]),
  before: z.number().nullable(),
  now: z.number().nullable(),
  by: z.number().nullable(),
});
const side = z.strictObject({ model: edition, asOf: day, asked: count });

/** What is printed by `aismm compare --json`. */
export const comparisonSchema = z
  .strictObject({
    schemaVersion,
    before: side,
    now: side,
    partsDiffer: z.boolean().describe('True if the workbooks contain different parts of the model.'),
    figures: z.array(move),
    objectives: z.array(
      z.strictObject({
        before: z.string().nullable(),
        now: z.string().nullable(),
        from: z.enum(STATES).nullable(),
        to: z.enum(STATES).nullable(),
        why: z.array(z.enum(REASONS)),
      }),
    ),
    edition: z
      .strictObject({ from: edition, to: edition, counts: migrationCounts, figures: z.array(move) })
      .optional()
      .describe('The effect of the newer edition alone, if the editions differ.'),
  })
  .describe('Every number and objective that differs between two assessments, with reasons.');

/** What is printed by `aismm migrate --json`. */
export const migrationSchema = z
  .strictObject({
    schemaVersion,
    from: edition,
    to: edition,
    counts: migrationCounts,
    answers: z.array(
      z.strictObject({
        id: z.string().min(1).describe('The objective of the older edition.'),
        outcome: z.enum(['kept', 'review', 'dropped']),
        change: z.enum(SUCCESSIONS),
        to: ids,
        given: z.record(z.string(), z.unknown()).describe('The old answer, as in the answers file.'),
        comments: z.record(z.string(), z.string()),
        why: z.array(z.string()),
      }),
    ),
    left: z.array(z.strictObject({ path: z.string().min(1), value: z.unknown() })),
  })
  .describe('The result of the migration for each answer to the older edition.');
