/** A model in another language, as far as its texts are translated; the others stay as they were written. */
import type { Model } from './model.js';
import { rewriteTexts } from './texts.js';

/** The model with its texts in `language`, such as `de`; the model itself where it is translated into no such language. */
export function translated(model: Model, language: string): Model {
  const targets = ownValue(model.translations ?? {}, language);
  return targets ? rewriteTexts(model, (address, text) => ownValue(targets, address) ?? text) : model;
}

/** What a record has under a name that strangers chose, and never what all objects have. */
function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
