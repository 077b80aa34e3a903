/** The record of what was issued from a list: which row has which token, in which file. It holds no token whole, and no key. */
import { jsonText } from '../diagnostic/json-text.js';
import { z } from 'zod';
import type { ShapeForm } from '../diagnostic/catalogue.js';
import { find, type Parsed } from '../diagnostic/finding.js';
import { shapeFaults } from '../diagnostic/shape-problems.js';
import type { Edition } from '../edition/edition.js';

/** One workbook that was issued, or is about to be. */
export interface IssuedWorkbook {
  readonly organization: string;
  readonly unit: string;
  readonly contact?: string | undefined;
  /** The day by which it is wanted back. */
  readonly due?: string | undefined;
  /** The id of its token; without the key nobody makes the token of it. */
  readonly token: string;
  /** The name of its file in the folder. */
  readonly file: string;
  /** The digest of the file; `''` until it is written. */
  readonly sha256: string;
  /** The digest of what it is filled with, so that a changed row is seen. */
  readonly content: string;
  /** The day on which it was issued. */
  readonly date: string;
  readonly edition: Edition;
}

/** Everything that was issued into one folder. Rows that a later list leaves out stay. */
export interface Manifest {
  readonly schemaVersion: 1;
  /** The digest of the list that was issued last. */
  readonly list: string;
  readonly issued: readonly IssuedWorkbook[];
}

const ids = z.array(z.string());
const edition = z.strictObject({
  model: z.string(),
  version: z.string(),
  language: z.string(),
  layout: z.number(),
  part: z.strictObject({ categories: ids, deployments: ids, quick: z.literal(true).optional() }),
  companion: z.string().optional(),
  tool: z.string(),
});

/** The shape of the manifest. */
export const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  list: z.string(),
  issued: z.array(
    z.strictObject({
      organization: z.string(),
      unit: z.string(),
      contact: z.string().optional(),
      due: z.string().optional(),
      token: z.string().regex(/^[0-9a-f]{32}$/, 'token' satisfies ShapeForm),
      file: z.string().regex(/^[^/\\]+\.xlsx$/, 'workbook-name' satisfies ShapeForm),
      sha256: z.string(),
      content: z.string(),
      date: z.string(),
      edition,
    }),
  ),
});

/** Reads a manifest. */
export function parseManifest(json: string): Parsed<Manifest> {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { findings: [find('manifest-unusable', {})] };
  }
  const checked = manifestSchema.safeParse(raw, { reportInput: true });
  if (checked.success) return { value: checked.data as Manifest, findings: [] }; // optional parts are left out where they are blank
  const [first] = shapeFaults(checked.error.issues, manifestSchema);
  const at = first?.path.map(String).join('.') ?? '';
  return { findings: [find('manifest-unusable', {}, first && { problem: first.problem, at })] };
}

/** Writes a manifest. */
export function manifestText(manifest: Manifest): string {
  return `${jsonText(manifest, 2)}\n`;
}
