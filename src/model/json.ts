/** A model as plain JSON, as `aismm-workbook/models/<id>-<version>.json` holds it. */
import { invariant } from '../diagnostic/finding.js';
import type { Framework, Model } from './model.js';

const SCHEMA_VERSION = 1;

/** All of a model, its translations included; frameworks by `id@edition`. */
export interface ModelJson extends Omit<Model, 'frameworks'> {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly frameworks: Readonly<Record<string, Framework>>;
}

/** A model as a value that JSON can hold. */
export function modelToJson({ frameworks, ...rest }: Model): ModelJson {
  return { schemaVersion: SCHEMA_VERSION, ...rest, frameworks: Object.fromEntries(frameworks) };
}

/**
 * The model in the JSON of `aismm-workbook/models/<id>-<version>.json`. It checks what it was given,
 * and not what stands in it.
 * @throws An `Error` if `data` is not the JSON of a model.
 */
export function modelFromJson(data: unknown): Model {
  invariant(isModelJson(data), 'modelFromJson is given what a file of aismm-workbook/models/ holds');
  const { schemaVersion: _, frameworks, ...rest } = data;
  return { ...rest, frameworks: new Map(Object.entries(frameworks)) };
}

/** True for what looks like the JSON of a model. */
export function isModelJson(data: unknown): data is ModelJson {
  const found = data as Partial<Record<keyof ModelJson, unknown>> | null | undefined; // each is looked at below
  const { schemaVersion, domains, frameworks } = found ?? {};
  // What `aismm model show --json` prints has a list of frameworks, and less of everything.
  const isRecord = typeof frameworks === 'object' && frameworks !== null && !Array.isArray(frameworks);
  return schemaVersion === SCHEMA_VERSION && Array.isArray(domains) && isRecord;
}
