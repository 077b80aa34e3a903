/** What the language for tests says of the rules. */
import { rules as english } from '../en/rules.js';
import type { RuleWords } from '../rules-in-words.js';
import { pseudo } from './pseudo.js';

export const rules: RuleWords = {
  sheet: pseudo(english.sheet),
  headings: pseudo(english.headings),
  byDeployment: pseudo(english.byDeployment),
  throughLens: pseudo(english.throughLens),
  phrases: (model) => pseudo(english.phrases(model)),
};
