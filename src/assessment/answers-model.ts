/** Which model an answers file is for, before anything else is looked at: what it may hold depends on it. */
import { parseJson } from '../diagnostic/parse-json.js';
import type { ModelName } from '../model/named.js';
import { MOST_VALUES } from './count-values.js';

/** The model that an answers file names; undefined where it names none, and `parseAnswers` says what is wrong. */
export function modelNamed(json: string): ModelName | undefined {
  const file = parseJson(json, MOST_VALUES).value?.raw as {
    model?: Partial<Record<keyof ModelName, unknown>> | null;
  } | null; // whatever is there is looked at below
  const { id, version } = file?.model ?? {};
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined;
}
