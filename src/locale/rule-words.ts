/** What languages say of the rules; apart from the other words, since whoever only reads workbooks needs none of it. */
import { rules as english } from './en/rules.js';
import { rules as accented } from './en-XA/rules.js';
import type { RuleWords } from './rules-in-words.js';

/** What languages say themselves; the rest is said in English. A new one is a line here. */
const OWN: Readonly<Record<string, Partial<RuleWords>>> = { 'en-XA': accented };
const ALL = new Map(Object.entries(OWN).map(([id, own]): [string, RuleWords] => [id, { ...english, ...own }]));

/** What a language says of the rules, by its id; English for one that says nothing of them. */
export function ruleWordsIn(language: string): RuleWords {
  return ALL.get(language) ?? english;
}
