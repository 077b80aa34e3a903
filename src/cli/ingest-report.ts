/** What is told at the end of an ingest: a table, and each rejected file with its first reason. */
import { errorsIn, keptInWords, USUAL_LANGUAGE, type Account, type Discovered, type NotTaken } from '../node.js';
import { printDiagnostics, printFindings, printNote } from './world.js';

/** Prints what became of all files. */
export function printReport({ counts, notTaken }: Account, { findings, skipped }: Discovered): void {
  printFindings(findings);
  for (const each of notTaken) printReason(each);
  const those = (is: NotTaken['is'], was: NotTaken['was']): NotTaken[] =>
    notTaken.filter((each) => each.is === is && each.was === was);
  const [now, before] = [those('rejected', 'now'), those('rejected', 'before')];
  const [blank, blankBefore] = [those('blank', 'now').length, those('blank', 'before').length];
  const lines: [string, number][] = [
    ['accepted', counts.accepted],
    ['  with warnings', counts.withWarnings],
    ...unlessNone('  with errors beside the score', counts.withErrors),
    ['rejected', now.length],
    ...indented(errorsIn(now), '  '),
    ...unlessNone('set aside, nothing answered', blank),
    ['duplicates', counts.duplicates],
    ['unchanged', counts.unchanged],
    ...unlessNone('  rejected before', before.length),
    ...indented(errorsIn(before), '    '),
    ...unlessNone('  set aside before', blankBefore),
    ...unlessNone('forgotten', counts.forgotten),
    ['skipped, no workbooks', skipped],
  ];
  printNote(lines.map(([name, n]) => `${name.padEnd(30)}${String(n).padStart(8)}`).join('\n'));
}

/** The first error of a rejected file, or that nothing is answered in it. */
function printReason({ path, is, findings }: NotTaken): void {
  const reasons = findings
    .map((each) => keptInWords(each, USUAL_LANGUAGE.messages))
    .filter(({ severity, code }) => (is === 'blank' ? code === 'nothing-answered' : severity === 'error'));
  printDiagnostics(reasons.slice(0, 1).map((each) => ({ ...each, file: path })));
  if (reasons.length > 1) printNote(`  and ${reasons.length - 1} more in this file`);
}

function unlessNone(name: string, n: number): [string, number][] {
  return n > 0 ? [[name, n]] : [];
}

function indented(lines: readonly [string, number][], indent: string): [string, number][] {
  return lines.map(([name, n]) => [`${indent}${name}`, n]);
}
