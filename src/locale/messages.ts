/** The sentences of findings, by language; apart from the words, since programs that only read and score do without them. */
import { messages as english } from './en/messages.js';
import { messages as accented } from './en-XA/messages.js';
import type { Messages } from './message.js';

/** What languages say themselves; the rest is said in English. A new one is a line here. */
const OWN: Readonly<Record<string, Partial<Messages>>> = { 'en-XA': accented };
const ALL = new Map(Object.entries(OWN).map(([id, own]): [string, Messages] => [id, { ...english, ...own }]));

/** What a language says of findings, by its id. Without an id, and for a language that has no sentences, it is English. */
export function messagesIn(language = ''): Messages {
  return ALL.get(language) ?? english;
}
