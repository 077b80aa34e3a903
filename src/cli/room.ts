/** More room for new values, for a command that writes a whole workbook. */
import { setFlagsFromString } from 'node:v8';
import { isKnownEngine } from './known-engine.js';

/**
 * Lets the room for new values grow again: the cells of a workbook live until it is written, and to copy them over and over
 * within little room takes a fifth of the time of a build. `engine.ts` keeps the room small for commands that read.
 */
export function makeRoom(): void {
  if (isKnownEngine()) setFlagsFromString('--semi-space-growth-factor=2');
}
