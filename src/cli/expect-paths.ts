/** Paths that lead to nothing at all, told before anything is opened or created for them. */
import { discover, type Finding } from '../node.js';
import { EXIT, Stop } from './rim.js';

/** Throws `Stop` where no path leads to a file or folder that can be read. One that leads to an empty folder is no mistake. */
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
  if (findings.length >= paths.length && skipped.count === 0) throw new Stop(EXIT.inputErrors, findings);
}
