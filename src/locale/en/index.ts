/** English. */
import type { Language } from '../language.js';
import { earlier } from './earlier.js';
import { words } from './words.js';

export const en: Language = { id: 'en', words, earlier };
