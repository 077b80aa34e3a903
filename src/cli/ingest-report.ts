/** What is told at the end of an ingest: a table, each rejected file with its reason, and the files that were asked for. */
import { basename, extname, join } from 'node:path';
import {
  annotateWorkbook,
  ingestion,
  readWorkbook,
  visible,
  type Diagnostic,
  type Finding,
  type Item,
  type Shelf,
} from '../node.js';
import { printDiagnostics, printFindings, printNote } from './world.js';
import { writeFile } from './write-file.js';

/** A file that was rejected, now or in an earlier run, and why. */
export interface Rejected {
  readonly path: string;
  readonly sha256: string;
  readonly diagnostics: readonly Diagnostic[];
  /** `copy`: the same bytes as another one of this run, which is the one that is counted. `before`: in an earlier run. */
  readonly was: 'rejected' | 'copy' | 'before';
}

export interface Counts {
  accepted: number;
  withWarnings: number;
  duplicates: number;
  unchanged: number;
  skipped: number;
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** Prints what became of all files. */
export function printReport(
  counts: Counts,
  { rejected, findings }: { readonly rejected: readonly Rejected[]; readonly findings: readonly Finding[] },
): void {
  printFindings(findings);
  for (const { path, diagnostics } of rejected) {
    const errors = diagnostics.filter(isError);
    printDiagnostics(errors.slice(0, 1).map((each) => ({ ...each, file: path })));
    if (errors.length > 1) printNote(`  and ${errors.length - 1} more in this file`);
  }
  const [now = [], before = []] = (['rejected', 'before'] as const).map((was) =>
    rejected.filter((each) => each.was === was),
  );
  const lines: [string, number][] = [
    ['accepted', counts.accepted],
    ['  with warnings', counts.withWarnings],
    ['rejected', now.length],
    ...byCode(now, '  '),
    ['duplicates', counts.duplicates],
    ['unchanged', counts.unchanged],
    ...(before.length > 0 ? [['  rejected before', before.length] as [string, number]] : []),
    ...byCode(before, '    '),
    ['skipped, no workbooks', counts.skipped],
  ];
  printNote(lines.map(([name, n]) => `${name.padEnd(30)}${String(n).padStart(8)}`).join('\n'));
}

function byCode(rejected: readonly Rejected[], indent: string): [string, number][] {
  const counts = new Map<string, number>();
  for (const { diagnostics } of rejected) {
    for (const code of new Set(diagnostics.filter(isError).map((each) => each.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => [`${indent}${code}`, n]);
}

/** Writes every finding in the rejected files, as .csv or as JSON. */
export async function writeRejects(
  path: string,
  rejected: readonly Rejected[],
  { force }: { readonly force: boolean },
): Promise<void> {
  const found = rejected.flatMap(({ path: file, diagnostics }) => diagnostics.map((each) => ({ ...each, file })));
  if (extname(path).toLowerCase() !== '.csv') {
    writeFile(path, `${JSON.stringify({ schemaVersion: 1, diagnostics: found }, null, 2)}\n`, { force });
    return;
  }
  const { csvLine } = await ingestion();
  const columns = ['file', 'severity', 'code', 'sheet', 'cell', 'objective', 'field', 'found', 'message'] as const;
  const lines = [csvLine(columns), ...found.map((each) => csvLine(columns.map((column) => each[column])))];
  writeFile(path, lines.join(''), { force });
}

/** Rejected workbooks that could be read, given back with their cells marked. */
export async function annotateRejects(
  folder: string,
  rejected: readonly Rejected[],
  {
    items,
    force,
    shelf,
  }: { readonly items: ReadonlyMap<string, Item>; readonly force: boolean; readonly shelf: Shelf },
): Promise<void> {
  const { ItemReader } = await ingestion();
  const reader = new ItemReader();
  const written = new Set<string>();
  for (const { path, sha256 } of rejected) {
    // The digest keeps files of the same name in different folders apart.
    const name = `${basename(path, extname(path))}-${sha256.slice(0, 8)}.xlsx`;
    if (written.has(name)) continue;
    written.add(name);
    const item = items.get(path);
    const bytes = item && reader.read(item).value?.bytes;
    const { value, findings = [] } = bytes ? readWorkbook(bytes, shelf) : {};
    if (!value) {
      printNote(`${visible(path)}: no answers to give back`);
      continue;
    }
    writeFile(join(folder, name), await annotateWorkbook(value, findings), { force });
  }
  reader.close();
}
