/** The one way to write JSON that people may see: whatever could steer a terminal is escaped, and means the same. */
import { UNSEEN } from './unseen.js';

/** Nearly every text has none of them, and is looked through only for this. */
const MAY_BE_UNSEEN = /[^\n -~]/;

/** As `JSON.stringify`, except that characters that are not seen are `\uXXXX`. `space`: for each level, on lines of their own. */
export function jsonText(value: unknown, space?: number): string {
  const text = JSON.stringify(value, null, space);
  return MAY_BE_UNSEEN.test(text) ? text.replace(UNSEEN, escaped) : text;
}

/** In two parts, where a character has two. A line feed is between values: in a text it is escaped already. */
function escaped(character: string): string {
  if (character === '\n') return character;
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
