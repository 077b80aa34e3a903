/** Results with a few workbooks in them, for tests of what is asked of results. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Results } from '../../src/desk/results.js';
import { openResults } from '../../src/store/open.js';
import { entry, type Said } from '../store/entries.js';

let count = 0;
const folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));

/** Results in a file of their own. */
export async function resultsOf(...said: readonly Said[]): Promise<Results> {
  const results = await openResults(join(folder, `${(count += 1)}.sqlite`), { create: true });
  await results.write(said.map(entry));
  return results;
}
