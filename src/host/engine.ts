/**
 * Settings of the JavaScript engine for a whole process. Only the command line changes them, and its threads follow: a program
 * that loads the library keeps its own settings.
 */
import { setFlagsFromString } from 'node:v8';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Versions of Node that know the flags; another one would say on standard error that it does not. */
const KNOWN = new Set(['20', '22', '24']);

/** How much of a function runs before the engine considers to make it faster, in its own unit; usually an eighth or less. */
const BUDGET = 1_000_000;
/** An engine keeps its young values in three pieces. */
const PIECES = 3;

/** What says to the threads of a process that its engine is set. */
const SET = 'aismm: the engine is set';

/** For a program that ends soon: how soon the engine makes code fast, and how much it lets pile up. It counts from the start. */
export function setEngine(): void {
  const [major = ''] = process.versions.node.split('.');
  if (!KNOWN.has(major)) return;
  // Most commands end within a second or two. The engine would spend a third of their time on code that then hardly runs any
  // more; what runs longer, as the reading of many workbooks does, gets fast a moment later.
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  setEnvironmentData(SET, true);
  keepYoungRoom();
}

/** For each thread when it begins, since the engine forgets with each new one how little it may let pile up. */
export function setEngineAgain(): void {
  if (getEnvironmentData(SET) === true) keepYoungRoom();
}

/** The room for young values in threads that begin from now on, in megabytes: they have all of it at once, as it does not grow. */
export function beginThreadsWith(young: number): void {
  if (getEnvironmentData(SET) === true) setFlagsFromString(`--min-semi-space-size=${Math.round(young / PIECES)}`);
}

/** The room for young values would grow from 2 MB to 32 as soon as a few survive, though nearly all of them are short-lived. */
function keepYoungRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Lets that room grow after all: the cells of a workbook live until it is written, and to copy them over and over within little
 * room takes a fifth of the time of a build.
 */
export function letYoungRoomGrow(): void {
  if (getEnvironmentData(SET) === true) setFlagsFromString('--semi-space-growth-factor=2');
}
