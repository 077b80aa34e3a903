/** The workbooks that a command names: files, folders, patterns and zip archives. */
import { resolve } from 'node:path';
import { append, discover, STANDARD_STREAM, type Finding, type Item } from '../node.js';
import { isPattern, noWorkbookIn } from './expect-paths.js';
import { skippedInside } from './ingest-report.js';
import { printFindings, printNote } from './rim.js';

/**
 * Finds them, in the order of the paths; each once, as folders and patterns may overlap. A path that names no pattern and does
 * not exist is one item, so that whoever reads it says why.
 * Throws `Usage` where a folder, archive or pattern holds no workbook.
 */
export async function namedWorkbooks(paths: readonly string[]): Promise<Item[]> {
  const all: Item[] = [];
  const known = new Set<string>();
  for (const path of paths) {
    if (path === STANDARD_STREAM) {
      all.push({ path, file: path });
      continue;
    }
    const findings: Finding[] = [];
    const found: Item[] = [];
    const options = {
      report: (finding: Finding) => void findings.push(finding),
      skip: (inside?: string) => {
        if (inside !== undefined) printNote(skippedInside(inside));
      },
    };
    for await (const item of discover([path], options)) found.push(item);
    const isMissing = findings.some(({ code }) => code === 'file-not-found');
    if (found.length === 0 && findings.length > 0 && !(isMissing && (await isPattern(path))))
      found.push({ path, file: path });
    else if (found.length === 0) throw noWorkbookIn(path);
    else printFindings(findings);
    const isNew = ({ path }: Item): boolean => !known.has(resolve(path));
    append(all, found.filter(isNew));
    for (const { path } of found) known.add(resolve(path));
  }
  return all;
}
