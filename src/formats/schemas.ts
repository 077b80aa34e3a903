/** The shapes of our JSON as JSON Schemas, made from the zod schemas. A new one is one entry here. */
import { z } from 'zod';
import { answersSchema } from '../assessment/answers-file.js';
import {
  checkSchema,
  comparisonSchema,
  feedbackSchema,
  migrationSchema,
  modelDiffSchema,
  organizationsSchema,
} from './command-schemas.js';
import { contradictionsSchema, mergeSchema, reportSchema, sampleSchema, splitSchema } from './assessment-schemas.js';
import { manifestSchema } from './manifest.js';
import {
  historySchema,
  portfolioSchema,
  queueSchema,
  recordSchema,
  rejectsSchema,
  statusSchema,
} from './store-schemas.js';
import { modelDescriptionSchema } from './model-schema.js';
import type { Model } from '../model/model.js';
import { scoreReportSchema } from './score-schema.js';

const entries = {
  answers: { title: 'ANSWERS.json: what `aismm answers` prints and `aismm fill` reads', of: answersSchema },
  score: { title: 'One file of `aismm score --json`', of: () => scoreReportSchema },
  model: { title: 'What `aismm model show --json` prints', of: () => modelDescriptionSchema },
  check: { title: 'What `aismm check --json` prints', of: () => checkSchema },
  comparison: { title: 'What `aismm compare --json` prints', of: () => comparisonSchema },
  migration: { title: 'The report that `aismm migrate --json` prints', of: () => migrationSchema },
  'model-diff': { title: 'What `aismm model diff --json` prints', of: () => modelDiffSchema },
  organizations: { title: 'What `aismm organizations --json` prints', of: () => organizationsSchema },
  feedback: { title: 'What `aismm feedback --format json` prints', of: () => feedbackSchema },
  portfolio: { title: 'What `aismm portfolio --json` prints', of: () => portfolioSchema },
  history: { title: 'What `aismm show --json` prints', of: () => historySchema },
  record: { title: 'One line that `aismm ingest` prints without a store', of: () => recordSchema },
  rejects: { title: 'What `aismm ingest --rejects FILE.json` writes', of: () => rejectsSchema },
  status: { title: 'What `aismm status --json` prints', of: () => statusSchema },
  queue: { title: 'What `aismm status --queue --json` prints', of: () => queueSchema },
  manifest: { title: 'The manifest.json file that `aismm issue` writes', of: () => manifestSchema },
  report: { title: 'What `aismm report --format json` prints', of: () => reportSchema },
  sample: { title: 'What `aismm sample --json` prints', of: () => sampleSchema },
  contradictions: { title: 'What `aismm contradictions --json` prints', of: () => contradictionsSchema },
  split: { title: 'What `aismm split --json` prints', of: () => splitSchema },
  merge: { title: 'What `aismm merge --json` prints', of: () => mergeSchema },
} satisfies Record<string, { title: string; of: (model: Model) => z.ZodType }>;

/** Name of a shape, as in `aismm-workbook/schemas/<name>.json`. */
export type SchemaName = keyof typeof entries;

/** All shapes there are schemas of. */
export const SCHEMA_NAMES = Object.keys(entries) as readonly SchemaName[];

/** Where a schema is named from. Nothing is fetched from there: the schemas come with the package. */
const AT = 'urn:aismm-workbook:schemas:';

/** A JSON Schema (draft 2020-12) as plain data. The ids of options, such as industries, are those of `model`. */
export function jsonSchema(name: SchemaName, model: Model): Record<string, unknown> {
  const { title, of } = entries[name];
  const { $schema, description, ...shape } = z.toJSONSchema(of(model), { io: 'input' });
  return { $schema, $id: `${AT}${name}`, title, description: description ?? `${title}.`, ...shape };
}
