/** The shape of the model's YAML files. */
import { z } from 'zod';
import type { ShapeForm } from '../diagnostic/catalogue.js';

/** A text. Two spaces in a row can't be told from one in a cell, and formulas compare options with what was typed there. */
const text = z
  .string()
  .trim()
  .overwrite((typed) => typed.replace(/ {2,}/g, ' '));
const line = text.min(1);
const code = z.string().regex(/^[A-Z]{2,4}$/, 'category-code' satisfies ShapeForm);
/** Level 1 asks for nothing, so that a model needs a second one. Figures and columns are made for five at most. */
const LEVELS = { least: 2, most: 5 } as const;
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'slug' satisfies ShapeForm);

export const kpiSchema = z.strictObject({
  measure: line,
  numerator: line.optional(),
  denominator: line.optional(),
  unit: z.enum(['percent', 'count', 'days', 'hours', 'minutes']),
  direction: z.enum(['at-least', 'at-most']),
  threshold: z.number().min(0),
  window: z.string().regex(/^(now|P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?)$/, 'window' satisfies ShapeForm),
  source: line,
  /** False where the figure looks like success though nothing may have happened: it then decides nothing by itself. */
  decides: z.boolean().optional(),
});

/** A title has three lines in its column. */
const LONGEST_TITLE = 42;

export const objectiveFileSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,4}-([2-5][A-Z]|\d{2}(\.\d{1,2})?)$/, 'objective-id' satisfies ShapeForm),
  title: line.max(LONGEST_TITLE).optional(),
  text: line,
  rationale: line,
  deployments: z.array(slug).min(1),
  /** Ids of the conditions on which it depends: answered No, it does not apply. */
  needs: z.array(slug).min(1).optional(),
  /** True if it is asked in the quick scan. */
  quick: z.boolean().optional(),
  /** Hours that an assessment of it takes. */
  effort: z.number().positive().optional(),
  mode: z.enum(['manual', 'automated', 'either']),
  kpi: kpiSchema.nullable(),
  partly: line,
  evidence: z.array(line).min(2).max(4),
  mappings: z.record(slug, z.array(line).min(1)),
});

const levelFileSchema = z.strictObject({
  n: z.int().min(1).max(5),
  description: line,
  nextSteps: z.array(line).min(1).max(4).optional(),
  objectives: z.array(objectiveFileSchema).min(1).max(26).optional(),
});

export const categoryFileSchema = z.strictObject({
  id: code,
  name: line,
  scope: line,
  includes: z.array(line).min(1),
  excludes: z.array(z.strictObject({ topic: line, see: code })).min(1),
  levels: z.array(levelFileSchema).min(LEVELS.least).max(LEVELS.most),
});

const named = z.strictObject({ id: slug, name: line });

const handbookSectionSchema = z.strictObject({
  id: slug,
  title: line,
  text: z.array(line).default([]),
  points: z.array(line).default([]),
  table: z.strictObject({ heading: z.array(line).min(2), rows: z.array(z.array(line)).min(1) }).optional(),
});

export const modelFileSchema = z.strictObject({
  id: slug,
  version: z.string().regex(/^\d+\.\d+$/, 'version' satisfies ShapeForm),
  title: line,
  released: z.iso.date(),
  /** Whose model it is, and the color of its headings, as RRGGBB: on the first sheet, in the companion and in reports. */
  brand: z
    .strictObject({
      name: line,
      color: line.nullish(),
      /** A PNG file below the folder of the model, and what people are told who can't see it. */
      logo: z.strictObject({ file: line, alt: line }).optional(),
    })
    .optional(),
  purpose: z.array(line).min(1),
  notice: z.array(line).min(1),
  acknowledgments: z.array(line).min(1),
  guidance: z.array(line).min(1),
  /** How to run an assessment, section by section; only the companion document prints it. */
  handbook: z.array(handbookSectionSchema).default([]),
  /** How to tell the editors of the model what is wrong with it. */
  feedback: z.array(line).default([]),
  /** Where more is said about each objective; stands above the answers in the workbook. */
  readMore: z.string().trim().default(''),
  levels: z
    .array(z.strictObject({ n: z.int(), id: slug, name: line, summary: line, example: line }))
    .min(LEVELS.least)
    .max(LEVELS.most),
  deployments: z.array(named.extend({ summary: line, example: line })).min(1),
  /** What an organization says of itself before it is asked about objectives, Yes or No. */
  conditions: z.array(z.strictObject({ id: slug, question: line })).optional(),
  answers: z
    .array(z.strictObject({ name: line, id: z.enum(['met', 'partly', 'not-met', 'not-applicable']), summary: line }))
    .length(4),
  domains: z.array(named.extend({ summary: line, categories: z.array(code).min(1) })).min(1),
  frameworks: z
    .array(z.strictObject({ id: slug, edition: line, file: line, olderEditions: z.array(line).optional() }))
    .min(1),
  profile: z.strictObject({
    industries: z.array(named).min(1),
    sizes: z.array(z.strictObject({ id: line, name: line })).min(1),
    regions: z.array(named).min(1),
  }),
  glossary: z.array(z.strictObject({ term: line, definition: line })),
  changes: z.array(z.strictObject({ version: line, date: z.iso.date(), component: line, description: line })).min(1),
});

export const frameworkFileSchema = z.strictObject({
  id: slug,
  edition: line,
  name: line,
  publisher: line,
  /** A shorter name that readers know, for places with little room. */
  short: line.optional(),
  groups: z.array(z.strictObject({ id: line, name: line })).optional(),
  controls: z.array(z.strictObject({ id: line, title: line, group: line.optional() })).min(1),
});

export const crosswalkFileSchema = z.strictObject({
  framework: slug,
  from: line,
  to: line,
  pairs: z.array(
    z.strictObject({
      from: line.nullable(),
      to: line.nullable(),
      status: line,
      change: line.nullable(),
      reviewNeeded: z.boolean(),
    }),
  ),
});

/** What may have become of an objective in the next edition. */
export const SUCCESSIONS = ['kept', 'reworded', 'moved', 'split', 'merged', 'dropped'] as const;

/** `changes.yaml`: what became of each objective of the edition before. */
export const successionFileSchema = z.strictObject({
  from: line,
  to: line,
  objectives: z
    .array(
      z.strictObject({
        id: line,
        change: z.enum(SUCCESSIONS),
        /** Where its subject stands now. */
        to: z.array(line),
        /** True where an answer to it is one to what it became. */
        holds: z.boolean(),
        why: line,
      }),
    )
    .min(1),
});

/** Texts of the model in another language; a target that is blank is still to be written. */
export const localeFileSchema = z.strictObject({
  units: z
    .array(
      z.strictObject({
        address: line,
        source: line,
        target: text.nullish(),
      }),
    )
    .default([]),
});

export type Kpi = Readonly<z.infer<typeof kpiSchema>>;
export type ObjectiveFile = z.infer<typeof objectiveFileSchema>;
export type CategoryFile = z.infer<typeof categoryFileSchema>;
export type ModelFile = z.infer<typeof modelFileSchema>;
export type Framework = z.infer<typeof frameworkFileSchema>;
export type LocaleFile = z.infer<typeof localeFileSchema>;
export type Succession = z.infer<typeof successionFileSchema>;
export type Crosswalk = z.infer<typeof crosswalkFileSchema>;
