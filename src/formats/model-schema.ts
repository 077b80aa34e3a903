/** The shape of what `aismm model show --json` prints, for programs that read it. A test holds it to the type of what makes it. */
import { z } from 'zod';
import { MODEL_SCHEMA_VERSION } from '../model/describe.js';
import { modelFileSchema, objectiveFileSchema } from '../model/schema.js';

const text = z.string().min(1);
/** `"2"` → what belongs to level 2. */
const byLevel = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[1-5]$/), value);
const { glossary, levels, deployments, conditions, answers, notice } = modelFileSchema.shape;

export const modelDescriptionSchema = z.strictObject({
  schemaVersion: z.literal(MODEL_SCHEMA_VERSION),
  id: text,
  version: text,
  title: text,
  notice,
  levels,
  deployments,
  conditions,
  answers,
  /** Hours of those who bring evidence. */
  efforts: z
    .array(z.strictObject({ is: z.enum(['quick', 'first', 'repeated']), objectives: z.int(), hours: z.number() }))
    .readonly()
    .optional(),
  domains: z.array(
    z.strictObject({
      id: text,
      name: text,
      summary: text,
      categories: z.array(
        z.strictObject({
          id: text,
          name: text,
          scope: text,
          includes: z.array(text),
          excludes: z.array(z.strictObject({ topic: text, see: text })),
          levels: byLevel(text),
          nextSteps: byLevel(z.array(text).readonly()),
          objectives: z.array(
            objectiveFileSchema.extend({
              level: z.int().min(2).max(5),
              mappings: z.array(z.strictObject({ framework: text, edition: text, id: text })),
            }),
          ),
        }),
      ),
    }),
  ),
  frameworks: z.array(z.strictObject({ id: text, edition: text, name: text, publisher: text })),
  glossary,
});
