/**
 * A language for tests, as CLDR names it: English with accents, 40 % longer. What stays plain on a sheet was never given to a
 * language, and what is cut off has too little room.
 */
import { en } from '../en/index.js';
import type { Language } from '../language.js';
import { pseudo } from './pseudo.js';

export const enXA: Language = {
  id: 'en-XA',
  // What people write for an option besides its label is no text that is shown.
  words: { ...pseudo(en.words), said: en.words.said, doubts: en.words.doubts },
};
