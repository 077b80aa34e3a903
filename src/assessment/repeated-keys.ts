/** Keys that an object of a JSON text has twice: `JSON.parse` takes the last one without a word, and an answer is lost. */

import { endOfText } from '../diagnostic/parse-json.js';

/** A key that is there already, and the lines of both, counted from 1. */
export interface RepeatedKey {
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly firstLine: number;
}

/** More than these help nobody, and a hostile file may have any number. */
const MOST = 100;

/** What there is in a text that `JSON.parse` takes; each character is looked at once, and nesting costs no stack. */
export function repeatedKeys(json: string): RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  /** For each value that is open: the lines of its keys, where it is an object. */
  const open: (Map<string, number> | undefined)[] = [];
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < json.length && repeated.length < MOST; i += 1) {
    switch (json[i]) {
      case '\n':
        line += 1;
        lineStart = i + 1;
        break;
      case '{':
        open.push(new Map());
        break;
      case '[':
        open.push(undefined);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfText(json, i);
        const keys = open.at(-1);
        if (keys && isKey(json, end)) {
          const key = JSON.parse(json.slice(i, end)) as string; // a text in quotes
          const firstLine = keys.get(key);
          if (firstLine === undefined) keys.set(key, line);
          else repeated.push({ key, line, column: i - lineStart + 1, firstLine });
        }
        i = end - 1;
      }
    }
  }
  return repeated;
}

/** True where the next sign after a text is a colon. */
function isKey(json: string, end: number): boolean {
  let i = end;
  while (json[i] === ' ' || json[i] === '\t' || json[i] === '\n' || json[i] === '\r') i += 1;
  return json[i] === ':';
}
