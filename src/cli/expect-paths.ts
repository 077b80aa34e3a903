/** Paths that lead to nothing at all, told before anything is opened or created for them. */
import { discover, STANDARD_STREAM, type Finding } from '../node.js';
import { EXIT, Stop, Usage } from './rim.js';
import { whatIsThere } from './what-is-there.js';

/** Throws `Stop` or `Usage` where no path leads to a file or folder that can be read. One that leads to an empty folder is no mistake. */
export async function expectPaths(paths: readonly string[], standardInput?: string): Promise<void> {
  const findings: Finding[] = [];
  const skipped = { count: 0 };
  const options = {
    standardInput,
    report: (finding: Finding) => void findings.push(finding),
    skip: () => void (skipped.count += 1),
  };
  // Only up to the first workbook: there may be very many.
  for await (const _ of discover(paths, options)) return;
  if (findings.length < paths.length || skipped.count > 0) return;
  // A file may be missing today; a pattern that means nothing was meant otherwise.
  const [first = ''] = paths;
  if ((await Promise.all(paths.map(isPattern))).every(Boolean)) throw noWorkbookIn(first);
  throw new Stop(EXIT.inputErrors, findings);
}

/** Throws `Usage` where a path has nothing to watch: only folders and patterns can mean files that are not there yet. */
export async function expectWatchable(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { is } = whatIsThere(path);
    if (is === 'folder') continue;
    const wrong = (problem: string): Usage => new Usage(`--watch needs a folder, but "${path}" ${problem}.`);
    if (path === STANDARD_STREAM) throw wrong('is standard input. Specify a folder, or omit --watch');
    if (is !== 'nothing') throw wrong('is not a folder. Specify the folder that new files arrive in, or omit --watch');
    if (!(await isPattern(path))) throw wrong('does not exist. Create the folder, or correct the path');
  }
}

/** True for a pattern of file names such as `returned/*.xlsx`. */
export const isPattern = async (path: string): Promise<boolean> => (await import('tinyglobby')).isDynamicPattern(path);

/** A folder, archive or pattern that holds no workbook, where one is needed. */
export const noWorkbookIn = (path: string): Usage =>
  new Usage(`No workbook found in "${path}". Specify a workbook, a folder or a file pattern such as returned/*.xlsx.`);
