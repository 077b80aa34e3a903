/**
 * How soon the engine makes code fast, and how much it lets pile up, for a program that ends soon. Loaded before any other
 * module, as it counts from the start.
 */
import { setFlagsFromString } from 'node:v8';
import { isKnownEngine } from './known-engine.js';

/** How much of a function runs before the engine considers to make it faster, in its own unit; usually an eighth or less. */
const BUDGET = 1_000_000;

// Most commands end within a second or two. The engine would spend a third of their time on code that then hardly runs any
// more; what runs longer, as the reading of many workbooks does, gets fast a moment later.
if (isKnownEngine()) {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  // The room for new values would grow from 2 MB to 32 as soon as a few survive, though nearly all values of these commands are short-lived.
  setFlagsFromString('--semi-space-growth-factor=1');
}
