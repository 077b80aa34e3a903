/** The option `--locale`, wherever a workbook is made. */
import { LANGUAGES, USUAL_LANGUAGE, type Language } from '../building.js';

export const LOCALE_OPTION = {
  type: 'string',
  default: USUAL_LANGUAGE.id,
  choices: Object.keys(LANGUAGES),
  describe: 'Language of the workbook. “de” is incomplete. “en-XA” (English with accents) is only for tests',
} as const;

/** What the option names. */
export const languageOf = (locale: string): Language => LANGUAGES[locale] ?? USUAL_LANGUAGE;
