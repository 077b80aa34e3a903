/** What the language for tests says of findings. */
import { messages as english } from '../en/messages.js';
import type { Messages } from '../message.js';
import { pseudo } from './pseudo.js';

/** Facts stay as they are; the sentences around them don't. */
export const messages = Object.fromEntries(
  Object.entries(english as Messages).map(([code, { shown, message, ...texts }]) => [
    code,
    { ...(shown ? { shown } : {}), message: pseudo(message), ...pseudo(texts) },
  ]),
) as unknown as Messages; // the same codes
