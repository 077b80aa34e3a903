/** What is told at the end of an ingest: a table, and each rejected file with its first reason. */
import { errorsIn, keptInWords, USUAL_LANGUAGE, type Account, type Discovered, type Rejected } from '../node.js';
import { printDiagnostics, printFindings, printNote } from './world.js';

/** Prints what became of all files. */
export function printReport({ counts, rejected }: Account, { findings, skipped }: Discovered): void {
  printFindings(findings);
  for (const { path, findings: found } of rejected) {
    const errors = found
      .map((each) => keptInWords(each, USUAL_LANGUAGE.messages))
      .filter(({ severity }) => severity === 'error');
    printDiagnostics(errors.slice(0, 1).map((each) => ({ ...each, file: path })));
    if (errors.length > 1) printNote(`  and ${errors.length - 1} more in this file`);
  }
  const those = (was: Rejected['was']): Rejected[] => rejected.filter((each) => each.was === was);
  const [now, before] = [those('rejected'), those('before')];
  const lines: [string, number][] = [
    ['accepted', counts.accepted],
    ['  with warnings', counts.withWarnings],
    ['rejected', now.length],
    ...indented(errorsIn(now), '  '),
    ['duplicates', counts.duplicates],
    ['unchanged', counts.unchanged],
    ...indented(before.length > 0 ? [['rejected before', before.length]] : [], '  '),
    ...indented(errorsIn(before), '    '),
    ...(counts.forgotten > 0 ? ([['forgotten', counts.forgotten]] as [string, number][]) : []),
    ['skipped, no workbooks', skipped],
  ];
  printNote(lines.map(([name, n]) => `${name.padEnd(30)}${String(n).padStart(8)}`).join('\n'));
}

function indented(lines: readonly [string, number][], indent: string): [string, number][] {
  return lines.map(([name, n]) => [`${indent}${name}`, n]);
}
