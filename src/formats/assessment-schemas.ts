/** The shapes of what commands print as JSON about one assessment or its parts. A test holds each to the type that makes it. */
import { z } from 'zod';
import { conflictSchema } from '../assessment/answers-file.js';
import { SPLITS } from '../edition/edition.js';
import { SAMPLE_REASONS } from '../scoring/sample.js';
import { STATES } from '../scoring/rules.js';
import { diagnosticSchema } from './diagnostic-schema.js';
import { organizationSchema, resultsShape } from './score-schema.js';

const count = z.int().min(0);
const id = z.string().min(1);
const ids = z.array(id);
const level = z.int().min(1);
const schemaVersion = z.literal(1);
const figure = z.number().nullable();
const day = z.string().describe('A day such as 2026-11-30, or "" if there is none.');
const digest = z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the file.'); // prettier-ignore
const edition = z.strictObject({ id, version: id }).describe('One edition of a model.');

/** What is printed by `aismm sample --json`. */
export const sampleSchema = z
  .strictObject({
    schemaVersion,
    seed: z.int(),
    met: count.describe('Number of objectives that count as met.'),
    objectives: z.array(
      z.strictObject({
        ...{ id, title: z.string(), level, weight: z.int().min(1) },
        reasons: z.array(z.enum(SAMPLE_REASONS)),
        owner: z.string(),
        evidence: z.string().describe('The evidence in the workbook.'),
        asked: z.array(z.string()).describe('Evidence that would be accepted.'),
      }),
    ),
  })
  .describe('Objectives that an assessor examines first.');

const question = z.strictObject({
  ...{ id, control: id, answer: z.enum(['yes', 'no', 'na']), owner: z.string(), text: z.string() },
  ...{ sheet: z.string(), cell: z.string() },
});

/** What is printed by `aismm contradictions --json`. */
export const contradictionsSchema = z
  .strictObject({
    schemaVersion,
    source: z.string().describe('Name of the AI-CAIQ file.'),
    contradictions: z.array(
      z.strictObject({
        ...{ objective: id, title: z.string(), level, state: z.enum(STATES) },
        categoryLevel: level.nullable().describe('null if no objective of the category applies.'),
        is: z
          .enum(['claimed', 'denied'])
          .describe('"claimed": the AI-CAIQ answers Yes. "denied": the AI-CAIQ answers No.'),
        questions: z.array(question),
      }),
    ),
  })
  .describe('Contradictions between an AI-CAIQ and an assessment.');

/** What is printed by `aismm split --json`. */
export const splitSchema = z
  .strictObject({
    schemaVersion,
    by: z.enum(SPLITS),
    parts: z.array(
      z.strictObject({
        file: id,
        to: z.string().describe('The person, category or domain of the part, or "" for objectives without a person.'),
        objectives: count,
        answered: count,
      }),
    ),
  })
  .describe('The parts of a workbook.');

/** What is printed by `aismm merge --json`. */
export const mergeSchema = z
  .strictObject({
    schemaVersion,
    model: edition,
    objectives: count,
    answered: count,
    files: z.array(
      z.strictObject({
        ...{ path: id, person: z.string(), part: z.string().optional(), objectives: count, answered: count },
      }),
    ),
    joined: ids.describe('Paths of the fields in which different texts were combined.'),
    decided: count,
    undecided: count,
    conflicts: z.array(conflictSchema),
  })
  .describe('The result of a merge, with all conflicts.');

const objective = z.strictObject({
  ...{ id, title: z.string(), level, category: id, state: z.enum(STATES) },
  evidenced: z.boolean().describe('True if the objective is met or partially met, with evidence.'),
  ...{ owner: z.string(), due: day, validUntil: day },
  daysLate: z.int().nullable().describe('Days since the due date. A negative number means days until the due date.'),
});
const quartiles = z.strictObject({ q1: z.number(), median: z.number(), q3: z.number() });

/** What is printed by `aismm report --format json`. */
export const reportSchema = z
  .strictObject({
    schemaVersion,
    today: day,
    model: edition,
    organization: organizationSchema,
    selection: ids,
    check: z.strictObject({
      errors: count,
      warnings: count,
      spoiling: count.describe('Errors that affect the score.'),
    }),
    ...resultsShape,
    objectives: z.array(objective),
    roadmap: ids,
    holding: z
      .strictObject({
        ...{ floor: level, categories: ids, objectives: ids, open: count, overdue: count, undated: count, last: day },
        lifted: z
          .strictObject({ floor: level, maturity: z.number() })
          .describe('Results if all these objectives were met.'),
      })
      .nullable()
      .describe('Why the weakest categories are not at a higher level.'),
    next: z.array(
      objective.extend({
        brings: z.union([
          z.strictObject({ is: z.literal('level'), level, with: z.array(count) }),
          z.strictObject({ is: z.literal('one-of'), of: count, level }),
        ]),
      }),
    ),
    nextMaturity: figure,
    plan: z
      .strictObject({
        days: z.array(day),
        maturity: z.array(figure),
        rows: z.array(
          z.strictObject({
            ...{ category: id, objectives: ids, levels: z.array(level.nullable()) },
            reached: z.boolean().nullable(),
          }),
        ),
        lastDay: day,
        waits: z.strictObject({ category: id, id, level, due: day, after: count }).nullable(),
      })
      .describe('Levels and maturity at the end of each of the next quarters, if all planned actions are completed.'),
    shoreUp: z
      .strictObject({ met: count, withoutEvidence: ids, lowered: ids, expired: ids, unanswered: ids })
      .describe('Answers that need evidence or an update.'),
    earlier: z.array(z.strictObject({ asOf: day, maturity: figure, evidencedMaturity: figure, model: id })),
    peers: z
      .strictObject({ n: count, key: z.string(), program: quartiles, domains: z.record(z.string(), quartiles) })
      .nullable(),
    coverage: z.array(
      z.strictObject({
        ...{ framework: id, edition: id, name: z.string(), controls: count, whole: count, some: count },
        reached: z.array(z.strictObject({ id, title: z.string(), group: z.string(), objectives: ids, met: count })),
      }),
    ),
    source: z.strictObject({ file: z.string(), sha256: digest }),
    diagnostics: z.array(diagnosticSchema),
  })
  .describe('All information in the report on one organization.');
