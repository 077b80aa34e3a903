/** All languages by id. A new one is a folder here and a line in this list. */
import { de } from './de/index.js';
import { en } from './en/index.js';
import { enXA } from './en-XA/index.js';
import type { Language } from './language.js';

/** The language that is used where none is asked for. */
export const USUAL_LANGUAGE = en;

export const LANGUAGES: Readonly<Record<string, Language>> = Object.fromEntries(
  [en, de, enXA].map((language) => [language.id, language]),
);
