/** What is told of an ingest: each file that was not taken in, as it comes, with its first reason; a table at the end. */
import { keptInWords, messagesIn, visible, type Account, type NotTaken, type NotTakenCounts } from '../node.js';
import { printDiagnostics, printNote } from './rim.js';

/** Numbers with their names, a line each. */
export const numbersTable = (lines: readonly (readonly [name: string, n: number])[]): string =>
  lines.map(([name, n]) => `${name.padEnd(30)}${String(n).padStart(8)}`).join('\n');

/** Prints what became of all files, in numbers. */
export function printReport({ counts, notTaken }: Account, { skipped }: { readonly skipped?: number }): void {
  const { now, before } = notTaken;
  const lines: [string, number][] = [
    ['accepted', counts.accepted],
    ['  with warnings', counts.withWarnings],
    ...unlessNone('  with errors, but scored', counts.withErrors),
    ...unlessNone('  other edition than --model', counts.ofOtherVersion),
    ['rejected', now.rejected],
    ...errorLines(now, '  '),
    ...unlessNone('blank, without answers', now.blank),
    ['duplicates', counts.duplicates],
    ['unchanged', counts.unchanged],
    ...unlessNone('  rejected before', before.rejected),
    ...errorLines(before, '    '),
    ...unlessNone('  blank before', before.blank),
    ...unlessNone('forgotten', counts.forgotten),
    ...(skipped === undefined ? [] : [['skipped, not workbooks', skipped] as [string, number]]),
  ];
  printNote(numbersTable(lines));
}

/** The first error of a rejected file, or that nothing is answered in it. */
export function printReason({ path, is, findings }: NotTaken): void {
  const reasons = findings
    .map((each) => keptInWords(each, messagesIn()))
    .filter(({ severity, code }) => (is === 'blank' ? code === 'nothing-answered' : severity === 'error'));
  printDiagnostics(reasons.slice(0, 1).map((each) => ({ ...each, file: path })));
  if (reasons.length > 1) printNote(`  and ${reasons.length - 1} more in this file`);
}

function unlessNone(name: string, n: number): [string, number][] {
  return n > 0 ? [[name, n]] : [];
}

/** In how many files each kind of error is, by its name. */
function errorLines({ errors }: NotTakenCounts, indent: string): [string, number][] {
  return [...errors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, files]) => [`${indent}${code}`, files]);
}

/** Said where there was nothing to read: an inbox may be empty. */
export const NO_WORKBOOKS = 'aismm found no workbooks in the specified paths.';

/** Why a file in a file was not read. */
export const skippedInside = (inside: string): string =>
  `${visible(inside)}: skipped, because this file is inside an archive or a message. Extract or save this file first.`;
