/** Which model an answers file is for, before anything else is looked at: what it may hold depends on it. */
import type { ModelName } from '../model/named.js';

/** The model that an answers file names; undefined where it names none, and `parseAnswers` says what is wrong. */
export function modelNamed(json: string): ModelName | undefined {
  try {
    const file = JSON.parse(json.replace(/^\uFEFF/, '')) as {
      model?: Partial<Record<keyof ModelName, unknown>>;
    } | null;
    const { id, version } = file?.model ?? {};
    return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined;
  } catch {
    return undefined;
  }
}
